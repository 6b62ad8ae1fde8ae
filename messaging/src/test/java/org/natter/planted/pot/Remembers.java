package org.natter.planted.pot;

/** Planted: a static that changes. */
final class Remembers {

    static int cups;
}
