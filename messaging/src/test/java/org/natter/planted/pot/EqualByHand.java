package org.natter.planted.pot;

/** Planted: a value that is no record. */
final class EqualByHand {

    @Override
    public boolean equals(Object other) {
        return other instanceof EqualByHand;
    }

    @Override
    public int hashCode() {
        return 1;
    }
}
