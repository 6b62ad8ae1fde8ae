package org.natter.attendee.booking;

import java.time.Instant;
import java.time.ZoneId;
import org.natter.attendee.booking.BookingDomainEvent.ProgrammeObeyed;
import org.natter.messaging.Effect;
import org.natter.messaging.MessageMetadata;

/**
 * Opens, changes and closes seat ledgers as event-service says.
 *
 * <p>A ledger remembers the version it last obeyed in the same write: twice is once, an older message changes nothing, and
 * one that comes before "published" opens the ledger with what it knows.
 */
public final class ObeyingTheProgramme {

    private final SeatLedgers ledgers;

    public ObeyingTheProgramme(SeatLedgers ledgers) {
        this.ledgers = ledgers;
    }

    public Effect onOpen(ProgrammeNews news, MessageMetadata source, Instant now) {
        return obey(news, LedgerState.OPEN, source, now);
    }

    public Effect onCancelled(ProgrammeNews news, MessageMetadata source, Instant now) {
        return obey(news, LedgerState.CALLED_OFF, source, now);
    }

    public Effect onConcluded(ProgrammeNews news, MessageMetadata source, Instant now) {
        return obey(news, LedgerState.CONCLUDED, source, now);
    }

    private Effect obey(ProgrammeNews news, LedgerState state, MessageMetadata source, Instant now) {
        var fact = new ProgrammeObeyed(cardOf(news), news.places(), state, source.version());
        if (ledgers.find(news.event())
                .filter(ledger -> ledger.obeyed() >= fact.version())
                .isPresent()) {
            return Effect.ALREADY_NEWER;
        }
        ledgers.changeOrOpen(news.event(), () -> SeatLedger.unopened(fact.card()), ledger -> ledger.obey(fact, now));
        return Effect.APPLIED;
    }

    private static EventCard cardOf(ProgrammeNews news) {
        var words = news.published();
        return new EventCard(
                news.event(),
                news.region(),
                news.kind(),
                words.title(),
                news.startsAt(),
                news.endsAt(),
                ZoneId.of(news.zone()),
                words.regionName(),
                words.venueName(),
                words.venueAddress(),
                words.findUs(),
                news.sequence());
    }
}
