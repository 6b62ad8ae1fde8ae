package org.natter.planted.kettle;

import org.natter.planted.TeaCaddy;

/** Planted: a feature that knows the root, by which a circle could pass unseen. */
record LooksUp(TeaCaddy caddy) {}
