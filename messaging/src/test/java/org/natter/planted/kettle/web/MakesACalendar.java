package org.natter.planted.kettle.web;

import java.util.Calendar;
import java.util.GregorianCalendar;

/** Planted: the machine's clock by way of a calendar. */
final class MakesACalendar {

    Calendar when() {
        return new GregorianCalendar();
    }
}
