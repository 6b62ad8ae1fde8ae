package org.natter.web.forms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.natter.web.services.FeedbackApi.Chosen;
import org.natter.web.services.FeedbackApi.Own;
import org.natter.web.services.FeedbackApi.OwnKind;
import org.natter.web.services.FeedbackApi.Pick;
import org.natter.web.services.FeedbackApi.SaidTo;
import org.natter.web.services.FormId;
import org.natter.web.services.QuestionId;

/**
 * One of the organisers' own questions as a form shows it, with what was picked or typed. The form brings along what it asked,
 * so that it can be shown again while the service that knows is asleep. Prints masked.
 *
 * @param name tells its fields from those of the others; the question's id where it is asked
 * @param pick what is picked of its list
 * @param said the few words in its box, and {@code saidId} the id they have if they are kept
 * @param leftWords whether a few words are kept already
 */
public record OwnQuestionBox(
        String name,
        OwnKind kind,
        String words,
        List<String> options,
        @Nullable Pick pick,
        String said,
        FormId saidId,
        boolean leftWords) {

    private static final String ASKED = "asked";
    private static final String BREAK = "\n";
    private static final int BEFORE_OPTIONS = 4;

    public OwnQuestionBox {
        options = List.copyOf(options);
    }

    /** One thing to pick; without words it is one of the two with which every list ends. */
    public record PickBox(Pick pick, String words, boolean ticked) {

        /** The bundle's key of its words, where it has none of its own. */
        public String message() {
            return pick.mark() > 0 ? "attendee.worth." + pick.mark() : "own-question." + pick;
        }
    }

    /** As it is asked and was answered. */
    public static OwnQuestionBox of(Own own) {
        return new OwnQuestionBox(
                own.question().value(),
                own.kind(),
                own.words(),
                own.options(),
                own.pick(),
                "",
                FormId.fresh(),
                own.leftWords());
    }

    /** As it would be asked. */
    public static OwnQuestionBox preview(int number, OwnKind kind, String words, List<String> options) {
        var shown = options.subList(0, Math.min(options.size(), Pick.SOMETHING_ELSE.ordinal()));
        return new OwnQuestionBox("look-" + number, kind, words, shown, null, "", FormId.fresh(), false);
    }

    /** Those a form asked, with what it brings; what cannot be read was not asked. */
    public static List<OwnQuestionBox> of(SubmittedForm form) {
        return form.all(ASKED).stream()
                .flatMap(asked -> read(asked, form).stream())
                .toList();
    }

    private static Optional<OwnQuestionBox> read(String asked, SubmittedForm form) {
        var lines = List.of(asked.split(BREAK));
        try {
            var name = new QuestionId(lines.get(0)).value();
            return Optional.of(new OwnQuestionBox(
                    name,
                    OwnKind.valueOf(lines.get(1)),
                    lines.get(3),
                    lines.subList(BEFORE_OPTIONS, lines.size()),
                    form.choice("own-" + name, Pick.class),
                    form.text("said-" + name),
                    form.formId("id-" + name),
                    Boolean.parseBoolean(lines.get(2))));
        } catch (IllegalArgumentException | IndexOutOfBoundsException meddled) {
            return Optional.empty();
        }
    }

    /** Those of a form to which a few words were typed. */
    public static List<OwnQuestionBox> saidIn(SubmittedForm form) {
        return of(form).stream().filter(box -> !box.said().isBlank()).toList();
    }

    /** As it is asked now, with what was typed and picked here. */
    public OwnQuestionBox askedAs(Own own) {
        return new OwnQuestionBox(name, own.kind(), own.words(), own.options(), pick, said, saidId, own.leftWords());
    }

    /** What the form says of it, one line each. */
    public String asked() {
        var lines = new ArrayList<>(List.of(name, kind.name(), String.valueOf(leftWords), words));
        lines.addAll(options);
        return String.join(BREAK, lines);
    }

    public boolean isList() {
        return kind == OwnKind.PICK_ONE;
    }

    public boolean isTalk() {
        return kind == OwnKind.TALK;
    }

    /** What can be picked, in order. */
    public List<PickBox> picks() {
        return Arrays.stream(Pick.values())
                .filter(this::offers)
                .map(one -> new PickBox(one, one.among(options), one == pick))
                .toList();
    }

    private boolean offers(Pick one) {
        return isTalk() ? one.mark() > 0 || one == Pick.RATHER_NOT_SAY : one.isOffered(options.size());
    }

    /** What is picked; empty where nothing is. */
    public Optional<PickBox> picked() {
        return picks().stream().filter(PickBox::ticked).findFirst();
    }

    /** What is to be saved with the answer; empty where nothing is picked. */
    public Optional<Chosen> chosen() {
        return kind != OwnKind.FEW_WORDS && pick != null
                ? Optional.of(new Chosen(new QuestionId(name), pick))
                : Optional.empty();
    }

    /** What is to be kept apart from it; empty where nothing is written. */
    public Optional<SaidTo> saidTo() {
        return isList() || said.isBlank()
                ? Optional.empty()
                : Optional.of(new SaidTo(saidId, new QuestionId(name), said));
    }

    @Override
    public String toString() {
        return "OwnQuestionBox[masked]";
    }
}
