package org.natter.web.services;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * Bookings, the door, mails, names and histories, as attendee-service tells them. Throws {@link ServiceDown} and {@link
 * ServiceRefusal}; never tells whether an address is known.
 */
public interface AttendeeApi {

    /** How many events can be asked about at once. */
    int MOST_EVENTS = 50;

    // ---- booking, and its mailed links ----

    /** Asks for a place; the same key twice is one wish. */
    @TwiceIsOnce
    @PostExchange("/bookings")
    Asked ask(Caller caller, @RequestHeader("Idempotency-Key") FormId key, @RequestBody BookingWish wish);

    /** How full an event is; nothing in the moment between its publishing and attendee-service hearing of it. */
    @GetExchange("/events/{event}/places")
    Optional<Places> places(Caller caller, @PathVariable EventId event);

    /** The same of several events, {@value #MOST_EVENTS} at most, of those that attendee-service has heard of. */
    @GetExchange("/places")
    List<Places> placesOfEach(Caller caller, @RequestParam("event") List<EventId> events);

    /** The booking behind a mailed link; changes nothing. Nothing for a wrong link. */
    @PostExchange("/booking-links/read")
    Optional<Booking> read(Caller caller, @RequestBody Link link);

    /** Confirms the wish that was shown; refused if it is another by now. */
    @TwiceIsOnce
    @PostExchange("/booking-links/confirm")
    Booking confirm(Caller caller, @RequestBody Confirmation press);

    @TwiceIsOnce
    @PostExchange("/booking-links/accept")
    Booking accept(Caller caller, @RequestBody Link link);

    @TwiceIsOnce
    @PostExchange("/booking-links/cancel")
    Booking cancel(Caller caller, @RequestBody Cancellation cancellation);

    @TwiceIsOnce
    @PostExchange("/booking-links/choices")
    Booking choose(Caller caller, @RequestBody ListChoice choice);

    /** What is switched off of the feedback mail that this link came with; changes nothing. Nothing for a wrong link. */
    @PostExchange("/stop-links/read")
    Optional<StopChoice> readStopLink(Caller caller, @RequestBody Link link);

    /** Switches feedback mail off, about one event or any; twice is once. */
    @TwiceIsOnce
    @PostExchange("/stop-links/stop")
    Optional<StopChoice> stopMails(Caller caller, @RequestBody StopWish wish);

    /** Switches whatever of it was switched off on again, but other events that were switched off one by one. */
    @TwiceIsOnce
    @PostExchange("/stop-links/ask-again")
    Optional<StopChoice> askAgain(Caller caller, @RequestBody Link link);

    // ---- a person's own pages ----

    /** Mails a sign-in link for this browser, if the address is known; says the same either way. */
    @PostExchange("/sign-in-links")
    void mailSignInLink(Caller caller, @RequestBody SignInWish wish);

    /** Who pressed the button behind a sign-in link in the browser that asked; nothing if the link has run out. */
    @PostExchange("/sign-ins")
    Optional<SignedIn> signIn(Caller caller, @RequestBody SignIn press);

    @GetExchange("/me")
    Me me(Caller attendee);

    /** All bookings, latest event first. */
    @GetExchange("/me/bookings")
    List<Booking> bookings(Caller attendee);

    /** The whole networking history, newest event first. */
    @GetExchange("/me/history")
    History history(Caller attendee);

    /** Keeps something about somebody in one's own history. */
    @TwiceIsOnce
    @PutExchange("/me/history/people/{acquaintance}")
    void keep(Caller attendee, @PathVariable AcquaintanceId acquaintance, @RequestBody PageWish wish);

    /** Adds somebody to an evening, or a meeting from elsewhere; the same id twice is one. */
    @TwiceIsOnce
    @PostExchange("/me/history/meetings")
    void add(Caller attendee, @RequestBody MeetingWish wish);

    /** Keeps what came of it in one's own history; the same id twice is one. */
    @TwiceIsOnce
    @PostExchange("/me/history/outcomes")
    void tell(Caller attendee, @RequestBody OwnOutcome outcome);

    @TwiceIsOnce
    @PutExchange("/me/history/evenings/{event}")
    void keep(Caller attendee, @PathVariable EventId event, @RequestBody EveningWish wish);

