package org.natter.feedback.answer;

/**
 * How many more people of one sector the writer met for the first time without catching a name.
 *
 * <p>From 0 to 50.
 */
public record Others(Sector sector, int count) {

    public static final int MOST = 50;

    public Others {
        if (count < 0 || count > MOST) {
            throw new IllegalArgumentException("others from 0 to 50");
        }
    }
}
