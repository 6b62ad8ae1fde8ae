package org.natter.feedback.question;

import org.natter.feedback.invitation.EventId;

/**
 * All questionnaires, one an event at most.
 *
 * <p>Each version is written once: of two organisers who both read the one before, one is told to look again.
 */
public interface Questionnaires {

    /** The one of this event; {@link Questionnaire#none} if nobody has asked anything. */
    Questionnaire of(EventId event);

    /** Puts it in the place of the version before; false, with nothing written, if that is not the one there any more. */
    boolean replace(Questionnaire next);
}
