package org.natter.web.services;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * Feedback links, answers and outcomes, as feedback-service keeps them. Each step replaces what was saved of that step, so
 * saving twice is saving once. Throws {@link ServiceDown}, and {@link ServiceRefusal}, which is absent once the link was revoked.
 */
public interface FeedbackApi {

    /** What a link stands for; changes nothing. Wrong, revoked and erased links are all nothing. */
    @PostExchange("/links/read")
    Optional<FormLink> read(Caller caller, @RequestBody Link link);

    /** No more questions about this event. */
    @TwiceIsOnce
    @PostExchange("/links/stop")
    void stop(Caller caller, @RequestBody Link link);

    /** Questions about this event again, those still to come. */
    @TwiceIsOnce
    @PostExchange("/links/ask-again")
    void askAgain(Caller caller, @RequestBody Link link);

    /** "Not yet, and that's fine". */
    @TwiceIsOnce
    @PostExchange("/follow-ups/not-yet")
    void notYet(Caller caller, @RequestBody Link link);

    /** "No, not this time", and perhaps why; again replaces the reason. */
    @TwiceIsOnce
    @PostExchange("/links/stay-away")
    void stayAway(Caller caller, @RequestBody StayAway said);

    @GetExchange("/answers/{attendance}")
    Answer answer(Caller answering, @PathVariable AttendanceId attendance);

    @TwiceIsOnce
    @PutExchange("/answers/{attendance}/steps/1")
    void save(Caller answering, @PathVariable AttendanceId attendance, @RequestBody HowWasIt step);

    @TwiceIsOnce
    @PutExchange("/answers/{attendance}/steps/2")
    void save(Caller answering, @PathVariable AttendanceId attendance, @RequestBody NewPeople step);

    @TwiceIsOnce
    @PutExchange("/answers/{attendance}/steps/3")
    void save(Caller answering, @PathVariable AttendanceId attendance, @RequestBody FamiliarPeople step);

    @TwiceIsOnce
    @PutExchange("/answers/{attendance}/steps/4")
    void save(Caller answering, @PathVariable AttendanceId attendance, @RequestBody Chats step);

    @TwiceIsOnce
    @PutExchange("/answers/{attendance}/steps/5")
    void save(Caller answering, @PathVariable AttendanceId attendance, @RequestBody AnythingElse step);

    @TwiceIsOnce
    @PostExchange("/answers/{attendance}/send")
    void send(Caller answering, @PathVariable AttendanceId attendance);

    /** A word for the organisers, kept apart from the answer; the same id twice is one comment. */
    @TwiceIsOnce
    @PostExchange("/comments")
    void comment(Caller answering, @RequestBody Comment comment);

    /** A few words to the organisers' own questions, kept apart from the answer and from each other; the same id twice is one. */
    @TwiceIsOnce
    @PostExchange("/comments/own")
    void comment(Caller answering, @RequestBody OwnWords words);

    /** Something came of it; the same id twice is one outcome. */
    @TwiceIsOnce
    @PostExchange("/outcomes")
    void report(Caller answering, @RequestBody Outcome outcome);

    /** Takes back what came of it, also once every form is closed. */
    @TwiceIsOnce
    @DeleteExchange("/outcomes/{outcome}")
    void withdraw(Caller answering, @PathVariable FormId outcome);

    /** How many were asked and have answered, and until when; nothing where no event of theirs was ever told. */
    @GetExchange("/events/{event}/turnout")
    Optional<Turnout> turnout(Caller caller, @PathVariable EventId event);

    /** What is behind the link of a talk; changes nothing. Wrong ones are nothing. */
    @PostExchange("/talks/read")
    Optional<SpeakersTalk> talk(Caller caller, @RequestBody TalkLink link);

    /** Whether its speaker would like to read what people said: the last reply before the report is due, else the first. */
    @TwiceIsOnce
    @PostExchange("/talks/reply")
    void reply(Caller caller, @RequestBody TalkReply reply);

    /** The organisers' own questions about an event; nothing where no event of theirs was ever told. */
    @GetExchange("/events/{event}/questions")
    Optional<Questions> questions(Caller caller, @PathVariable EventId event);

    /** Asks these in the place of those of this version; once the form is open only some of the same, which withdraws the others. */
    @TwiceIsOnce
    @PutExchange("/events/{event}/questions")
    Questions ask(
            Caller caller, @PathVariable EventId event, @RequestParam int version, @RequestBody QuestionsWish wish);

