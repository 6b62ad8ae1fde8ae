package org.natter.web.account;

import org.natter.ids.HexId;

/** One organiser or owner. */
public record OrganiserId(String value) {

    /** An id nobody has. */
    public static OrganiserId fresh() {
        return new OrganiserId(HexId.random());
    }

    @Override
    public String toString() {
        return value;
    }
}
