package org.natter.feedback.answer.web;

import org.jspecify.annotations.Nullable;

/** A personal link's token, as it came. */
record TokenRequest(@Nullable String token) {

    String text() {
        return token == null ? "" : token;
    }

    @Override
    public String toString() {
        return "TokenRequest[*]";
    }
}
