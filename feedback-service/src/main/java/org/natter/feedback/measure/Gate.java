package org.natter.feedback.measure;

/**
 * How many people something rests on before it is told.
 *
 * <p>Never lowered: below it there are words or nothing. Source: measures, section 9.
 */
public final class Gate {

    /** k: people in a cell, and in all the others together. */
    public static final int PEOPLE = 5;

    /** Answers for what is said of the event. */
    public static final int FEEDBACK = 5;

    /** Answers for what is said of who talked with whom. */
    public static final int MIXING = 10;

    /** People from whom on there are numbers. */
    public static final int NUMBERS = 20;

    private Gate() {}

    /** Whether a cell and its complement hold enough people, each by itself. */
    public static boolean lets(int people, int others) {
        return people >= PEOPLE && others >= PEOPLE;
    }
}
