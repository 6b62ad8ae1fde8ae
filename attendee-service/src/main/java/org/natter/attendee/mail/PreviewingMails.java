package org.natter.attendee.mail;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.natter.attendee.booking.EventCard;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.Person;
import org.natter.attendee.person.PersonDetails;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.PersonalLinks;
import org.natter.attendee.person.Sector;

/**
 * Writes the mail that a step of an organiser's would send, for them to read before they take it: by the very words and
 * templates it would be sent with, to somebody who does not exist. Sends nothing and keeps nothing; its link opens nothing.
 */
public final class PreviewingMails {

    private static final String CAUSE = "preview";
    private static final String NOBODYS = "0".repeat(32);
    private static final PersonId NOBODY = new PersonId(NOBODYS);
    private static final AttendanceId NOWHERE = new AttendanceId(NOBODYS);
    private static final EmailAddress MAILBOX = new EmailAddress("asha@library.example");
    private static final Person ASHA = new Person(
            NOBODY, new PersonDetails("Asha", "", Sector.NOT_SAID), MAILBOX, true, true, 0, Map.of(), Map.of());

    private final Function<LetterFacts, Letter> letters;
    private final PersonalLinks links;
    private final DecidingMails deciding;

    /** @param deciding knows what a change would be told from */
    public PreviewingMails(Function<LetterFacts, Letter> letters, PersonalLinks links, DecidingMails deciding) {
        this.letters = letters;
        this.links = links;
        this.deciding = deciding;
    }

    /**
     * A mail as it would read for somebody with a place.
     *
     * @param onlyWithAPlace whether nobody else would get it, since what changes is told to nobody without a place
     */
    public record Preview(String subject, String text, boolean onlyWithAPlace) {}

    /** What everybody who hopes to come would read if it were called off for this reason. */
    public Preview calledOff(EventCard card, String reason, Instant now) {
        var wish = MailRequest.about(MailKind.CALLED_OFF, CAUSE, NOBODY, card.event(), NOWHERE, now);
        return written(wish, card, Optional.of(reason), false, now);
    }

    /** What they would read of a change; nothing if it is none that anybody is mailed about. */
    public Optional<Preview> changed(EventCard card, EventCard then, Instant now) {
        var facts = WhenAndWhere.of(then);
        if (facts.since(WhenAndWhere.of(card)).isEmpty() || !then.startsAt().isAfter(now)) {
            return Optional.empty();
        }
        var onlyWithAPlace = facts.since(WhenAndWhere.of(card), false).isEmpty();
        return deciding.believed(card, facts)
                .findFirst()
                .map(believed -> change(card, facts, believed, now))
                .map(wish -> written(wish, then, Optional.empty(), onlyWithAPlace, now));
    }

    private static MailRequest change(EventCard card, WhenAndWhere then, WhenAndWhere believed, Instant now) {
        return MailRequest.about(MailKind.CHANGED, CAUSE, NOBODY, card.event(), NOWHERE, now)
                .withChanges(card.sequence() + 1, then.since(believed))
                .from(believed);
    }

    private Preview written(
            MailRequest wish, EventCard card, Optional<String> reason, boolean onlyWithAPlace, Instant now) {
        var facts =
                new LetterFacts(wish, ASHA, MAILBOX, Optional.of(card), Optional.empty(), reason, List.of(), 0, now);
        var letter = letters.apply(facts);
        var text = letter.text().replace(links.booking(NOWHERE, 0), links.baseUrl() + "/b/...");
        return new Preview(letter.subject(), text, onlyWithAPlace);
    }
}
