package org.natter.planted.kettle.web;

import java.util.Date;

/** Planted: the machine's clock by constructor. */
final class MakesADate {

    Date when() {
        return new Date();
    }
}