    /** Whom of these the caller met at another event; refused unless the attendance is their own. */
    @PostExchange("/me/attendances/{attendance}/met-before")
    List<MetBefore> metBefore(Caller attendee, @PathVariable AttendanceId attendance, @RequestBody OnTheList list);

    /** Whom the caller will know at an event of the next two days, three at most; nothing if they have no place there. */
    @GetExchange("/me/events/{event}/coming")
    Optional<List<Coming>> coming(Caller attendee, @PathVariable EventId event);

    /** What the person is called from now on, also at events to come; refused if they are called otherwise than was seen. */
    @TwiceIsOnce
    @PutExchange("/me/name")
    OwnName call(Caller attendee, @RequestBody NewName name);

    @GetExchange("/me/choices")
    Choices choices(Caller attendee);

    /** Shares this from now on; refused if something else is shared than was seen. */
    @TwiceIsOnce
    @PutExchange("/me/choices")
    Choices choose(Caller attendee, @RequestBody ChoicesWish choices);

    /** Whether the person gets feedback mail. */
    @GetExchange("/me/feedback-mails")
    FeedbackMails feedbackMails(Caller attendee);

    /** Gets it from now on, or none at all; what was said about one event alone stays. */
    @TwiceIsOnce
    @PutExchange("/me/feedback-mails")
    FeedbackMails want(Caller attendee, @RequestBody FeedbackMails wish);

    // ---- for whoever holds a feedback link ----

    /** Keeps the writer's own words for something that came of it. */
    @TwiceIsOnce
    @PutExchange("/events/{event}/outcomes/{outcome}/words")
    OutcomeWords keep(
            Caller answering,
            @PathVariable EventId event,
            @PathVariable FormId outcome,
            @RequestBody OutcomeWords words);

    /** Whom the page speaks to: before an answer the initial alone is shown. */
    @GetExchange("/attendances/{attendance}/greeting")
    Greeting greeting(Caller answering, @PathVariable AttendanceId attendance);

    /** What there is to say about the evening once the answer saved at {@code sent} is known. */
    @GetExchange("/attendances/{attendance}/evening")
    EveningInWords evening(
            Caller answering,
            @PathVariable AttendanceId attendance,
            @RequestParam(required = false) @Nullable Instant sent);

    /** Mails the key to the history to whoever the answer is from. */
    @PostExchange("/attendances/{attendance}/key")
    void mailKey(Caller answering, @PathVariable AttendanceId attendance, @RequestBody KeyWish wish);

    /** "This isn't my link": its owner is told by mail that it reached somebody else; twice is once. */
    @TwiceIsOnce
    @PostExchange("/attendances/{attendance}/not-mine")
    void notMine(Caller answering, @PathVariable AttendanceId attendance);

    /** Who chose to be listed at the event, without the one who asks; A to Z. */
    @GetExchange("/events/{event}/roster")
    List<Listed> roster(Caller answering, @PathVariable EventId event);

    /** The writer's own words for people not on the roster, in the order of their making. */
    @GetExchange("/events/{event}/labels")
    List<Label> labels(Caller answering, @PathVariable EventId event);

    /** Keeps words for somebody not on the roster; the same words twice are one label. */
    @TwiceIsOnce
    @PostExchange("/events/{event}/labels")
    Labelled label(Caller answering, @PathVariable EventId event, @RequestBody LabelWish wish);

    /** What only the writer sees about this event; empty if nothing. */
    @GetExchange("/events/{event}/private-words")
    PrivateWords privateWords(Caller answering, @PathVariable EventId event);

    /** Keeps them in the place of those that were seen; refused if others stand there by now. */
    @TwiceIsOnce
    @PutExchange("/events/{event}/private-words")
    PrivateWords keep(Caller answering, @PathVariable EventId event, @RequestBody KeepWords words);

    // ---- the door and the mails, for organisers ----

    /** Everybody who asked for a place at an event, in any state. */
    @GetExchange("/events/{event}/attendees")
    List<Attendee> attendees(Caller caller, @PathVariable EventId event);

    /** These host the event, and nobody else. */
    @TwiceIsOnce
    @PutExchange("/events/{event}/hosts")
    void nameHosts(Caller caller, @PathVariable EventId event, @RequestBody Hosts hosts);

    /** Somebody is at the door; the same id twice is one arrival. */
    @TwiceIsOnce
    @PostExchange("/events/{event}/check-ins")
    DoorAnswer checkIn(Caller caller, @PathVariable EventId event, @RequestBody AtTheDoor press);

