/** Tests of messaging on a small service of its own: teapots that are poured from. */
@NullMarked
package org.natter.messaging;

import org.jspecify.annotations.NullMarked;
