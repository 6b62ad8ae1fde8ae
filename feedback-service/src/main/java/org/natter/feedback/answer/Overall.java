package org.natter.feedback.answer;

/**
 * How it was: worth coming and felt welcome, each from 1 to 5, or 0 where nothing was said.
 *
 * <p>Alone it makes a complete answer.
 */
public record Overall(int worthComing, int feltWelcome) {

    public static final Overall NOT_SAID = new Overall(0, 0);
    public static final int MOST = 5;

    public Overall {
        if (worthComing < 0 || worthComing > MOST || feltWelcome < 0 || feltWelcome > MOST) {
            throw new IllegalArgumentException("from 0 to 5");
        }
    }
}
