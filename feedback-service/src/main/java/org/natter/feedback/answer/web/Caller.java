package org.natter.feedback.answer.web;

import org.natter.feedback.answer.UnknownLink;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.HexId;
import org.springframework.security.oauth2.jwt.Jwt;

/** Who calls with the role ANSWER: one attendance, by one generation of its link. */
record Caller(AttendanceId attendance, int generation) {

    /** @throws UnknownLink if the token of access does not say both */
    static Caller of(Jwt token) {
        if (!(token.getClaim("gen") instanceof Number generation)
                || token.getSubject() == null
                || !HexId.matches(token.getSubject())) {
            throw new UnknownLink();
        }
        return new Caller(new AttendanceId(token.getSubject()), generation.intValue());
    }

    /** @throws UnknownLink if the token of access is for another attendance */
    static Caller of(Jwt token, String attendance) {
        var caller = of(token);
        if (!caller.attendance().value().equals(attendance)) {
            throw new UnknownLink();
        }
        return caller;
    }
}
