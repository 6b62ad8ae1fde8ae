package org.natter.web.services;

import org.natter.ids.HexId;

/** One question of the organisers' own, as it was asked. */
public record QuestionId(String value) {

    public QuestionId {
        HexId.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
