package org.natter.attendee.mail.mail;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.natter.attendee.booking.Booking;
import org.natter.attendee.booking.EventCard;
import org.natter.attendee.mail.DecidingMails;
import org.natter.attendee.mail.MailKind;
import org.natter.attendee.mail.MailRequest;
import org.natter.attendee.mail.MailStream;
import org.natter.attendee.mail.Occasion;
import org.natter.attendee.mail.WhenAndWhere.Change;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.PersonalLinks;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Finds the words of {@code mail-messages.properties} for an occasion and fills in its facts. */
final class PageWords {

    private static final int SUBJECT = 50;
    private static final LocalTime EVENING = LocalTime.of(17, 0);
    private static final Set<MailKind> WITH_CODE = Set.of(MailKind.BOOKED, MailKind.ASKED_AGAIN, MailKind.DAY_BEFORE);

    private final PersonalLinks links;
    private final ResourceBundleMessageSource bundle = bundle();

    PageWords(PersonalLinks links) {
        this.links = links;
    }

    LetterPage page(Occasion occasion) {
        MailKind kind = occasion.wish().kind();
        String key = kind.word();
        Object[] values = values(occasion, Integer.MAX_VALUE);
        Map<String, String> facts =
                occasion.card().map(card -> facts(occasion, card)).orElseGet(Map::of);
        boolean booking = kind.stream() == MailStream.BOOKING;
        return new LetterPage(
                occasion.card().map(card -> Wording.plain(card.regionName())).orElseGet(() -> say("sender")),
                subject(occasion),
                String.join(" · ", facts.isEmpty() ? List.of(say(key + ".why", values)) : facts.values()),
                first(occasion, values),
                more(key, values),
                facts,
                say(key + ".button", values),
                link(occasion),
                say(key + ".why", values),
                booking ? "" : say("stop." + kind.stream().name().toLowerCase(Locale.ROOT), values),
                booking ? "" : link(occasion).replaceFirst("/[fw]/", "/unsubscribe/"));
    }

    /** The longest subject of at most fifty characters: a long title is what gives way. */
    private String subject(Occasion occasion) {
        String key = occasion.wish().kind().word() + ".subject" + variant(occasion);
        String whole = say(key, values(occasion, Integer.MAX_VALUE));
        if (whole.length() <= SUBJECT || occasion.card().isEmpty()) {
            return Wording.shortened(whole, SUBJECT);
        }
        int title = Wording.plain(occasion.event().title()).length();
        return Wording.shortened(say(key, values(occasion, Math.max(1, title - (whole.length() - SUBJECT)))), SUBJECT);
    }

    private String first(Occasion occasion, Object[] values) {
        String key = occasion.wish().kind().word() + ".first";
        boolean inLine = occasion.wish().kind() == MailKind.WAITING
                && occasion.booking().map(Booking::position).isEmpty();
        return say(key + (inLine ? ".unknown" : variant(occasion)), values);
    }

    /** Which of several wordings of one kind: what changed, or how long ago it was. */
    private static String variant(Occasion occasion) {
        MailRequest wish = occasion.wish();
        if (wish.kind() == MailKind.CHANGED) {
            Set<Change> changes = DecidingMails.changesOf(wish);
            return changes.size() > 1
                    ? changes.contains(Change.DATE) ? ".date-and-more" : ".several"
                    : "."
                            + changes.iterator()
                                    .next()
                                    .name()
                                    .toLowerCase(Locale.ROOT)
                                    .replace('_', '-');
        }
        if (wish.kind() == MailKind.HOW_WAS_IT || wish.kind() == MailKind.DID_YOU_MAKE_IT) {
            EventCard card = occasion.event();
            ZonedDateTime end = card.endsAt().atZone(card.zone());
            LocalDate yesterday =
                    occasion.now().atZone(card.zone()).toLocalDate().minusDays(1);
            if (!end.toLocalDate().equals(yesterday)) {
                return ".later";
            }
            return end.toLocalTime().isBefore(EVENING) ? ".yesterday" : "";
        }
        return "";
    }