    /** How an event was, or how far the report has come; nothing where no event of theirs was ever told. */
    @GetExchange("/events/{event}/feedback")
    Optional<FeedbackReport> feedback(Caller caller, @PathVariable EventId event);

    /** How people of an event mixed, or how far the report has come; nothing where no event of theirs was ever told. */
    @GetExchange("/events/{event}/mixing")
    Optional<MixingReport> mixing(Caller caller, @PathVariable EventId event);

    /** Whether chatting counts, the years of a region that can be told, newest first. */
    @GetExchange("/regions/{region}/chatting")
    Chatting chatting(Caller caller, @PathVariable RegionId region);

    /** Of each of these events, fifty at most, whether its check-in list is complete; nothing of one that is not theirs. */
    @GetExchange("/lists")
    List<CheckInList> lists(Caller caller, @RequestParam("event") List<EventId> events);

    /** Whether everybody who came was checked in; the first reply stays. */
    @TwiceIsOnce
    @PostExchange("/events/{event}/list")
    void reply(Caller caller, @PathVariable EventId event, @RequestBody ListReply reply);

    record StayAway(LinkToken token, AbsenceReason reason) {}

    record ListReply(boolean complete) {}

    /** Whether whoever was booked and is not on an event's list did not come. */
    record CheckInList(EventId event, boolean complete) {}

    /** The question of a form's link. */
    enum Question {
        HOW_WAS_IT,
        DID_YOU_MAKE_IT
    }

    /** What a link asks. */
    enum LinkKind {
        FEEDBACK,
        FOLLOW_UP
    }

    /** Whether something can still be said. */
    enum LinkState {
        OPEN,
        READ_ONLY,
        CLOSED,
        CALLED_OFF
    }

    record FormLink(
            AttendanceId attendance,
            EventId event,
            int generation,
            LinkKind kind,
            LinkState state,
            Instant closesAt,
            boolean answered,
            boolean sent,
            Set<Integer> steps,
            Question asks,
            boolean stayedAway,
            boolean reasonGiven,
            boolean moreToAsk) {

        /** What the link opens. */
        public AnswerPass pass() {
            return new AnswerPass(attendance, event, generation);
        }
    }

    /**
     * The whole answer, for its writer; 0 and {@code NOT_SAID} where nothing was said, no {@code savedAt} before the first word.
     *
     * @param leftWords whether a word for the organisers is kept, apart from the answer
     * @param own what the organisers ask besides, with what was said to it
     */
    record Answer(
            AttendanceId attendance,
            EventId event,
            int worthComing,
            int feltWelcome,
            List<Side> met,
            List<Others> others,
            KnownBefore knownBefore,
            FamiliarFaces familiarFaces,
            Came came,
            Set<Integer> stepsDone,
            boolean sent,
            boolean leftWords,
            @Nullable Instant savedAt,
            Instant closesAt,
            List<Own> own) {

        /** Whether step 1 says anything now. */
        public boolean saysHowItWas() {
            return worthComing > 0 || feltWelcome > 0;
        }

        /** Whether whom they met is said, nobody included. */
        public boolean saysWhom() {
            return stepsDone.contains(2);
        }

        /** How many people were met without a name. */
        public int unnamed() {
            return others.stream().mapToInt(Others::count).sum();
        }
    }

    /** How one of the organisers' own questions is answered. */
    enum OwnKind {
        PICK_ONE,
        FEW_WORDS,
        /** "Worth hearing?", the best mark first, and a line for its speaker. */
        TALK;

        /** Whether one of a list is picked. */
        public boolean isPickOne() {
            return this == PICK_ONE;
        }
    }

    /** An option of a list by its place, or one of the two with which every list ends. */
    enum Pick {
        FIRST,
        SECOND,
        THIRD,
        FOURTH,
        FIFTH,
        SIXTH,
        SEVENTH,
        EIGHTH,
        SOMETHING_ELSE,
        RATHER_NOT_SAY;

        /** The mark of a talk that it is, from 5, the first, down to 1; 0 where it is none. */
        public int mark() {
            return Math.max(0, SIXTH.ordinal() - ordinal());
        }

        /** Whether a list of so many options has it. */
        public boolean isOffered(int options) {
            return ordinal() < options || ordinal() >= SOMETHING_ELSE.ordinal();
        }