    /** That was a mistake; both facts are kept. */
    @TwiceIsOnce
    @DeleteExchange("/events/{event}/check-ins/{attendance}")
    DoorAnswer undo(Caller caller, @PathVariable EventId event, @PathVariable AttendanceId attendance);

    /** Somebody came who is not on the list; the same id twice is one arrival. */
    @TwiceIsOnce
    @PostExchange("/events/{event}/walk-ins")
    DoorAnswer walkIn(Caller caller, @PathVariable EventId event, @RequestBody WalkIn walkIn);

    /** One page of a region's mails, newest first, and how many there are of each status; {@code before} and {@code after} as a page gave them. */
    @GetExchange("/outbox")
    Outbox outbox(
            Caller caller,
            @RequestParam RegionId region,
            @RequestParam(name = "status", required = false) Set<MailStatus> statuses,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam int limit);

    /** A mail that came back goes once more, and its address is written to again; false if there is no such mail. */
    @PostExchange("/outbox/tries")
    Tried tryAgain(Caller caller, @RequestBody Try wish);

    /** The mail that calling an event off, or changing it, would send; nothing is sent. */
    @PostExchange("/events/{event}/mail-previews")
    MailPreview preview(Caller caller, @PathVariable EventId event, @RequestBody PreviewWish wish);

    /** How many mails of these statuses there are; a status without mails is left out. */
    @GetExchange("/outbox/counts")
    MailCounts mailCounts(
            Caller caller, @RequestParam RegionId region, @RequestParam("status") Set<MailStatus> statuses);

    /**
     * What somebody typed into the booking form; absent is not said. Prints masked.
     *
     * @param kept whether a place is to be kept until they confirm
     */
    record BookingWish(
            EventId event,
            String name,
            String email,
            String organisation,
            @Nullable Sector sector,
            @Nullable Boolean newcomer,
            boolean listed,
            boolean kept,
            boolean adult) {

        /** Whether everything is filled in that nobody can be booked without; how well, attendee-service says. */
        public boolean lacksNothing() {
            return !name.isBlank() && !email.isBlank() && sector != null && newcomer != null && adult;
        }

        /** The same, with or without a place kept. */
        public BookingWish kept(boolean may) {
            return new BookingWish(event, name, email, organisation, sector, newcomer, listed, may, adult);
        }

        @Override
        public String toString() {
            return "BookingWish[" + event + ", masked]";
        }
    }

    /** Whether there was a place for somebody new in the moment of asking: the same answer for everybody. */
    record Asked(boolean room) {}

    /**
     * Places, and how many of them are free; {@code forNewcomers} is none while others wait for one, {@code room} says the
     * same in words, {@code open} whether booking is. {@code coming} has kinds of library that people come from, where that
     * points at nobody.
     */
    record Places(
            EventId event,
            int places,
            int booked,
            int waiting,
            int offered,
            int free,
            int forNewcomers,
            Room room,
            boolean open,
            List<Sector> coming) {}

    /** What room there is for somebody new: full is what is full, not what is kept for those in line. */
    enum Room {
        FREE,
        OTHERS_FIRST,
        ON_OFFER,
        FULL;

        public boolean isFull() {
            return this == FULL;
        }
    }

    record Link(LinkToken token) {}

    /** @param shown the mark of the wish as it stood on the page with the button */
    record Confirmation(LinkToken token, String shown) {}

    record Cancellation(LinkToken token, CancelReason reason) {}

    record ListChoice(LinkToken token, boolean listed) {}

    /** How much feedback mail is switched off. */
    enum Stopped {
        NOTHING,
        EVENT,
        ALL
    }

    record StopWish(LinkToken token, Stopped stop) {}

    /** What a link of a feedback mail is about, and what its owner has switched off. */
    record StopChoice(EventId event, String title, Stopped stopped) {

        public boolean isNothing() {
            return stopped == Stopped.NOTHING;
        }

        public boolean isEvent() {
            return stopped == Stopped.EVENT;
        }

        public boolean isAll() {
            return stopped == Stopped.ALL;
        }
    }

    /** Whether somebody gets feedback mail, or wants to. */
    record FeedbackMails(boolean wanted) {}

    /** How things stand with a booking. */
    enum BookingStatus {
        UNCONFIRMED,
        BOOKED,
        WAITING,
        OFFERED,
        CANCELLED,
        LAPSED;

