package org.natter.web.account;

import java.nio.charset.StandardCharsets;
import org.natter.ids.HexId;

/** One organiser or owner. */
public record OrganiserId(String value) {

    /** An id nobody has. */
    public static OrganiserId fresh() {
        return new OrganiserId(HexId.random());
    }

    /** What {@link #handle} gave to a device. */
    public static OrganiserId ofHandle(byte[] handle) {
        return new OrganiserId(new String(handle, StandardCharsets.US_ASCII));
    }

    /** As a device keeps whose passkey it has: WebAuthn's user handle. */
    public byte[] handle() {
        return value.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return value;
    }
}
