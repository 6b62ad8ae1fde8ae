package org.natter.attendee.mail.mongo;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Date;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.mail.Mail;
import org.natter.attendee.mail.MailKind;
import org.natter.attendee.mail.MailRequest;
import org.natter.attendee.mail.MailStatus;
import org.natter.attendee.mail.StopReason;
import org.natter.attendee.mail.WhenAndWhere;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.PersonalLinks;

/** A mail as it is stored: ids, times and published words. */
final class MailDocument {

    /** What stands for the mail in the book, kept so that the store can sort by it; rows of earlier releases lack it. */
    static final String MARK = "mark";

    private MailDocument() {}

    /** As it is first written; its mark never changes. */
    static Document of(Mail mail, PersonalLinks links) {
        return of(mail).append(MARK, links.mark(mail.cause()));
    }

    /** All of it but the mark. */
    static Document of(Mail mail) {
        var wish = mail.wish();
        var document = new Document("_id", mail.cause())
                .append("v", mail.v())
                .append("status", mail.status().name())
                .append("nextAttemptAt", Date.from(mail.nextAttemptAt()))
                .append("kind", wish.kind().name())
                .append("to", wish.to().value())
                .append("generation", wish.generation())
                .append("detail", wish.detail())
                .append("at", Date.from(wish.at()))
                .append("notBefore", Date.from(wish.notBefore()))
                .append("validUntil", Date.from(wish.validUntil()))
                .append("attempts", mail.attempts())
                .append("unknowns", mail.unknowns())
                .append("stopped", mail.stopped().name())
                .append("subject", mail.subject());
        // Written even when absent, so that setting a row's fields clears what no longer holds.
        document.append("event", wish.event() == null ? null : wish.event().value());
        document.append(
                "attendance",
                wish.attendance() == null ? null : wish.attendance().value());
        document.append("told", wish.told() == null ? null : told(wish.told()));
        document.append("goingTo", wish.goingTo());
        document.append("claimedBy", mail.claimedBy());
        document.append("claimedUntil", mail.claimedUntil() == null ? null : Date.from(mail.claimedUntil()));
        document.append("aheadSince", mail.aheadSince() == null ? null : Date.from(mail.aheadSince()));
        document.append("finishedAt", mail.finishedAt() == null ? null : Date.from(mail.finishedAt()));
        return document;
    }

    static Mail toMail(Document document) {
        var event = document.getString("event");
        var attendance = document.getString("attendance");
        MailRequest wish = new MailRequest(
                document.getString("_id"),
                MailKind.valueOf(document.getString("kind")),
                new PersonId(document.getString("to")),
                event == null ? null : new EventId(event),
                attendance == null ? null : new AttendanceId(attendance),
                document.getInteger("generation"),
                document.getString("detail"),
                moment(document, "at"),
                moment(document, "notBefore"),
                moment(document, "validUntil"),
                told(document.get("told", Document.class)),
                document.getString("goingTo"));
        return new Mail(
                wish,
                document.getLong("v"),
                MailStatus.valueOf(document.getString("status")),
                moment(document, "nextAttemptAt"),
                document.getInteger("attempts"),
                document.getInteger("unknowns"),
                document.getString("claimedBy"),
                perhaps(document, "claimedUntil"),
                StopReason.valueOf(document.getString("stopped")),
                document.getString("subject"),
                perhaps(document, "aheadSince"),
                perhaps(document, "finishedAt"));
    }

    private static Document told(WhenAndWhere believed) {
        return new Document("startsAt", Date.from(believed.startsAt()))
                .append("endsAt", Date.from(believed.endsAt()))
                .append("zone", believed.zone().getId())
                .append("venueName", believed.venueName())
                .append("venueAddress", believed.venueAddress());
    }

    private static @Nullable WhenAndWhere told(@Nullable Document document) {
        return document == null
                ? null
                : new WhenAndWhere(
                        moment(document, "startsAt"),
                        moment(document, "endsAt"),
                        ZoneId.of(document.getString("zone")),
                        document.getString("venueName"),
                        document.getString("venueAddress"));
    }

    static Collection<String> names(Set<MailStatus> statuses) {
        return statuses.stream().map(MailStatus::name).toList();
    }

    private static Instant moment(Document document, String field) {
        return document.getDate(field).toInstant();
    }

    private static @Nullable Instant perhaps(Document document, String field) {
        var date = document.getDate(field);
        return date == null ? null : date.toInstant();
    }
}
