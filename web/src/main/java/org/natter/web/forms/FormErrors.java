package org.natter.web.forms;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.natter.web.services.ServiceRefusal;
import org.springframework.http.HttpStatus;

/** What is to be put right on one form, in the order of its fields; the summary and the field show the same words. */
public record FormErrors(List<Item> all) {

    public FormErrors {
        all = List.copyOf(all);
    }

    /** Nothing to put right. */
    public static FormErrors none() {
        return new FormErrors(List.of());
    }

    /** One sentence about one field; an empty field means the whole form. */
    public static FormErrors one(String field, String words) {
        return new FormErrors(List.of(new Item(field, words)));
    }

    /** What the service says about single fields; nothing if it says something else. */
    public static FormErrors of(ServiceRefusal refusal) {
        return new FormErrors(refusal.errors().stream()
                .map(error -> new Item(error.field(), error.message()))
                .toList());
    }

    /** These and one more. */
    public FormErrors with(String field, String words) {
        var more = new ArrayList<>(all);
        more.add(new Item(field, words));
        return new FormErrors(more);
    }

    /** The same on a form without boxes, where every sentence is about the whole. */
    public FormErrors aboutTheWhole() {
        return new FormErrors(
                all.stream().map(item -> new Item("", item.words())).distinct().toList());
    }

    /** The same, and the page says so by its status: 422. */
    public FormErrors toPutRight(HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return this;
    }

    /** Whether there is anything to put right. */
    public boolean any() {
        return !all.isEmpty();
    }

    /** The words beside this field, or null if it is fine. */
    public @Nullable String at(String field) {
        return all.stream()
                .filter(item -> item.field().equals(field))
                .map(Item::words)
                .findFirst()
                .orElse(null);
    }

    /** A field's id and a sentence that says what to do. */
    public record Item(String field, String words) {}
}
