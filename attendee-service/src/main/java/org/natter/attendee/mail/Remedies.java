package org.natter.attendee.mail;

import java.util.Set;

/**
 * What an organiser can do about each of some mails that did not arrive, as things stood when it was asked.
 *
 * @param overtaken the causes of those that were tried again since: that mail counts, and these are history
 * @param toTry the causes of those that are the newest of their kind and would go if they were tried again
 * @param toCorrect the causes of those whose address may be corrected, for all that an organiser may know
 */
public record Remedies(Set<String> overtaken, Set<String> toTry, Set<String> toCorrect) {

    public Remedies {
        overtaken = Set.copyOf(overtaken);
        toTry = Set.copyOf(toTry);
        toCorrect = Set.copyOf(toCorrect);
    }

    public boolean isOvertaken(Mail mail) {
        return overtaken.contains(mail.cause());
    }

    public boolean mayBeTried(Mail mail) {
        return toTry.contains(mail.cause());
    }

    public boolean mayBeCorrected(Mail mail) {
        return toCorrect.contains(mail.cause());
    }
}
