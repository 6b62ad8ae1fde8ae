package org.natter.planted.pot;

import java.time.InstantSource;

/** Planted: a clock under its other name. */
final class ReadsASource {

    long when(InstantSource source) {
        return source.millis();
    }
}