        /** The words of one of these options; empty for what every list ends with. */
        public String among(List<String> options) {
            return ordinal() < options.size() ? options.get(ordinal()) : "";
        }
    }

    /** One of the organisers' own questions, what was picked of its list, and whether a few words to it are kept. */
    record Own(
            QuestionId question,
            OwnKind kind,
            String words,
            List<String> options,
            @Nullable Pick pick,
            boolean leftWords) {}

    /** One person met, as the writer tells it. */
    record Side(Who who, Familiarity before, Talk talk, Again again, Introduction introduced, boolean askAgain) {

        /** Whether they met for the first time. */
        public boolean isNew() {
            return before == Familiarity.NEW;
        }
    }

    /** How well the writer knew them before. */
    enum Familiarity {
        NEW,
        BIT,
        WELL,
        UNSURE
    }

    enum IntroducedBy {
        NOT_SAID,
        NOBODY,
        ORGANISER,
        ACTIVITY,
        ATTENDANCE,
        LABEL;

        /** Whether it was said. */
        public boolean isSaid() {
            return this != NOT_SAID;
        }
    }

    /** Who introduced two people; the id is empty unless it was a person of the roster or a label. */
    record Introduction(IntroducedBy by, String id) {}

    /** People met whose names the writer does not have. */
    record Others(Sector sector, int count) {}

    enum KnownBefore {
        NONE,
        A_FEW,
        ABOUT_HALF,
        MOST,
        NOT_SAID
    }

    enum FamiliarFaces {
        NEARLY_ALL,
        MORE_THAN_HALF,
        ABOUT_HALF,
        LESS_THAN_HALF,
        HARDLY_ANY,
        NOT_SAID
    }

    enum Came {
        ALONE,
        WITH_COLLEAGUES,
        NOT_SAID
    }

    /**
     * Step 1; 0 is not said.
     *
     * @param ratherNotSay takes back what was said
     */
    record HowWasIt(int worthComing, int feltWelcome, boolean ratherNotSay) {

        public static final HowWasIt TAKEN_BACK = new HowWasIt(0, 0, true);

        public HowWasIt(int worthComing, int feltWelcome) {
            this(worthComing, feltWelcome, false);
        }
    }

    /** Step 2. */
    record NewPeople(List<NewPerson> met, List<Others> others) {}

    record NewPerson(Who who) {}

    /** Step 3. */
    record FamiliarPeople(List<FamiliarPerson> met, KnownBefore knownBefore) {}

    record FamiliarPerson(Who who, HowWell before) {}

    enum HowWell {
        BIT,
        WELL
    }

    /** Step 4. */
    record Chats(List<Chat> talks) {}

    record Chat(Who who, boolean useful, boolean maybeNotRecognise, Introduction introduced, boolean askAgain) {}

    /** Step 5. */
    record AnythingElse(FamiliarFaces familiarFaces, Came came, List<Chosen> choices) {

        public AnythingElse {
            choices = List.copyOf(choices);
        }

        public AnythingElse(FamiliarFaces familiarFaces, Came came) {
            this(familiarFaces, came, List.of());
        }
    }

    /** What was picked of a list. */
    record Chosen(QuestionId question, Pick pick) {}

    record OwnWords(List<SaidTo> said) {}

    /** A few words to one of the organisers' own questions. */
    record SaidTo(FormId id, QuestionId question, String words) {

        @Override
        public String toString() {
            return "SaidTo[" + id + "]";
        }
    }

    /** What may still be done with an event's own questions. */
    enum QuestionStanding {
        OPEN,
        STAND,
        SETTLED;

        /** Whether they may still be written. */
        public boolean isOpen() {
            return this == OPEN;
        }

        /** Whether people are being asked, so that one can only be withdrawn. */
        public boolean isAsked() {
            return this == STAND;
        }
    }

    /** The organisers' own questions about an event; version 0 before there were any. */
    record Questions(
            EventId event,
            int version,
            QuestionStanding standing,
            Instant opensAt,
            List<OwnQuestion> questions,
            List<NamedTalk> talks) {}

    /** A talk of the event, and the token of the link that its speaker is handed. */
    record NamedTalk(QuestionId id, String title, boolean tookPlace, LinkToken link) {

        /** The same once more. */
        public TalkWish again() {
            return new TalkWish(id, title, tookPlace);
        }
    }