        public boolean isUnconfirmed() {
            return this == UNCONFIRMED;
        }

        public boolean isBooked() {
            return this == BOOKED;
        }

        public boolean isWaiting() {
            return this == WAITING;
        }

        public boolean isOffered() {
            return this == OFFERED;
        }

        public boolean isCancelled() {
            return this == CANCELLED;
        }

        public boolean isLapsed() {
            return this == LAPSED;
        }
    }

    /** How things stand, as finely as a page tells it: each has words of its own, see {@code docs/standings.md}. */
    enum Standing {
        KEPT,
        UNKEPT,
        JOINING,
        BOOKED,
        WAITING,
        OFFERED,
        LET_GO,
        NOT_JOINED,
        OFFER_LAPSED,
        CANCELLED,
        LEFT_THE_LIST,
        DECLINED,
        TAKEN_BACK,
        NOT_ADMITTED,
        CALLED_OFF
    }

    /** Why somebody cancels; asked, never required. */
    enum CancelReason {
        COST,
        COVER_AT_WORK,
        CARING,
        TIME,
        DISTANCE,
        HEALTH,
        NOBODY_I_KNOW,
        FORGOT,
        OTHER,
        NOT_SAID
    }

    /**
     * One booking as its owner sees it, and the published facts of its event; {@code position} is there while waiting, and
     * {@code wish} is the mark of all that a press on the button takes over.
     */
    record Booking(
            EventId event,
            AttendanceId attendance,
            BookingStatus status,
            Standing standing,
            boolean here,
            Room room,
            Instant since,
            @Nullable Integer position,
            @Nullable Instant offerUntil,
            @Nullable Instant heldUntil,
            String name,
            String organisation,
            String code,
            boolean listed,
            Sector sector,
            RegionId region,
            String title,
            Instant startsAt,
            Instant endsAt,
            ZoneId zone,
            String venueName,
            String venueAddress,
            String findUs,
            String wish) {

        @Override
        public String toString() {
            return "Booking[" + attendance + ", " + status + "]";
        }
    }

    /** @param browser SHA-256 of the browser's cookie */
    record SignInWish(String email, String browser) {

        @Override
        public String toString() {
            return "SignInWish[masked]";
        }
    }

    record SignIn(LinkToken token, String browser) {}

    record SignedIn(PersonId person, String name) {

        @Override
        public String toString() {
            return "SignedIn[" + person + "]";
        }
    }

    record OwnName(String name) {

        @Override
        public String toString() {
            return "OwnName[…]";
        }
    }

    /** Another name, and the one in whose place it is to stand. */
    record NewName(String name, String insteadOf) {

        @Override
        public String toString() {
            return "NewName[…]";
        }
    }

    /** What is kept about the person themself; no address once a mailbox refused us for good. */
    record Me(PersonId person, String name, @Nullable String email, String organisation, Sector sector) {

        @Override
        public String toString() {
            return "Me[" + person + "]";
        }
    }

    /** One's own history; a headline is absent without any event, circles under five people. */
    record History(
            List<Evening> events,
            List<Acquaintance> people,
            Totals totals,
            List<CameOfIt> outcomes,
            @Nullable String headline,
            @Nullable String headlineWords,
            List<Fact> facts,
            List<String> anyGood,
            List<String> chatting,
            @Nullable String circles) {

        @Override
        public String toString() {
            return "History[masked]";
        }
    }

    /** One plain fact, and what it rests on. */
    record Fact(String fact, String base) {}

    /** The owner's own form, while it is open. */
    record OpenForm(AttendanceId attendance, int generation) {

        /** What it opens. */
        public AnswerPass pass(EventId event) {
            return new AnswerPass(attendance, event, generation);
        }
    }

    /** What somebody set themselves for an evening, and how it went once it is over. */
    record Aim(String words, @Nullable Went went) {

        @Override
        public String toString() {
            return "Aim[masked]";
        }
    }

    enum Went {
        DID_IT,
        SORT_OF,
        ANOTHER_TIME
    }

    /**
     * What is kept about somebody in one's own history; what is absent stays as it is.
     *
     * @param insteadOf the note that was seen there: refused if another stands there by now
     */
    record PageWish(
            @Nullable String note,
            @Nullable String insteadOf,
            @Nullable Boolean metAgain,
            @Nullable Boolean keptInTouch,
            @Nullable AcquaintanceId sameAs,
            @Nullable Boolean removed) {

        @Override
        public String toString() {
            return "PageWish[masked]";
        }
    }

