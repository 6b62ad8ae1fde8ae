package org.natter.planted.pot;

/** Planted: a family as it should be, for {@code BrokenPot}. */
public sealed interface PotDomainEvent permits BrokenPot {}
