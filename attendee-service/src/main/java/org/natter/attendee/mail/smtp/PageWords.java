package org.natter.attendee.mail.smtp;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.natter.attendee.booking.Booking;
import org.natter.attendee.booking.EventCard;
import org.natter.attendee.booking.OwnStanding;
import org.natter.attendee.booking.RoomLeft;
import org.natter.attendee.mail.LetterFacts;
import org.natter.attendee.mail.MailKind;
import org.natter.attendee.mail.MailRequest;
import org.natter.attendee.mail.MailStream;
import org.natter.attendee.mail.WhenAndWhere;
import org.natter.attendee.mail.WhenAndWhere.Change;
import org.natter.attendee.person.PersonalLinks;
import org.natter.times.SpokenTime;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Finds the words of {@code mail-messages.properties} for a letter and fills in its facts. */
final class PageWords {

    private static final int SUBJECT = 50;
    /** What ends before this belongs to the evening before, as feedback-service counts it. */
    private static final LocalTime NIGHT_ENDS = LocalTime.of(5, 0);

    /** What is asked for is confirmed within this, or before it starts. */
    private static final Duration KEPT_FOR = Duration.ofHours(1);

    /** So much later than it was asked for, a mail says until when. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(5);

    private static final LocalTime EVENING = LocalTime.of(17, 0);

    /** On the last of so many days after the evening answers close, as feedback-service counts them. */
    private static final int FORM_OPEN_DAYS = 14;

    private static final Set<MailKind> WITH_CODE = Set.of(MailKind.BOOKED, MailKind.ASKED_AGAIN, MailKind.DAY_BEFORE);

    /**
     * What the first question can be answered with, as its page is asked to tick it. The reminder asks none: it also goes to
     * people of whom nobody knows whether they came.
     */
    private static final Map<MailKind, List<String>> ANSWERS = Map.of(
            MailKind.HOW_WAS_IT, List.of("worth=5", "worth=4", "worth=3", "worth=2", "worth=1"),
            MailKind.DID_YOU_MAKE_IT, List.of("there=yes", "there=no"));

    /** Of what room there is these say nothing; other kinds nothing at all. Whoever is in line may be the one asked first. */
    private static final Map<MailKind, Set<RoomLeft>> WITHOUT_ROOM = Map.of(
            MailKind.CONFIRM_BOOKING, EnumSet.of(RoomLeft.FREE),
            MailKind.WAITING, EnumSet.of(RoomLeft.FREE, RoomLeft.OTHERS_FIRST));

    private static final Set<OwnStanding> NOTHING_KEPT = Set.of(OwnStanding.UNKEPT, OwnStanding.JOINING);
    private static final Set<OwnStanding> WITHOUT_A_PLACE = Set.of(OwnStanding.WAITING, OwnStanding.OFFERED);
    private static final Set<OwnStanding> GONE_WITHOUT_ONE = Set.of(OwnStanding.LEFT_THE_LIST, OwnStanding.DECLINED);

    private final PersonalLinks links;
    private final ResourceBundleMessageSource bundle = bundle();

    PageWords(PersonalLinks links) {
        this.links = links;
    }

    LetterPage page(LetterFacts about) {
        var kind = about.wish().kind();
        var key = kind.word();
        var values = values(about, Integer.MAX_VALUE);
        var facts = about.told().map(card -> facts(about, card)).orElseGet(Map::of);
        var booking = kind.stream() == MailStream.BOOKING;
        return new LetterPage(
                about.card().map(card -> Wording.plain(card.regionName())).orElseGet(() -> say("sender")),
                subject(about),
                String.join(
                        " · ",
                        facts.isEmpty()
                                ? List.of(inWords(about, "why", values))
                                : facts.values().stream().map(Wording::plain).toList()),
                first(about, values),
                about.reason().map(Wording::paragraphs).orElseGet(List::of),
                more(about, values),
                facts,
                ANSWERS.containsKey(kind) ? say(key + ".question") : "",
                answers(about),
                inWords(about, "button", values),
                link(about),
                about.known() > 0 ? say(key + ".known.button") : "",
                about.known() > 0 ? links.baseUrl() + "/sign-in" : "",
                inWords(about, "why", values),
                booking ? "" : say("stop." + kind.stream().name().toLowerCase(Locale.ROOT), values),
                booking ? "" : links.stop(link(about)));
    }