    /** Somebody to add: to an event, or to a meeting from elsewhere on a day. */
    record MeetingWish(
            FormId id,
            @Nullable EventId event,
            @Nullable String where,
            @Nullable String on,
            @Nullable AcquaintanceId person,
            @Nullable String words,
            boolean known,
            boolean useful) {

        @Override
        public String toString() {
            return "MeetingWish[masked]";
        }
    }

    /** Something that came of it, for one's own history alone; absent is not said. */
    record OwnOutcome(
            FormId id,
            FeedbackApi.@Nullable OutcomeKind kind,
            FeedbackApi.@Nullable Direction direction,
            @Nullable Integer year,
            @Nullable Integer month,
            AcquaintanceId person,
            String words) {

        @Override
        public String toString() {
            return "OwnOutcome[masked]";
        }
    }

    /**
     * One's own words about an evening, or one's aim for it; what is absent stays as it is.
     *
     * @param insteadOf the words that were seen there: refused if others stand there by now
     * @param aimInsteadOf the aim that was seen there, empty for none; likewise
     * @param wentInsteadOf how that was seen to have gone
     */
    record EveningWish(
            @Nullable String words,
            @Nullable String insteadOf,
            @Nullable String aim,
            @Nullable Went went,
            @Nullable String aimInsteadOf,
            @Nullable Went wentInsteadOf) {

        @Override
        public String toString() {
            return "EveningWish[masked]";
        }
    }

    record OutcomeWords(String words) {

        @Override
        public String toString() {
            return "OutcomeWords[masked]";
        }
    }

    /** Attendances of the who-was-there list. */
    record OnTheList(List<AttendanceId> listed) {}

    /** When, and by which clock, somebody of the list was met last, at another event. */
    record MetBefore(AttendanceId attendance, Instant at, ZoneId zone) {}

    /** Somebody one will know, with one's own note. */
    record Coming(AcquaintanceId person, String name, Instant at, ZoneId zone, String note) {

        @Override
        public String toString() {
            return "Coming[" + person + "]";
        }
    }

    /** What others may learn, and only those who were named by each other. */
    record Choices(boolean bothSaidSo, boolean circles, boolean coming) {

        /** These from now on, in the place of those that were seen. */
        public ChoicesWish insteadOf(Choices seen) {
            return new ChoicesWish(bothSaidSo, circles, coming, seen);
        }
    }

    /** What others may learn from now on, and what they might when it was looked at. */
    record ChoicesWish(boolean bothSaidSo, boolean circles, boolean coming, Choices insteadOf) {}

    /** One event attended; its facts are absent until known. {@code others} counts people without a name. */
    record Evening(
            EventId event,
            @Nullable String title,
            @Nullable Instant startsAt,
            @Nullable ZoneId zone,
            @Nullable String venueName,
            boolean answered,
            List<Met> people,
            int others,
            List<String> sentences,
            String privateWords,
            List<List<String>> introductions,
            @Nullable OpenForm form,
            @Nullable Aim aim,
            boolean elsewhere,
            boolean calledOff) {

        /** Whether nobody was named and nothing said. */
        public boolean isQuiet() {
            return people.isEmpty() && others == 0;
        }

        @Override
        public String toString() {
            return "Evening[" + event + "]";
        }
    }

    /** Somebody met at one event; {@code introducedByName} is absent if nobody introduced them. */
    record Met(
            AcquaintanceId person,
            String name,
            Sector sector,
            Before before,
            Talk talk,
            Again again,
            @Nullable String introducedByName,
            @Nullable AcquaintanceId introducedBy,
            boolean bothSaidSo) {

        /** Whether they met for the first time. */
        public boolean isNew() {
            return before == Before.NEW;
        }

        @Override
        public String toString() {
            return "Met[" + person + "]";
        }
    }

    enum Before {
        NEW,
        KNOWN
    }

    enum Talk {
        CHAT,
        USEFUL,
        BOTH,
        NOT_SAID;

        /** Whether it was said. */
        public boolean isSaid() {
            return this != NOT_SAID;
        }
    }

    enum Again {
        YES,
        MAYBE,
        NO,
        NOT_SAID;

