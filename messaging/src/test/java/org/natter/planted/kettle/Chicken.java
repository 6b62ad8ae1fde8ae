package org.natter.planted.kettle;

import org.natter.planted.pot.Egg;

/** Planted: one half of a circle. */
public record Chicken(Egg egg) {}
