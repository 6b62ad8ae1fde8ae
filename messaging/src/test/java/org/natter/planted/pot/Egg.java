package org.natter.planted.pot;

import org.natter.planted.kettle.Chicken;

/** Planted: the other half of a circle. */
public record Egg(Chicken chicken) {}
