package org.natter.planted.pot;

/** Planted: the machine's ticks in a core. */
final class CountsNanos {

    long when() {
        return System.nanoTime();
    }
}
