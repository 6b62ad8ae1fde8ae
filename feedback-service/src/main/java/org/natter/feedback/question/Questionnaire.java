package org.natter.feedback.question;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.QuestionId;

/**
 * The organisers' own questions about one event, in the order in which they are asked, up to five, and its talks, up to eight;
 * none of them twice.
 *
 * @param version 0 before anything was kept, and one more with each change
 * @param gone the ids of talks that went under another title than their first, which would give them to whatever is named so next
 */
public record Questionnaire(
        EventId event, int version, List<OwnQuestion> questions, List<Talk> talks, List<QuestionId> gone) {

    public static final int MOST = 5;
    public static final int MOST_TALKS = 8;

    /** Questions and talks together. */
    public static final int MOST_ASKED = MOST + MOST_TALKS;

    /** Talks, and those that are gone, are absent from what was kept before there was a need for them. */
    public Questionnaire(
            EventId event,
            int version,
            List<OwnQuestion> questions,
            @Nullable List<Talk> talks,
            @Nullable List<QuestionId> gone) {
        this.event = event;
        this.version = version;
        this.questions = List.copyOf(questions);
        this.talks = talks == null ? List.of() : List.copyOf(talks);
        this.gone = gone == null ? List.of() : List.copyOf(gone);
        if (this.questions.size() > MOST || this.talks.size() > MOST_TALKS) {
            throw new IllegalArgumentException("up to five questions and eight talks");
        }
    }

    /** Of an event without talks. */
    public Questionnaire(EventId event, int version, List<OwnQuestion> questions) {
        this(event, version, questions, List.of());
    }

    /** Before any talk went. */
    public Questionnaire(EventId event, int version, List<OwnQuestion> questions, List<Talk> talks) {
        this(event, version, questions, talks, List.of());
    }

    /** Of an event about which nothing is asked besides. */
    public static Questionnaire none(EventId event) {
        return new Questionnaire(event, 0, List.of());
    }

    /** The one that follows with these questions; the same one where they are asked already. */
    Questionnaire asking(List<OwnQuestion> wanted, List<Talk> asNamed) {
        var named = recognised(asNamed);
        return wanted.equals(questions) && named.equals(talks)
                ? this
                : new Questionnaire(event, version + 1, wanted, named, goneBy(named));
    }

    private List<QuestionId> goneBy(List<Talk> named) {
        var still = named.stream().map(Talk::id).collect(Collectors.toSet());
        var going = talks.stream()
                .filter(talk -> !talk.isNamedByTitle(event))
                .map(Talk::id)
                .filter(id -> !still.contains(id));
        return Stream.concat(gone.stream(), going).distinct().toList();
    }

    /**
     * Each talk as the one it was before: by its title where that stands already, else by the id that it brings along where it
     * is one of these talks, else as a new one.
     */
    private List<Talk> recognised(List<Talk> named) {
        var byTitle = talks.stream().collect(Collectors.toMap(Talk::title, Talk::id, (one, same) -> one));
        var known = talks.stream().map(Talk::id).collect(Collectors.toSet());
        var taken = new HashSet<QuestionId>();
        var found = new HashMap<Talk, Talk>();
        named.forEach(talk -> Optional.ofNullable(byTitle.get(talk.title())).ifPresent(same -> {
            taken.add(same);
            found.put(talk, talk.as(same));
        }));
        named.stream()
                .filter(talk -> !found.containsKey(talk) && !talk.isNamedByTitle(event))
                .filter(talk -> known.contains(talk.id()) && taken.add(talk.id()))
                .forEach(talk -> found.put(talk, talk));
        taken.addAll(gone);
        taken.addAll(known); // a new talk has neither the link nor the answers of one that went
        named.stream().filter(talk -> !found.containsKey(talk)).forEach(talk -> {
            var fresh = talk.apartFrom(event, taken);
            taken.add(fresh.id());
            found.put(talk, fresh);
        });
        return named.stream().map(talk -> found.getOrDefault(talk, talk)).toList();
    }

    /** What is asked: first about the talks that took place, then the questions. */
    public List<OwnQuestion> asked() {
        return Stream.concat(talks.stream().filter(Talk::tookPlace).map(Talk::question), questions.stream())
                .toList();
    }

    /** Whether these are some of its questions, and none besides. */
    boolean holds(List<OwnQuestion> wanted) {
        return questions.containsAll(wanted);
    }

    /** The question with this id of which that is true; empty if it is not asked, or not any more. */
    public Optional<OwnQuestion> find(QuestionId question, Predicate<OwnQuestion> which) {
        return asked().stream()
                .filter(asked -> asked.id().equals(question))
                .filter(which)
                .findFirst();
    }
}