    /** The longest subject of at most fifty characters: a long title is what gives way. */
    private String subject(LetterFacts about) {
        var key = about.wish().kind().word() + ".subject" + variant(about);
        var whole = say(key, values(about, Integer.MAX_VALUE));
        if (whole.length() <= SUBJECT || about.card().isEmpty()) {
            return Wording.shortened(whole, SUBJECT);
        }
        var title = Wording.plain(about.event().title()).length();
        return Wording.shortened(say(key, values(about, Math.max(1, title - (whole.length() - SUBJECT)))), SUBJECT);
    }

    private String first(LetterFacts about, Object[] values) {
        var key = about.wish().kind().word() + ".first";
        var inLine = about.wish().kind() == MailKind.WAITING
                && about.booking().map(Booking::position).isEmpty();
        var online = about.wish().kind() == MailKind.BOOKED && about.event().takesPlaceOnline();
        var soon = about.wish().kind() == MailKind.CONFIRM_BOOKING ? keptUntil(about) : "";
        var ending = inLine ? ".unknown" : online ? ".online" : variant(about) + soon;
        return isBookedNoMore(about) ? inWords(about, "first", values) : room(about) + say(key + ending, values);
    }

    /** Why whoever joins the line gets no place, or is in it: that it is full is said only where it is. */
    private String room(LetterFacts about) {
        var untold = WITHOUT_ROOM.getOrDefault(about.wish().kind(), EnumSet.allOf(RoomLeft.class));
        return about.booking()
                .filter(booking -> booking.own() == OwnStanding.JOINING || booking.own() == OwnStanding.WAITING)
                .map(Booking::room)
                .filter(room -> !untold.contains(room))
                .map(room -> say("room." + room) + " ")
                .orElse("");
    }

    /** How long there is to confirm: the hour, of a mail that comes late until when that is, or until it starts. */
    private static String keptUntil(LetterFacts about) {
        if (waitsToTheStart(about)) {
            return ".soon";
        }
        var until = about.booking().map(Booking::until);
        return until.filter(end -> end.isBefore(about.now().plus(KEPT_FOR).minus(ON_ITS_WAY)))
                        .isPresent()
                ? ".late"
                : "";
    }

    /** Whether the hour for confirming ends with the start of what it is about. */
    private static boolean waitsToTheStart(LetterFacts about) {
        var until =
                about.booking().map(Booking::until).orElseGet(() -> about.now().plus(KEPT_FOR));
        return !until.isBefore(about.event().startsAt());
    }

    /** The ending of the words for a standing that a kind of mail must not mistake for another; empty for the usual one. */
    private static String standing(LetterFacts about) {
        var own = about.booking().map(Booking::own);
        return switch (about.wish().kind()) {
            case CONFIRM_BOOKING ->
                own.filter(NOTHING_KEPT::contains).map(PageWords::ending).orElse("");
            case WAITING ->
                about.event().offersAt(about.now()) ? "" : about.event().takesPlaceOnline() ? ".late.online" : ".late";
            case CHANGED ->
                own.filter(WITHOUT_A_PLACE::contains).map(PageWords::ending).orElse("");
            case NOT_THEIRS -> isFormClosed(about) ? ".later" : "";
            case CANCELLED_BY_YOU ->
                own.filter(GONE_WITHOUT_ONE::contains).map(PageWords::ending).orElse("");
            case CANCELLED_FOR_YOU ->
                own.filter(OwnStanding.OFF_THE_LIST::equals)
                        .map(PageWords::ending)
                        .orElse("");
            case CALLED_OFF -> about.booking().filter(Booking::walkIn).isPresent() ? ".walk-in" : "";
            default -> "";
        };
    }

