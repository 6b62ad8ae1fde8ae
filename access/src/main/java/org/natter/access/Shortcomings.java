package org.natter.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.natter.ids.Mailboxes;
import org.natter.ids.Unseen;

/**
 * Reads the fields of one request and gathers what is to be put right, so that a person hears it all at once.
 *
 * <p>Each shortcoming is a field and a code that never changes; its sentence stands in the service's bundle {@code
 * <service>-problems.properties}, under {@code <request>.<field>.<code>}, else {@code <field>.<code>}, else {@code <code>}.
 * None repeats what was sent. The command is made only if there is nothing to put right:
 *
 * <pre>{@code
 * var wrong = new Shortcomings("booking");
 * var name = wrong.text("name", sent.name(), 120);
 * var sector = wrong.needed("sector", sent.sector());
 * return wrong.orElse(() -> new AskForPlace(name.get(), sector.get()));
 * }</pre>
 */
public final class Shortcomings {

    /** There is nothing where something must be. */
    public static final String MISSING = "MISSING";

    /** More letters than the field takes; the sentence's {@code {0}} is how many it takes. */
    public static final String TOO_LONG = "TOO_LONG";

    /** More entries than the list takes; the sentence's {@code {0}} is how many it takes. */
    public static final String TOO_MANY = "TOO_MANY";

    /** A number outside {@code {0}} to {@code {1}}. */
    public static final String OUT_OF_RANGE = "OUT_OF_RANGE";

    /** An address with letters before the @ that mail cannot carry. */
    public static final String OTHER_LETTERS = "OTHER_LETTERS";

    /** Not of the field's form. */
    public static final String UNREADABLE = "UNREADABLE";

    /** Something that can be seen: what a text that must be there has. As a regular expression, for descriptions too. */
    public static final String SEEN = Unseen.SEEN;

    /** A day that there is, of 1950 to 2199, such as 2026-05-20. As a regular expression, for descriptions too. */
    public static final String DAY =
            "^(19[5-9][0-9]|2[01][0-9][0-9])-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))$|^(19(5[26]|[68][048]|[79][26])|20([02468][048]|[13579][26])|21(0[48]|[2468][048]|[13579][26]))-02-29$";

    private static final Pattern READABLE_DAY = Pattern.compile(DAY);

    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String EDGE = "[^\\x00-/:-@\\[-`{-\\xa0]";
    private static final String REST = "([^\\x00-,./:-@\\[-`{-\\xa0]{0,61}" + EDGE + ")?";

    /** How descriptions name an email address; whether a mail can be sent there {@link Mailboxes} says. */
    public static final String ADDRESS =
            "^" + ATOM + "(\\." + ATOM + ")*@(" + EDGE + REST + "\\.)+[^\\x00-@\\[-`{-\\xa0]" + REST + "$";

    /** As many characters as an address has at most. */
    public static final int LONGEST_ADDRESS = 254;

    private final String request;
    private final List<Named> found = new ArrayList<>();

    /** For one kind of request; its name leads the keys of its sentences. */
    public Shortcomings(String request) {
        this.request = request;
    }

    /** One thing to put right: the field, nested ones with a dot, empty for the whole; a code; and the sentence's numbers. */
    public record Named(String field, String code, List<Object> numbers) {
        public Named {
            numbers = List.copyOf(numbers);
        }

        public static Named of(String field, String code, Object... numbers) {
            return new Named(field, code, List.of(numbers));
        }
    }

    /** What a field holds, to be taken once nothing is to be put right. */
    public interface Field<T> extends Supplier<T> {}

    /** A text that must be there and be seen, without blanks around it and what nobody sees, up to so many characters. */
    public Field<String> text(String field, @Nullable String value, int longest) {
        var text = optional(field, value, longest);
        if (!isSeen(text)) {
            refuse(field, MISSING);
        }
        return () -> text;
    }

    /** A text that may be left out, without blanks around it and what nobody sees, which count for its length; empty then. */
    public String optional(String field, @Nullable String value, int longest) {
        var sent = value == null ? "" : value;
        if (sent.codePointCount(0, sent.length()) > longest) {
            refuse(field, TOO_LONG, longest);
        }
        return Unseen.leftOut(sent).strip();
    }

    /** Whether there is anything to see in a text. */
    public static boolean isSeen(String text) {
        return Unseen.isSeen(text);
    }

    /** A value that must be there. */
    public <T> Field<T> needed(String field, @Nullable T value) {
        if (value == null) {
            refuse(field, MISSING);
            return () -> {
                throw new IllegalStateException(field + " is missing");
            };
        }
        return () -> value;
    }

    /** An address that a mail can be sent to, as it was typed; {@link Mailboxes} says how it is spelled. */
    public Field<String> mailbox(String field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return needed(field, null);
        }
        var spelled = mailboxIfAny(field, typed);
        return () -> Objects.requireNonNull(spelled);
    }

    /** The same where it may be left out; null then. */
    public @Nullable String mailboxIfAny(String field, @Nullable String typed) {
        if (typed == null || typed.isEmpty()) {
            return null;
        }
        var spelled = Mailboxes.named(typed);
        if (spelled.isEmpty()) {
            refuse(field, Mailboxes.hasOtherLetters(typed) ? OTHER_LETTERS : UNREADABLE);
        }
        return spelled.orElse(null);
    }

    /** A whole number that must be there, from least to most. */
    public Field<Integer> between(String field, @Nullable Integer value, int least, int most) {
        if (value != null && (value < least || value > most)) {
            refuse(field, OUT_OF_RANGE, least, most);
        }
        return needed(field, value);
    }

    /** A {@link #DAY} that must be there. */
    public Field<LocalDate> day(String field, @Nullable String sent) {
        if (sent == null || sent.isEmpty()) {
            return needed(field, null);
        }
        if (!READABLE_DAY.matcher(sent).matches()) {
            refuse(field, UNREADABLE);
        }
        return () -> LocalDate.parse(sent);
    }

    /** A list's entries, each read by its own field, such as {@code met[0]}; up to so many, none if the list is left out. */
    public <S, T> Field<List<T>> each(
            String field, @Nullable List<@Nullable S> sent, int most, BiFunction<String, S, Field<T>> read) {
        var entries = new ArrayList<Field<T>>();
        if (sent != null) {
            if (sent.size() > most) {
                refuse(field, TOO_MANY, most);
            }
            for (int i = 0; i < sent.size(); i++) {
                var at = field + "[" + i + "]";
                var entry = sent.get(i);
                if (entry == null) {
                    refuse(at, MISSING);
                } else {
                    entries.add(read.apply(at, entry));
                }
            }
        }
        return () -> entries.stream().map(Field::get).toList();
    }

    /** One more thing to put right. */
    public void refuse(String field, String code, Object... numbers) {
        found.add(Named.of(field, code, numbers));
    }

    /** What the request asks for. @throws Unfit if there is anything to put right */
    public <T> T orElse(Supplier<T> command) {
        done();
        return command.get();
    }

    /** @throws Unfit if there is anything to put right */
    public void done() {
        if (!found.isEmpty()) {
            throw new Unfit(request, found);
        }
    }

    /** A request that somebody has to put right. Answered with 422 by this room itself. */
    static final class Unfit extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String request;
        private final transient List<Named> found;

        Unfit(String request, List<Named> found) {
            super("Unfit " + request + ": "
                    + found.stream()
                            .map(named -> named.field() + " " + named.code())
                            .toList());
            this.request = request;
            this.found = List.copyOf(found);
        }

        String request() {
            return request;
        }

        List<Named> found() {
            return found;
        }
    }
}
