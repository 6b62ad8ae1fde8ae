/**
 * The parts in one JVM: which ports, which folder, which keys, what starts before what, and how all of it stops. It
 * listens to nothing and tells nothing; the applications do.
 */
@NullMarked
package org.natter.local.stack;

import org.jspecify.annotations.NullMarked;
