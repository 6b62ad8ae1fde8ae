package org.natter.planted.pot;

/** Planted: a name that says how, not what. */
abstract class AbstractPot {}
