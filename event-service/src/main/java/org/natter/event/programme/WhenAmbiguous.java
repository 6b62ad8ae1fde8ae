package org.natter.event.programme;

/** Which of two equal wall times is meant on the night the clocks go back. NOT_ASKED where no time comes twice. */
public enum WhenAmbiguous {
    NOT_ASKED,
    EARLIER,
    LATER
}