    private Map<String, String> facts(Occasion occasion, EventCard card) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(say("fact.event"), Wording.plain(card.title()));
        facts.put(
                say("fact.when"),
                say(
                        "when",
                        Wording.longDate(card.startsAt(), card.zone()),
                        Wording.time(card.startsAt(), card.zone()),
                        Wording.time(card.endsAt(), card.zone())));
        if (occasion.wish().kind().stream() == MailStream.BOOKING
                && occasion.wish().kind() != MailKind.CANCELLED_BY_YOU) {
            String address = Wording.plain(card.venueAddress());
            facts.put(say("fact.where"), Wording.plain(card.venueName()) + (address.isEmpty() ? "" : ", " + address));
            if (!card.findUs().isBlank() && occasion.wish().kind() != MailKind.CALLED_OFF) {
                facts.put(say("fact.find-us"), Wording.plain(card.findUs()));
            }
        }
        if (WITH_CODE.contains(occasion.wish().kind())) {
            occasion.booking()
                    .ifPresent(booking ->
                            facts.put(say("fact.code"), booking.code().value()));
        }
        return facts;
    }

    private List<String> more(String key, Object[] values) {
        List<String> paragraphs = new ArrayList<>();
        String more = bundle.getMessage(key + ".more", values, "", Locale.UK);
        if (more != null && !more.isEmpty()) {
            paragraphs.add(more);
        }
        return paragraphs;
    }

    private String link(Occasion occasion) {
        MailRequest wish = occasion.wish();
        if (wish.kind() == MailKind.SIGN_IN) {
            return links.signIn(wish.detail());
        }
        if (wish.kind() == MailKind.CALLED_OFF) {
            return links.baseUrl() + "/";
        }
        if (wish.kind() == MailKind.CANCELLED_BY_YOU) {
            return links.baseUrl() + "/events/" + occasion.event().event().value() + "/book";
        }
        AttendanceId attendance = Optional.ofNullable(wish.attendance())
                .orElseThrow(() -> new IllegalStateException("no attendance in " + wish.cause()));
        if (wish.kind() == MailKind.FOLLOW_UP) {
            return links.followUp(attendance, wish.generation());
        }
        return wish.kind().stream() == MailStream.FEEDBACK
                ? links.feedback(attendance, wish.generation())
                : links.booking(attendance);
    }

    private Object[] values(Occasion occasion, int titleLength) {
        MailRequest wish = occasion.wish();
        Optional<EventCard> card = occasion.card();
        return new Object[] {
            card.map(found -> Wording.shortened(Wording.plain(found.title()), titleLength))
                    .orElse(""),
            card.map(found -> Wording.shortDate(found.startsAt(), found.zone())).orElse(""),
            Wording.firstName(occasion.person().name()),
            card.map(found -> Wording.plain(found.venueName())).orElse(""),
            card.map(found -> Wording.time(found.startsAt(), found.zone())).orElse(""),
            occasion.booking().map(Booking::position).map(Wording::ordinal).orElse(""),
            card.map(found -> until(occasion, found)).orElse(""),
            wish.kind() == MailKind.FOLLOW_UP ? say("months." + wish.detail()) : "",
            card.map(found -> Wording.plain(found.regionName())).orElseGet(() -> say("sender")),
            occasion.reason().map(Wording::plain).orElse(""),
            card.map(found -> Wording.time(found.endsAt(), found.zone())).orElse("")
        };
    }

    private static String until(Occasion occasion, EventCard card) {
        return occasion.wish().kind() == MailKind.OFFER
                ? Wording.until(occasion.wish().validUntil(), occasion.now(), card.zone())
                : "";
    }

    private String say(String key, Object... values) {
        return bundle.getMessage(key, values, Locale.UK);
    }

    private static ResourceBundleMessageSource bundle() {
        ResourceBundleMessageSource bundle = new ResourceBundleMessageSource();
        bundle.setBundleClassLoader(PageWords.class.getClassLoader());
        bundle.setBasename("mail-messages");
        bundle.setDefaultEncoding("UTF-8");
        bundle.setFallbackToSystemLocale(false);
        bundle.setAlwaysUseMessageFormat(true);
        return bundle;
    }
}
