package org.natter.web.services;

import org.natter.ids.HexId;

/** The one-off id of one form, or of one press, as it was shown: sent twice, it is one act. */
public record FormId(String value) {

    public FormId {
        HexId.require(value);
    }

    /** An id nobody has used before. */
    public static FormId fresh() {
        return new FormId(HexId.random());
    }

    /** The id a form came back with, or a fresh one if somebody has meddled with it. */
    public static FormId of(String typed) {
        return HexId.matches(typed) ? new FormId(typed) : fresh();
    }

    /** The same form with the same words is one act; put right and sent again, it is another. */
    public FormId with(String... words) {
        return new FormId(HexId.derivedFrom(value + "\u0000" + String.join("\u0000", words)));
    }

    @Override
    public String toString() {
        return value;
    }
}
