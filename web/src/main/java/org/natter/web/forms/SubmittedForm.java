package org.natter.web.forms;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.natter.ids.Unseen;
import org.natter.web.services.FormId;
import org.natter.web.services.LinkToken;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What a form sent, field by field. Controllers take it as a parameter. Nothing of it is believed: what cannot be read, or
 * was not offered, is absent, and the service says what is to be put right. Prints masked.
 */
public record SubmittedForm(MultiValueMap<String, String> fields) {

    private static final Pattern LINE_END = Pattern.compile("\\r\\n?");

    /** With the ends of lines that people type, whatever sign a browser sends for them: each is one letter, as in the box. */
    public static SubmittedForm of(Map<String, String[]> sent) {
        var fields = new LinkedMultiValueMap<String, String>();
        sent.forEach((field, values) -> fields.put(
                field,
                Arrays.stream(values)
                        .map(value -> LINE_END.matcher(value).replaceAll("\n"))
                        .toList()));
        return new SubmittedForm(fields);
    }

    /** The field's text as it was typed; empty if the form had no such field. */
    public String text(String field) {
        var value = fields.getFirst(field);
        return value == null ? "" : value;
    }

    /** The field's text without spaces around it and without what nobody sees: controls, turns of direction, no width. */
    public String words(String field) {
        return Unseen.leftOut(text(field)).strip();
    }

    /** Whether the form had this field at all. */
    public boolean has(String field) {
        return fields.containsKey(field);
    }

    /** The values of all ticked boxes of this name. */
    public List<String> all(String field) {
        return List.copyOf(fields.getOrDefault(field, List.of()));
    }

    /** Whether the box is ticked. */
    public boolean isTicked(String field) {
        return text(field).equals("yes");
    }

    /** Whether a person pressed the button; a form sent without it, as a mail scanner's script does it, changes nothing. */
    public boolean isPressed() {
        return isTicked("press");
    }

    /** Yes or no, or nothing while neither is chosen. */
    public @Nullable Boolean yesOrNo(String field) {
        return switch (text(field)) {
            case "yes" -> true;
            case "no" -> false;
            default -> null;
        };
    }

    /** The chosen constant, or nothing. */
    public <E extends Enum<E>> @Nullable E choice(String field, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text(field)))
                .findFirst()
                .orElse(null);
    }

    /** The chosen constant, or else this one. */
    public <E extends Enum<E>> E choice(String field, E otherwise) {
        return Optional.ofNullable(choice(field, otherwise.getDeclaringClass())).orElse(otherwise);
    }

    /** The id in this field, or nothing if it is none. */
    public <T> Optional<T> id(String field, Function<String, T> id) {
        return read(text(field), id);
    }

    /** The version of what the form was filled from; 0, which nothing has, if the form does not say it. */
    public long version() {
        return read(text("version"), Long::parseLong).orElse(0L);
    }

    /** The form's own id, or a fresh one if somebody has meddled with it. */
    public FormId formId(String field) {
        return FormId.of(text(field));
    }

    /** The secret of the mailed link that the form brought along, if any. */
    public Optional<LinkToken> token() {
        return read(text("token"), LinkToken::new);
    }

    private static <T> Optional<T> read(String text, Function<String, T> id) {
        try {
            return Optional.of(id.apply(text));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "SubmittedForm[masked]";
    }
}
