package org.natter.attendee.person;

import java.util.Optional;
import org.natter.ids.LinkTokens;
import org.natter.ids.Sha256;

/**
 * The personal links of mails: knows which keys belong to which purpose and where web listens.
 *
 * <p>Feedback and follow-up links are signed with the keys shared with feedback-service, all others with our own. Nothing
 * secret is stored: a link can be written again at any time.
 */
public final class PersonalLinks {

    private static final String BOOKING = "booking";
    private static final String SIGN_IN = "sign-in";
    private static final String FEEDBACK = "feedback";
    private static final String FOLLOW_UP = "follow-up";
    private static final String MARK = "mark";
    private static final int ID_LETTERS = 32;

    private final String baseUrl;
    private final LinkTokens shared;
    private final LinkTokens own;

    public PersonalLinks(String baseUrl, LinkTokens shared, LinkTokens own) {
        this.baseUrl = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
        this.shared = shared;
        this.own = own;
    }

    /** Where web's pages are, without a slash at the end. */
    public String baseUrl() {
        return baseUrl;
    }

    public String feedback(AttendanceId attendance, int generation) {
        return baseUrl + "/f/" + shared.sign(FEEDBACK, generation, attendance.value());
    }

    public String followUp(AttendanceId attendance, int generation) {
        return baseUrl + "/w/" + shared.sign(FOLLOW_UP, generation, attendance.value());
    }

    /** @param moved how often their address was corrected: links from before open no page */
    public String booking(AttendanceId attendance, int moved) {
        return baseUrl + "/b/" + own.sign(BOOKING, 1 + moved, attendance.value());
    }

    /** Where the stream of mails that holds this feedback or follow-up link can be stopped; under the same secret. */
    public String stop(String link) {
        return baseUrl + "/unsubscribe" + link.substring(link.lastIndexOf('/'));
    }

    /** @param request the random id of one wish to sign in, 32 hex characters */
    public String signIn(String request) {
        return baseUrl + "/in/" + own.sign(SIGN_IN, 1, request);
    }

    /** What stands for a text that would tell too much, as 32 hex letters: without our key neither is found from the other. */
    public String mark(String text) {
        return idOf(own.sign(MARK, 1, idOf(text)));
    }

    private static String idOf(String text) {
        return Sha256.hex(text).substring(0, ID_LETTERS);
    }

    /** What a good booking token says; constant time, no database. */
    public Optional<BookingLink> bookingOf(String token) {
        return own.verify(BOOKING, token).map(link -> new BookingLink(new AttendanceId(link.id()), link.generation()));
    }

    /** The attendance of a good feedback or follow-up token, of whatever generation: who may ask no longer may still stop. */
    public Optional<AttendanceId> askedOf(String token) {
        return shared.verify(FEEDBACK, token)
                .or(() -> shared.verify(FOLLOW_UP, token))
                .map(link -> new AttendanceId(link.id()));
    }

    /** The request id of a good sign-in token; constant time, no database. */
    public Optional<String> signInOf(String token) {
        return own.verify(SIGN_IN, token).map(LinkTokens.Verified::id);
    }
}
