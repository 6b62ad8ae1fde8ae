package org.natter.planted;

/** Planted: what lies in the root, for {@code LooksUp}. */
public final class TeaCaddy {}