    record OwnQuestion(QuestionId id, OwnKind kind, String words, List<String> options) {

        /** The same once more. */
        public QuestionWish again() {
            return new QuestionWish(kind, words, options);
        }
    }

    record QuestionsWish(List<QuestionWish> questions, List<TalkWish> talks) {}

    /** A talk as it is named; with the id of one that is named already its title is corrected. */
    record TalkWish(@Nullable QuestionId id, String title, boolean tookPlace) {}

    /** The link of a talk. */
    record TalkLink(EventId event, LinkToken token) {}

    record TalkReply(EventId event, LinkToken token, boolean wants) {}

    /** How far it has come with a talk. */
    enum TalkState {
        ASKING,
        DECLINED,
        WAITING,
        SHOWN;

        public boolean isDeclined() {
            return this == DECLINED;
        }

        public boolean isWaiting() {
            return this == WAITING;
        }

        public boolean isShown() {
            return this == SHOWN;
        }
    }

    /** A talk for its speaker; what is told of it only where it is shown. */
    record SpeakersTalk(
            String title,
            TalkState state,
            Instant publishesAt,
            @Nullable Integer rated,
            @Nullable Told worthHearing,
            List<String> said) {

        @Override
        public String toString() {
            return "SpeakersTalk[*]";
        }
    }

    record QuestionWish(@Nullable OwnKind kind, String words, List<String> options) {}

    record Comment(FormId id, String words) {

        @Override
        public String toString() {
            return "Comment[" + id + "]";
        }
    }

    enum OutcomeKind {
        KEPT_IN_TOUCH,
        INTRODUCED_ON,
        ADVICE,
        VISIT,
        HELPED,
        WORK_EXPERIENCE,
        JOB,
        WORKED_TOGETHER,
        OTHER
    }

    enum Direction {
        RECEIVED,
        GIVEN
    }

    /** What came of it, and the people it is owed to; absent is not said. */
    record Outcome(
            FormId id,
            @Nullable OutcomeKind kind,
            @Nullable Direction direction,
            @Nullable Integer year,
            @Nullable Integer month,
            List<Credit> credited) {}

    enum CreditKind {
        ATTENDANCE,
        LABEL,
        OVERHEARD
    }

    /** One of them, or with an empty id something overheard. */
    record Credit(CreditKind kind, String id) {}

    record Turnout(
            int asked,
            int answered,
            Instant closesAt,
            @Nullable ListQuestion listQuestion,
            @Nullable Boolean listSaidComplete) {}

    /** "Only 3 of 22 are checked in. Was the list complete?", while a reply is waited for. */
    record ListQuestion(int checkedIn, int expected, Instant takenAsNoAt) {}

    /** How far a report has come. */
    enum ReportState {
        COMING,
        COLLECTING,
        PUBLISHED,
        CALLED_OFF
    }

    /** How an event was; absent below five answers and before it is published. */
    record FeedbackReport(
            ReportState state,
            int asked,
            int answered,
            Instant closesAt,
            Instant publishesAt,
            @Nullable Integer came,
            @Nullable Rated feedback,
            List<String> comments,
            List<Reason> reasons,
            List<OwnTold> own) {

        /** A report waits until all it is taken of has come together, which is a matter of seconds; an hour is too long. */
        private static final Duration IN_TIME = Duration.ofHours(1);

        /** Of how many people those who answered are, while answers come and once it is settled. */
        public int reached() {
            return reached(asked, answered);
        }

        /** The same of either report of an event; never fewer than answered, also in one of an earlier release. */
        public static int reached(int asked, int answered) {
            return Math.max(asked, answered);
        }

        public boolean takesAnswers(Instant now) {
            return state == ReportState.COLLECTING && closesAt.isAfter(now);
        }

        /** Whether it should have been published by now and isn't. */
        public boolean isLate(Instant now) {
            return isLate(state, publishesAt, now);
        }

        /** The same of either report of an event. */
        public static boolean isLate(ReportState state, Instant publishesAt, Instant now) {
            return state == ReportState.COLLECTING && now.isAfter(publishesAt.plus(IN_TIME));
        }

        @Override
        public String toString() {
            return "FeedbackReport[*]";
        }
    }

    /** What was said to one of the organisers' own questions: of a list from five people, of few words from five people's. */
    record OwnTold(
            QuestionId question,
            OwnKind kind,
            String words,
            @Nullable Integer answered,
            List<OwnLine> lines,
            List<String> said) {

        @Override
        public String toString() {
            return "OwnTold[*]";
        }
    }