    private static String ending(OwnStanding own) {
        return "." + own.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Which of several wordings of one kind: how it stands, what changed, or how long ago and how long it was. */
    private static String variant(LetterFacts about) {
        var wish = about.wish();
        if (wish.kind() == MailKind.CONFIRM_BOOKING || wish.kind().isAboutACancelledBooking()) {
            return standing(about);
        }
        if (wish.kind() == MailKind.CHANGED) {
            var changes = about.changes();
            if (changes.size() > 1) {
                return changes.contains(Change.DATE)
                        ? ".date-and-more"
                        : isAnotherLink(about) ? ".several-link" : ".several";
            }
            return isAnotherLink(about)
                    ? ".link"
                    : "." + changes.iterator().next().word();
        }
        if (wish.kind() == MailKind.HOW_WAS_IT || wish.kind() == MailKind.DID_YOU_MAKE_IT) {
            var card = about.event();
            if (SpokenTime.in(card.zone()).isOfSeveralDays(card.startsAt(), card.endsAt())) {
                return ".days";
            }
            var end = card.endsAt().atZone(card.zone());
            var pastMidnight = end.toLocalTime().isBefore(NIGHT_ENDS);
            if (!evening(about).equals(today(about).minusDays(1))) {
                return ".later";
            }
            return pastMidnight || !end.toLocalTime().isBefore(EVENING) ? "" : ".yesterday";
        }
        return "";
    }

    /** Whether nothing can be changed in the form any more, only in one's history. */
    private static boolean isFormClosed(LetterFacts about) {
        return today(about).isAfter(evening(about).plusDays(FORM_OPEN_DAYS));
    }

    /** The last day of an event, to which its night belongs. */
    private static LocalDate evening(LetterFacts about) {
        var end = about.event().endsAt().atZone(about.event().zone());
        return end.toLocalDate().minusDays(end.toLocalTime().isBefore(NIGHT_ENDS) ? 1 : 0);
    }

    private static LocalDate today(LetterFacts about) {
        return about.now().atZone(about.event().zone()).toLocalDate();
    }

    /** Whether what changed about the place is how an online event is joined, and not where it is. */
    private static boolean isAnotherLink(LetterFacts about) {
        var told = about.wish().told();
        return about.changes().contains(Change.PLACE)
                && told != null
                && about.event().takesPlaceOnline()
                && told.venueName()
                        .strip()
                        .equalsIgnoreCase(about.event().venueName().strip());
    }

    private Map<String, String> facts(LetterFacts about, EventCard card) {
        var facts = new LinkedHashMap<String, String>();
        facts.put(say("fact.event"), Wording.plain(card.title()));
        if (saysWhose(about)) {
            facts.put(say("fact.who"), Wording.plain(about.name()));
        }
        facts.putAll(changed(about, card));
        facts.put(say("fact.when"), SpokenTime.readInBritain(card.zone()).fromTo(card.startsAt(), card.endsAt()));
        if (about.wish().kind().stream() == MailStream.BOOKING
                && !about.wish().kind().isAboutACancelledBooking()) {
            var address = Wording.plain(card.venueAddress());
            facts.put(say("fact.where"), Wording.plain(card.venueName()) + (address.isEmpty() ? "" : ", " + address));
            var comes = about.now().isBefore(card.endsAt()) && about.wish().kind() != MailKind.CALLED_OFF;
            if (comes && !card.findUs().isBlank()) {
                facts.put(say("fact.find-us"), String.join("\n", Wording.paragraphs(card.findUs())));
            }
        }
        if (WITH_CODE.contains(about.wish().kind()) && !card.takesPlaceOnline()) {
            about.booking()
                    .ifPresent(booking ->
                            facts.put(say("fact.code"), booking.code().value()));
        }
        return facts;
    }

    /** Several may read mail at one address. What a stranger typed goes to nobody before they have pressed the button. */
    private static boolean saysWhose(LetterFacts about) {
        return about.wish().kind().stream() == MailStream.BOOKING
                && about.wish().kind() != MailKind.CONFIRM_BOOKING
                && about.booking().isPresent()
                && !about.name().isBlank();
    }

    /** What it was and what it is, for each thing that changed and reads differently. */
    private Map<String, String> changed(LetterFacts about, EventCard card) {
        var told = about.wish().told();
        if (told == null) {
            return Map.of();
        }
        var lines = new LinkedHashMap<String, String>();
        for (var change : about.changes()) {
            var before = spoken(change, told, about.now());
            var now = spoken(change, WhenAndWhere.of(card), about.now());
            if (!before.equals(now)) {
                lines.put(say("changed.fact." + change.word()), say("changed.from-to", before, now));
            }
        }
        return lines;
    }

    private static String spoken(Change change, WhenAndWhere state, Instant now) {
        var time = SpokenTime.readInBritain(state.zone());
        return switch (change) {
            case DATE -> time.day(state.startsAt(), now);
            case START_TIME -> time.time(state.startsAt());
            case END_TIME -> time.time(state.endsAt());
            case PLACE -> Wording.plain(state.venueName());
        };
    }

    /** The words for exactly this standing, or those of the kind alone. */
    private String inWords(LetterFacts about, String part, Object[] values) {
        var key = about.wish().kind().word() + "." + part;
        return found(about, key, values).orElseGet(() -> say(key, values));
    }

    /** Words of this standing's own; where nothing can be booked any more, first of all those that promise no place. */
    private Optional<String> found(LetterFacts about, String key, Object[] values) {
        return Stream.of(isBookedNoMore(about) ? ".begun" : "", standing(about))
                .filter(ending -> !ending.isEmpty())
                .flatMap(ending -> Stream.ofNullable(bundle.getMessage(key + ending, values, null, Locale.UK)))
                .findFirst();
    }

    /** Once it has begun nobody can book again, and nobody else is given the place. */
    private static boolean isBookedNoMore(LetterFacts about) {
        return about.wish().kind().isAboutACancelledBooking()
                && !about.now().isBefore(about.event().startsAt());
    }

    private List<String> more(LetterFacts about, Object[] values) {
        var key = about.wish().kind().word() + ".more";
        var more = found(about, key, values).orElseGet(() -> bundle.getMessage(key, values, "", Locale.UK));
        var shared = about.others().isEmpty() ? "" : bundle.getMessage(key + ".shared", values, "", Locale.UK);
        var inOrder = about.wish().kind() == MailKind.ASKED_AGAIN ? Stream.of(more, shared) : Stream.of(shared, more);
        var known = about.known() > 0 ? say(key.replace(".more", ".known"), values) : "";
        return Stream.concat(inOrder, Stream.of(known))
                .filter(words -> words != null && !words.isEmpty())
                .map(String::valueOf)
                .toList();
    }

    private Map<String, String> answers(LetterFacts about) {
        var kind = about.wish().kind();
        var answers = new LinkedHashMap<String, String>();
        for (var answer : ANSWERS.getOrDefault(kind, List.of())) {
            answers.put(say(kind.word() + ".question." + answer.replace('=', '.')), link(about) + "?" + answer);
        }
        return answers;
    }

    private String link(LetterFacts about) {
        var wish = about.wish();
        if (wish.kind() == MailKind.SIGN_IN) {
            return links.signIn(wish.detail());
        }
        if (wish.kind() == MailKind.CALLED_OFF || isBookedNoMore(about)) {
            return links.baseUrl() + "/";
        }
        if (wish.kind().isAboutACancelledBooking()) {
            return links.baseUrl() + "/events/" + about.event().event().value() + "/book";
        }
        var attendance = Optional.ofNullable(wish.attendance())
                .orElseThrow(() -> new IllegalStateException("no attendance in " + wish.cause()));
        if (wish.kind() == MailKind.NOT_THEIRS) {
            return isFormClosed(about) ? links.baseUrl() + "/sign-in" : links.feedback(attendance, wish.generation());
        }
        if (wish.kind() == MailKind.FOLLOW_UP) {
            return links.followUp(attendance, wish.generation());
        }
        return wish.kind().stream() == MailStream.FEEDBACK
                ? links.feedback(attendance, wish.generation())
                : links.booking(attendance, about.person().moved());
    }

    private Object[] values(LetterFacts about, int titleLength) {
        var wish = about.wish();
        var card = about.card();
        return new Object[] {
            card.map(found -> Wording.shortened(Wording.plain(found.title()), titleLength))
                    .orElse(""),
            card.map(found -> SpokenTime.readInBritain(found.zone()).shortDay(found.startsAt(), about.now()))
                    .orElse(""),
            Wording.firstName(about.name()),
            card.map(found -> Wording.plain(found.venueName())).orElse(""),
            card.map(found -> SpokenTime.readInBritain(found.zone()).time(found.startsAt()))
                    .orElse(""),
            about.booking().map(Booking::position).map(Wording::ordinal).orElse(""),
            card.map(found -> until(about, found)).orElse(""),
            wish.kind() == MailKind.FOLLOW_UP ? say("months." + wish.detail()) : "",
            card.map(found -> Wording.plain(found.regionName())).orElseGet(() -> say("sender")),
            card.map(found -> SpokenTime.readInBritain(found.zone()).time(found.endsAt()))
                    .orElse(""),
            Wording.plain(about.name()),
            String.join(", ", about.others().stream().map(Wording::plain).toList()),
            about.others().size(),
            about.known()
        };
    }

    /** Until when an offer stands now: it may have been cut short since the mail was asked for. */
    private static String until(LetterFacts about, EventCard card) {
        return about.booking()
                .map(Booking::until)
                .or(() -> Optional.of(about.wish())
                        .filter(wish -> wish.kind() == MailKind.OFFER)
                        .map(MailRequest::validUntil))
                .map(end -> SpokenTime.readInBritain(card.zone()).until(end, about.now()))
                .orElse("");
    }

    private String say(String key, Object... values) {
        return bundle.getMessage(key, values, Locale.UK);
    }

    private static ResourceBundleMessageSource bundle() {
        var bundle = new ResourceBundleMessageSource();
        bundle.setBundleClassLoader(PageWords.class.getClassLoader());
        bundle.setBasename("mail-messages");
        bundle.setDefaultEncoding("UTF-8");
        bundle.setFallbackToSystemLocale(false);
        bundle.setAlwaysUseMessageFormat(true);
        return bundle;
    }
}