        /** Whether they might not recognise each other. */
        public boolean isDoubtful() {
            return this == MAYBE;
        }
    }

    /** How far it went with somebody. */
    enum HowFar {
        MET_ONCE,
        MET_AGAIN,
        KEPT_IN_TOUCH,
        SOMETHING_CAME_OF_IT
    }

    /** Somebody met, over all events. */
    record Acquaintance(
            AcquaintanceId person,
            String name,
            @Nullable Moment firstMet,
            @Nullable Moment lastMet,
            int meetings,
            boolean knewBefore,
            HowFar stage,
            boolean metAgain,
            boolean keptInTouch,
            boolean bothSaidSo,
            boolean labelled,
            String note,
            List<EventId> events) {

        /** How far it went, as it is said: an old friend was not met once. */
        public String stageKey() {
            return knewBefore && stage == HowFar.MET_ONCE
                    ? "KNEW_BEFORE"
                    : knewBefore && stage == HowFar.MET_AGAIN ? "KNEW_BEFORE_AGAIN" : stage.name();
        }

        @Override
        public String toString() {
            return "Acquaintance[" + person + "]";
        }
    }

    /** An instant and the place's own clock. */
    record Moment(Instant at, ZoneId zone) {}

    /** P7 and P10 as sentences; absent where there is nothing to say. */
    record Totals(@Nullable String sentence, @Nullable String chatSentence) {}

    /** Something that came of it, and the month. */
    record CameOfIt(
            String outcome,
            @Nullable EventId event,
            FeedbackApi.OutcomeKind kind,
            FeedbackApi.Direction direction,
            int year,
            int month,
            boolean beganAsChat,
            boolean overheard,
            List<String> people,
            List<AcquaintanceId> persons,
            String words) {

        @Override
        public String toString() {
            return "CameOfIt[" + kind + "]";
        }
    }

    record Greeting(String name, String initial, String eventTitle) {

        @Override
        public String toString() {
            return "Greeting[masked]";
        }
    }

    /** @param answerKnown whether the answer asked about is in the sentences yet */
    record EveningInWords(
            boolean answerKnown,
            List<String> sentences,
            @Nullable String title,
            @Nullable Instant startsAt,
            @Nullable ZoneId zone,
            @Nullable String venueName,
            List<OnTheCard> people,
            int others) {

        @Override
        public String toString() {
            return "EveningInWords[masked]";
        }
    }

    /** Somebody for the card of an evening. */
    record OnTheCard(String name, Before before) {

        @Override
        public String toString() {
            return "OnTheCard[masked]";
        }
    }

    /** The browser that asks, by its hash. */
    record KeyWish(String browser) {}

    /** One person of the who-was-there list; where nobody was checked in, it is the list of those who had a place. */
    record Listed(AttendanceId attendance, String name, Sector sector, boolean here) {

        @Override
        public String toString() {
            return "Listed[" + attendance + "]";
        }
    }

    record Label(LabelId label, String words) {

        @Override
        public String toString() {
            return "Label[" + label + "]";
        }
    }

    record LabelWish(String words) {

        @Override
        public String toString() {
            return "LabelWish[masked]";
        }
    }

    record Labelled(LabelId label) {}

    record PrivateWords(String overheard) {

        @Override
        public String toString() {
            return "PrivateWords[masked]";
        }
    }

    /** Private words, and those in whose place they are to stand. */
    record KeepWords(String overheard, String insteadOf) {

        @Override
        public String toString() {
            return "KeepWords[masked]";
        }
    }

    /** Who hosts an event: all of them. */
    record Hosts(List<AttendanceId> hosts) {

        public Hosts {
            hosts = List.copyOf(hosts);
        }
    }

    /**
     * One attendance with its name, as organisers may see it; {@code checkedInBy} is an account's id, and {@code stood} how they
     * stand whether or not the event was called off.
     */
    record Attendee(
            AttendanceId attendance,
            String name,
            @Nullable String organisation,
            Sector sector,
            boolean newcomer,
            boolean listed,
            boolean walkIn,
            BookingStatus status,
            BookingStatus stood,
            String code,
            Instant at,
            @Nullable Instant checkedInAt,
            @Nullable String checkedInBy,
            @Nullable Integer position,
            @Nullable Instant offerUntil,
            boolean host) {

        @Override
        public String toString() {
            return "Attendee[" + attendance + ", " + status + "]";
        }
    }

