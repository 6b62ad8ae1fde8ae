package org.natter.planted.circle;

public record Chicken(org.natter.planted.again.Egg egg) {}
