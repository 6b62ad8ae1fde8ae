package org.natter.web.organiser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.natter.web.forms.OwnQuestionBox;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.FeedbackApi.NamedTalk;
import org.natter.web.services.FeedbackApi.OwnKind;
import org.natter.web.services.FeedbackApi.OwnQuestion;
import org.natter.web.services.FeedbackApi.QuestionWish;
import org.natter.web.services.FeedbackApi.Questions;
import org.natter.web.services.FeedbackApi.QuestionsWish;
import org.natter.web.services.FeedbackApi.TalkWish;
import org.natter.web.services.QuestionId;

/**
 * The organisers' own questions as they are typed: five places, of which empty ones ask nothing.
 *
 * @param version that of the questions it was filled from
 */
public record OwnQuestionsForm(int version, List<Place> places, List<TalkPlace> talks) {

    private static final int PLACES = 5;
    private static final int TALKS = 8;

    public OwnQuestionsForm {
        places = List.copyOf(places);
        talks = List.copyOf(talks);
    }

    /**
     * One talk, counted from 1.
     *
     * @param was the talk whose title stood there, of which it is a correction
     * @param stood that title; empty where none did
     */
    public record TalkPlace(int number, @Nullable QuestionId was, String stood, String title, boolean tookPlace) {

        private TalkWish wish() {
            return new TalkWish(was, title.strip(), tookPlace);
        }

        private boolean isOf(NamedTalk talk) {
            return talk.id().equals(was) || talk.title().equals(title.strip());
        }
    }

    /**
     * One place, counted from 1; its list as it is typed, an option a line.
     *
     * @param was the question it was filled from
     * @param stood the words of that question; empty where there was none
     */
    public record Place(
            int number,
            @Nullable QuestionId was,
            String stood,
            @Nullable OwnKind kind,
            String words,
            String options) {

        static Place empty(int number) {
            return new Place(number, null, "", null, "", "");
        }

        private Place filledFrom(OwnQuestion question) {
            return new Place(number, question.id(), question.words(), kind, words, options);
        }

        private Place filledFromNothing() {
            return new Place(number, null, "", kind, words, options);
        }

        boolean isEmpty() {
            return words.isBlank() && options.isBlank();
        }

        private List<String> lines() {
            return options.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        }

        private QuestionWish wish() {
            return new QuestionWish(kind, words.strip(), lines());
        }
    }

    static OwnQuestionsForm of(Questions saved) {
        var questions = saved.questions();
        return new OwnQuestionsForm(
                saved.version(),
                IntStream.rangeClosed(1, PLACES)
                        .mapToObj(number -> number > questions.size()
                                ? Place.empty(number)
                                : place(number, questions.get(number - 1)))
                        .toList(),
                IntStream.rangeClosed(1, TALKS)
                        .mapToObj(number -> talk(number, saved.talks()))
                        .toList());
    }

    private static TalkPlace talk(int number, List<NamedTalk> named) {
        return number > named.size()
                ? new TalkPlace(number, null, "", "", true)
                : new TalkPlace(
                        number,
                        named.get(number - 1).id(),
                        named.get(number - 1).title(),
                        named.get(number - 1).title(),
                        named.get(number - 1).tookPlace());
    }

    private static Place place(int number, OwnQuestion question) {
        return new Place(
                number,
                question.id(),
                question.words(),
                question.kind(),
                question.words(),
                String.join("\n", question.options()));
    }

    static OwnQuestionsForm of(SubmittedForm form) {
        return new OwnQuestionsForm(
                (int) form.version(),
                IntStream.rangeClosed(1, PLACES)
                        .mapToObj(number -> new Place(
                                number,
                                form.id("asked-" + number, QuestionId::new).orElse(null),
                                form.text("stood-" + number),
                                form.choice("kind-" + number, OwnKind.class),
                                form.text("words-" + number),
                                form.text("options-" + number)))
                        .toList(),
                IntStream.rangeClosed(1, TALKS)
                        .mapToObj(number -> new TalkPlace(
                                number,
                                form.id("was-" + number, QuestionId::new).orElse(null),
                                form.text("stood-talk-" + number),
                                form.text("talk-" + number),
                                form.isTicked("took-" + number)))
                        .toList());
    }

    /** The same words, beside what is asked by now. */
    OwnQuestionsForm seeing(Questions now) {
        return new OwnQuestionsForm(
                now.version(),
                places.stream()
                        .map(place -> now.questions().stream()
                                .filter(question -> isOf(question, place))
                                .findFirst()
                                .map(place::filledFrom)
                                .orElseGet(place::filledFromNothing))
                        .toList(),
                talksSeeing(now));
    }

    private static boolean isOf(OwnQuestion question, Place place) {
        return question.id().equals(place.was()) || question.again().equals(place.wish());
    }

    /** The same talks, of which those that are not there any more are new ones. */
    private List<TalkPlace> talksSeeing(Questions now) {
        var there = now.talks().stream().map(NamedTalk::id).toList();
        return talks.stream()
                .map(talk -> talk.was() == null || there.contains(talk.was())
                        ? talk
                        : new TalkPlace(talk.number(), null, "", talk.title(), talk.tookPlace()))
                .toList();
    }

    /** Those in use, and the next one. */
    public List<Place> shown() {
        return places.subList(0, Math.min(PLACES, lastInUse() + 1));
    }

    /** All others. */
    public List<Place> folded() {
        return places.subList(shown().size(), PLACES);
    }

    private int lastInUse() {
        return filled().mapToInt(Place::number).max().orElse(0);
    }