    /**
     * A tap or a code at the door.
     *
     * @param letIn lets in somebody without a place, if there is room for them
     * @param overLimit lets them in whatever the limit, once the helper has been told
     */
    record AtTheDoor(
            FormId id, @Nullable String code, @Nullable AttendanceId attendance, boolean letIn, boolean overLimit) {}

    /** Somebody who is not on the list; an absent sector was not chosen. Prints masked. */
    record WalkIn(
            FormId id,
            String name,
            @Nullable String email,
            @Nullable Sector sector,
            boolean newcomer,
            boolean listed,
            boolean overLimit) {

        @Override
        public String toString() {
            return "WalkIn[masked]";
        }
    }

    /** What the door says. */
    enum DoorResult {
        WELCOME,
        ALREADY_IN,
        UNDONE,
        WAITING,
        CANCELLED,
        NOT_CONFIRMED,
        OTHER_EVENT,
        NOT_FOUND
    }

    /** What the door says about whom; {@code here} counts everybody in the room so far, {@code room} whether there is a place for them. */
    record DoorAnswer(
            DoorResult result,
            @Nullable AttendanceId attendance,
            @Nullable String name,
            @Nullable Instant at,
            @Nullable String helper,
            boolean newcomer,
            int here,
            boolean room) {

        @Override
        public String toString() {
            return "DoorAnswer[" + result + "]";
        }
    }

    enum MailStatus {
        QUEUED,
        CLAIMED,
        SENDING,
        UNKNOWN,
        RETRY,
        SENT,
        BOUNCED,
        GIVEN_UP,
        STOPPED
    }

    enum MailKind {
        CONFIRM_BOOKING,
        BOOKED,
        ASKED_AGAIN,
        WAITING,
        OFFER,
        CANCELLED_BY_YOU,
        CHANGED,
        CALLED_OFF,
        DAY_BEFORE,
        HOW_WAS_IT,
        DID_YOU_MAKE_IT,
        STILL_TIME,
        FOLLOW_UP,
        NOT_THEIRS,
        SIGN_IN
    }

    /** Why a mail was not sent after all. */
    enum StopReason {
        NONE,
        TOO_LATE,
        PERSON_GONE,
        NO_ADDRESS,
        MAILBOX_REFUSED,
        NOT_WANTED,
        EVENT_CALLED_OFF,
        BOOKING_CANCELLED,
        NO_LONGER_TRUE,
        ANSWERED
    }

    /** One page of the outbox; {@code older} and {@code newer} lead to its neighbours and are absent at the ends. */
    record Outbox(
            List<Mail> mails,
            Map<MailStatus, Integer> counts,
            @Nullable String older,
            @Nullable String newer) {}

    /** What an organiser is about to do. */
    enum Step {
        CALL_OFF,
        CHANGE
    }

    /**
     * A step, and what it would make of the event. Prints masked.
     *
     * @param reason why it would be called off; absent for a change, which has all the others
     */
    record PreviewWish(
            Step step,
            @Nullable String reason,
            @Nullable String title,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable String venueName,
            @Nullable String venueAddress,
            @Nullable String findUs) {

        /** Calling it off. */
        public static PreviewWish callingOff(String reason) {
            return new PreviewWish(Step.CALL_OFF, reason, null, null, null, null, null, null);
        }

        @Override
        public String toString() {
            return "PreviewWish[" + step + "]";
        }
    }

    /** A mail to be read before it goes; without subject and text where nobody would be mailed. */
    record MailPreview(
            boolean mailed,
            @Nullable String subject,
            @Nullable String text,
            boolean onlyWithAPlace) {

        @Override
        public String toString() {
            return "MailPreview[masked]";
        }
    }

    /** Which mail to try again, by its id. */
    record Try(String mail) {}

    record Tried(boolean tried) {}

    record MailCounts(Map<MailStatus, Integer> counts) {}

    /** One mail, without its text. */
    record Mail(
            String id,
            EventId event,
            String eventTitle,
            MailKind kind,
            MailStatus status,
            StopReason stopped,
            int attempts,
            Instant at,
            @Nullable Instant nextAttemptAt,
            String subject,
            String name) {

        @Override
        public String toString() {
            return "Mail[" + id + ", " + status + "]";
        }
    }
}
