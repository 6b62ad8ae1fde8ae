/**
 * What {@code ./natter} starts: broker, store, mailbox and the four applications in one JVM, with a story to look at or an
 * empty network to begin with. Nothing in the applications knows of this module.
 */
@NullMarked
package org.natter.local;

import org.jspecify.annotations.NullMarked;
