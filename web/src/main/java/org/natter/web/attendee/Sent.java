package org.natter.web.attendee;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.util.MultiValueMap;

/** What a form sent, field by field; a field that is not there is empty. Controllers take it as a parameter. */
public record Sent(MultiValueMap<String, String> fields) {

    /** The field's text as it was typed. */
    public String text(String field) {
        var value = fields.getFirst(field);
        return value == null ? "" : value;
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
    public boolean yes(String field) {
        return text(field).equals("yes");
    }

    /** Whether a person pressed the button; a form sent without it, as a mail scanner's script does it, changes nothing. */
    public boolean pressed() {
        return yes("press");
    }

    /** One of the offered choices, or else this one. */
    public String choice(String field, Set<String> offered, String otherwise) {
        var chosen = text(field);
        return offered.contains(chosen) ? chosen : otherwise;
    }

    /** The secret of the mailed link that the form brought along, if any. */
    public Optional<Token> token() {
        var token = text("token");
        return token.isBlank() ? Optional.empty() : Optional.of(new Token(token));
    }

    @Override
    public String toString() {
        return "Sent[masked]";
    }
}