    QuestionsWish wish() {
        return new QuestionsWish(filled().map(Place::wish).toList(), talkWishes());
    }

    /** The same questions as are asked, and these talks. */
    QuestionsWish wishOfTalks(Questions asked) {
        return new QuestionsWish(
                asked.questions().stream().map(OwnQuestion::again).toList(), talkWishes());
    }

    private List<TalkWish> talkWishes() {
        return namedTalks().map(TalkPlace::wish).toList();
    }

    private Stream<TalkPlace> namedTalks() {
        return talks.stream().filter(talk -> !talk.title().isBlank());
    }

    /** Talks in use, and the next one. */
    public List<TalkPlace> shownTalks() {
        return talks.subList(
                0,
                Math.min(TALKS, namedTalks().mapToInt(TalkPlace::number).max().orElse(0) + 1));
    }

    /** All other talks. */
    public List<TalkPlace> foldedTalks() {
        return talks.subList(shownTalks().size(), TALKS);
    }

    private Stream<Place> filled() {
        return places.stream().filter(place -> !place.isEmpty());
    }

    /** The form's field for each of the service's, which knows of no empty places. */
    Map<String, String> fields() {
        var fields = new HashMap<String, String>();
        var asked = filled().toList();
        for (var one = 0; one < asked.size(); one++) {
            var number = asked.get(one).number();
            for (var field : List.of("kind", "words", "options")) {
                fields.put("questions[" + one + "]." + field, field + "-" + number);
            }
            for (var line = 0; line < asked.get(one).lines().size(); line++) {
                fields.put("questions[" + one + "].options[" + line + "]", "options-" + number);
            }
        }
        fields.put("questions", "");
        var named = namedTalks().toList();
        for (var one = 0; one < named.size(); one++) {
            fields.put("talks[" + one + "].title", "talk-" + named.get(one).number());
        }
        fields.put("talks", "");
        return fields;
    }

    /** As the form would ask them; what has no words yet, or of which it is not said how it is answered, isn't shown. */
    public List<OwnQuestionBox> preview() {
        var heard = talks.stream()
                .filter(talk -> talk.tookPlace() && !talk.title().isBlank())
                .map(talk -> OwnQuestionBox.preview(
                        PLACES + talk.number(), OwnKind.TALK, talk.title().strip(), List.of()));
        var asked = filled().filter(place -> !place.words().isBlank())
                .flatMap(place -> Stream.ofNullable(place.kind())
                        .map(kind -> OwnQuestionBox.preview(
                                place.number(), kind, place.words().strip(), place.lines())));
        return Stream.concat(heard, asked).toList();
    }

    /** Whether it is about talks alone. */
    boolean asksNothing() {
        return filled().findAny().isEmpty();
    }

    /** These talks, beside the questions as they are asked. */
    OwnQuestionsForm naming(Questions asked) {
        return new OwnQuestionsForm(asked.version(), of(asked).places(), talksSeeing(asked));
    }

    /** Whether all questions that are asked now are among its own. */
    boolean asks(Questions now) {
        return filled().map(Place::wish)
                .toList()
                .containsAll(now.questions().stream().map(OwnQuestion::again).toList());
    }

    /** Whether all talks that are named now are among its own. */
    boolean names(Questions now) {
        return namedTalks()
                .map(talk -> talk.title().strip())
                .toList()
                .containsAll(now.talks().stream().map(NamedTalk::title).toList());
    }

    /**
     * The questions that the boxes were filled from, and that somebody has taken off since.
     *
     * @param rewritten those in whose boxes something else stands by now, or the others
     */
    List<String> withdrawnMeanwhile(Questions now, boolean rewritten) {
        return filled().filter(place -> place.was() != null)
                .filter(place -> now.questions().stream().noneMatch(question -> isOf(question, place)))
                .filter(place -> isOther(place.stood(), place.words()) == rewritten)
                .map(Place::stood)
                .toList();
    }

    private static boolean isOther(String stood, String typed) {
        return !stood.strip().equals(typed.strip());
    }

    /** The same of talks. */
    List<String> takenOffMeanwhile(Questions now, boolean rewritten) {
        return namedTalks()
                .filter(talk -> talk.was() != null)
                .filter(talk -> now.talks().stream().noneMatch(talk::isOf))
                .filter(talk -> isOther(talk.stood(), talk.title()) == rewritten)
                .map(TalkPlace::stood)
                .toList();
    }

    /** The talks that stand with this tick by now, or without it, and the other way round in the boxes. */
    List<String> tickedOtherwise(Questions now, boolean tookPlace) {
        return now.talks().stream()
                .filter(talk -> talk.tookPlace() == tookPlace)
                .filter(talk -> namedTalks()
                        .filter(typed -> typed.isOf(talk))
                        .anyMatch(typed -> typed.tookPlace() != tookPlace))
                .map(NamedTalk::title)
                .toList();
    }

    /** What was typed as questions, to be copied where it can't be taken any more. */
    List<String> typedQuestions() {
        var typed = new ArrayList<String>();
        filled().forEach(place -> Stream.of(place.words(), place.options())
                .map(String::strip)
                .filter(words -> !words.isEmpty())
                .forEach(typed::add));
        return typed;
    }

    /** The same of questions and talks. */
    List<String> typedWords() {
        var typed = new ArrayList<>(typedQuestions());
        namedTalks()
                .map(talk -> talk.title().strip())
                .filter(words -> !words.isEmpty())
                .forEach(typed::add);
        return typed;
    }
}
