package org.natter.attendee.person;

import java.util.Optional;

/**
 * The personal links of mails: knows which keys belong to which purpose and where web listens.
 *
 * <p>Feedback and follow-up links are signed with the keys shared with feedback-service, all others with our own. Nothing
 * secret is stored: a link can be written again at any time.
 */
public final class PersonalLinks {

    private final String baseUrl;
    private final LinkKeys shared;
    private final LinkKeys own;

    public PersonalLinks(String baseUrl, LinkKeys shared, LinkKeys own) {
        this.baseUrl = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
        this.shared = shared;
        this.own = own;
    }

    /** Where web's pages are, without a slash at the end. */
    public String baseUrl() {
        return baseUrl;
    }

    public String feedback(AttendanceId attendance, int generation) {
        return link(LinkPurpose.FEEDBACK, generation, attendance.value());
    }

    public String followUp(AttendanceId attendance, int generation) {
        return link(LinkPurpose.FOLLOW_UP, generation, attendance.value());
    }

    public String booking(AttendanceId attendance) {
        return link(LinkPurpose.BOOKING, 1, attendance.value());
    }

    /** @param request the random id of one wish to sign in, 32 hex characters */
    public String signIn(String request) {
        return link(LinkPurpose.SIGN_IN, 1, request);
    }

    /** The attendance of a good booking token; constant time, no database. */
    public Optional<AttendanceId> bookingOf(String token) {
        return own.verify(LinkPurpose.BOOKING, token).map(link -> new AttendanceId(link.id()));
    }

    /** The request id of a good sign-in token; constant time, no database. */
    public Optional<String> signInOf(String token) {
        return own.verify(LinkPurpose.SIGN_IN, token).map(LinkKeys.VerifiedLink::id);
    }

    private String link(LinkPurpose purpose, int generation, String id) {
        LinkKeys keys = purpose == LinkPurpose.FEEDBACK || purpose == LinkPurpose.FOLLOW_UP ? shared : own;
        return baseUrl + purpose.path() + keys.token(purpose, generation, id);
    }
}
