package org.natter.planted.again;

public record Egg(org.natter.planted.circle.Chicken chicken) {}
