package org.natter.planted.region;

import org.natter.planted.programme.Visible;

/** Closes a circle: programme knows region, region knows programme. */
public record KnowsProgramme(Visible programme) {}
