package org.natter.planted.pot;

/** Planted: a domain event that is no record. */
final class BrokenPot implements PotDomainEvent {}
