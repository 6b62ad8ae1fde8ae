/** Test kit: a clock to move, a key to sign with as web does, and calls of a running service in any role. */
@NullMarked
package org.natter.access.kit;

import org.jspecify.annotations.NullMarked;
