package org.natter.web.services;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.natter.web.attendee.NothingHere;
import org.natter.web.attendee.OutOfReach;
import org.natter.web.attendee.OutOfReach.Part;
import org.natter.web.attendee.Refused;
import org.natter.web.attendee.Who;
import org.natter.web.forms.FormErrors;
import tools.jackson.databind.JsonNode;

/** How the attendee pages' clients ask: refusals and silence in the pages' own words, absent facts as empty ones. */
final class Asking {

    private static final int GONE = 410;
    private static final int FORBIDDEN = 403;

    private final Part part;

    Asking(Part part) {
        this.part = part;
    }

    /** What the call brings; @throws NothingHere for an unknown, revoked or foreign thing */
    <T> T ask(Supplier<T> call) {
        return find(call).orElseThrow(NothingHere::atThisAddress);
    }

    /** What the call brings, or nothing if there is no such thing. */
    <T> Optional<T> find(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (ServiceDown down) {
            throw OutOfReach.of(part, down);
        } catch (ServiceRefusal refusal) {
            if (refusal.notFound() || refusal.status() == GONE || refusal.status() == FORBIDDEN) {
                return Optional.empty();
            }
            var problems = refusal.errors().stream()
                    .map(error -> new FormErrors.Item(error.field(), error.message()))
                    .toList();
            throw Refused.because(refusal.slug(), problems);
        }
    }

    static String text(JsonNode node, String field) {
        var value = node.path(field);
        return value.isMissingNode() || value.isNull() ? "" : value.asString("");
    }

    static String word(JsonNode node, String field) {
        var text = text(node, field);
        return text.isEmpty() ? "NOT_SAID" : text;
    }

    static int number(JsonNode node, String field) {
        return node.path(field).asInt(0);
    }

    static @Nullable Double share(JsonNode node, String field) {
        var value = node.path(field);
        return value.isNumber() ? (Double) value.asDouble() : null;
    }

    static boolean flag(JsonNode node, String field) {
        return node.path(field).asBoolean(false);
    }

    static @Nullable Instant instant(JsonNode node, String field) {
        var text = text(node, field);
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    static List<JsonNode> list(JsonNode node) {
        var all = new ArrayList<JsonNode>();
        node.forEach(all::add);
        return all;
    }

    static Who who(JsonNode node) {
        return new Who("LABEL".equals(text(node, "kind")) ? Who.Kind.LABEL : Who.Kind.ATTENDANCE, text(node, "id"));
    }
}
