package org.natter.planted.pot;

/** Planted: a name that says nothing. */
final class PotManager {}
