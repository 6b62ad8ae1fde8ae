package org.natter.planted.kettle.web;

/** Planted: the machine's clock as a number. */
final class CountsMillis {

    long when() {
        return System.currentTimeMillis();
    }
}
