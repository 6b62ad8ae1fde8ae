package org.natter.planted.pot;

/** Planted: an id that is no record. */
final class SpoutId {}
