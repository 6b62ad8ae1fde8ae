package org.natter.feedback.question;

import java.util.HashMap;
import java.util.Map;
import org.natter.feedback.invitation.EventId;

/** Questionnaires that forget. */
public final class QuestionnairesInMemory implements Questionnaires {

    private final Map<EventId, Questionnaire> questionnaires = new HashMap<>();

    @Override
    public Questionnaire of(EventId event) {
        return questionnaires.getOrDefault(event, Questionnaire.none(event));
    }

    @Override
    public boolean replace(Questionnaire next) {
        if (of(next.event()).version() != next.version() - 1) {
            return false;
        }
        questionnaires.put(next.event(), next);
        return true;
    }
}
