/**
 * The demo's clock, which can be moved on by days or months. It exists in this module only: the applications read the
 * one {@code Clock} bean and do not know that it can be moved.
 */
@NullMarked
package org.natter.local.clock;

import org.jspecify.annotations.NullMarked;
