package org.natter.planted.cupboard;

/** Planted: a package that is no feature. */
final class InACupboard {}
