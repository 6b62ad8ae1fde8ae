package org.natter.planted.kettle.web;

import java.time.ZonedDateTime;

/** Planted: the machine's clock. */
final class AsksZonedNow {

    ZonedDateTime when() {
        return ZonedDateTime.now();
    }
}