    /** So many picked this; without words it is all the rest. */
    record OwnLine(String words, int people) {}

    /** What fewer than five people said is absent. */
    record Rated(
            @Nullable Told worthComing,
            @Nullable Told feltWelcome,
            @Nullable FamiliarFaces familiarFaces) {}

    /** A share in a word, and in per cent where enough people stand behind it. */
    record Told(Band band, @Nullable Integer percent) {}

    /** Words for a share. */
    enum Band {
        HARDLY_ANYONE,
        SOME,
        ABOUT_HALF,
        MOST,
        NEARLY_EVERYONE
    }

    /** Why so many could not come. */
    record Reason(AbsenceReason reason, int people) {}

    /** How people mixed; absent below ten answers and before it is published. */
    record MixingReport(
            ReportState state,
            int asked,
            int answered,
            Instant closesAt,
            Instant publishesAt,
            @Nullable Integer came,
            @Nullable Mixing mixing) {}

    /** Everything that may be told of who talked with whom, as a whole. */
    record Mixing(
            @Nullable Told newFaces,
            @Nullable Pull pull,
            @Nullable Sectors sectors,
            @Nullable Newcomers newcomers,
            Knit knit,
            @Nullable Integer recall,
            @Nullable Band again,
            @Nullable Suggestion suggestion) {}

    /** How much likelier people who knew each other were to talk. */
    enum Pull {
        NO_MORE_LIKELY,
        TWICE,
        THREE_TIMES,
        FAR_MORE_LIKELY
    }

    /** How sectors mixed; two people picked at random, and two who talked, differ in so many per cent. */
    record Sectors(
            MixingWord word,
            @Nullable Integer room,
            @Nullable Integer talks,
            List<SectorCell> grid) {}

    enum MixingWord {
        KEPT_TO_THEIR_OWN,
        NEARLY,
        AS_CHANCE,
        MORE_THAN_CHANCE
    }

    record SectorCell(Sector one, Sector other, RateWord word) {}

    enum RateWord {
        LESS,
        ABOUT_AS_MUCH,
        MORE
    }

    enum Newcomers {
        NEARLY_EVERYONE,
        COULD_DO_WITH_A_HELLO
    }

    enum Knit {
        ONE_CROWD,
        SEPARATE_GROUPS,
        NOTHING;

        /** Whether there is something to say. */
        public boolean isSaid() {
            return this != NOTHING;
        }

        /** Whether everybody hung together. */
        public boolean isOneCrowd() {
            return this == ONE_CROWD;
        }
    }

    enum Suggestion {
        SMALL_TABLES,
        ONE_SWAP,
        TWO_HOSTS
    }

    record Chatting(List<Season> seasons) {}

    /**
     * A year of a region: questions asked and answered, and the sentence, absent where too little came of it; how many newcomers
     * came again, absent where that would speak of too few.
     */
    record Season(
            int year,
            int asked,
            int answered,
            Instant publishedAt,
            @Nullable ChattingSentence sentence,
            @Nullable Band cameAgain) {}

    record ChattingSentence(
            Band share,
            Fraction baseRate,
            boolean about,
            Verdict verdict,
            @Nullable Payoff payoff,
            @Nullable ChattingNumbers numbers) {

        /** Whether how often talk paid off points elsewhere than the share that began as a chat: the two count differently. */
        public boolean pullsApart() {
            return payoff != null
                    && switch (verdict) {
                        case MORE -> payoff != Payoff.A_LITTLE_LESS;
                        case FAIR -> payoff == Payoff.A_LITTLE_LESS || payoff == Payoff.MUCH_MORE;
                        case LESS -> payoff == Payoff.A_LITTLE_LESS || payoff == Payoff.AS_OFTEN;
                    };
        }
    }

    enum Fraction {
        QUARTER,
        THIRD,
        HALF,
        TWO_THIRDS,
        THREE_QUARTERS,
        NINE_IN_TEN
    }

    enum Verdict {
        MORE,
        FAIR,
        LESS
    }

    enum Payoff {
        A_LITTLE_LESS,
        AS_OFTEN,
        A_LITTLE_MORE,
        MUCH_MORE
    }

    record ChattingNumbers(int goods, int beganAsAChat, int chatPerHundred, int usefulPerHundred) {}
}
