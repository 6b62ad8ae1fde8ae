package org.natter.planted.kettle.web;

import java.time.LocalDate;
import java.util.function.Supplier;

/** Planted: the machine's clock by reference. */
final class RefersToNow {

    Supplier<LocalDate> when() {
        return LocalDate::now;
    }
}
