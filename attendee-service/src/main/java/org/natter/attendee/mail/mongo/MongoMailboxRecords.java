package org.natter.attendee.mail.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.natter.attendee.mail.MailboxRecords;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.PersonId;
import org.natter.ids.Sha256;
import org.natter.messaging.Inserts;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

@Component
class MongoMailboxRecords implements MailboxRecords {

    private static final int AT_ONCE = 500;

    private final MongoCollection<Document> days;
    private final MongoCollection<Document> refused;
    private final MongoCollection<Document> stopped;

    MongoMailboxRecords(MongoOperations store) {
        var durable = WriteConcern.MAJORITY.withJournal(true);
        this.days = store.getCollection("mail_day").withWriteConcern(durable);
        this.refused = store.getCollection("mail_refused").withWriteConcern(durable);
        this.stopped = store.getCollection("mail_stopped").withWriteConcern(durable);
    }

    @Override
    public Optional<Instant> refusedUs(EmailAddress mailbox) {
        return Optional.ofNullable(
                        refused.find(eq("_id", Sha256.hex(mailbox.value()))).first())
                .map(row -> row.getDate("at").toInstant());
    }

    @Override
    public void rememberRefusal(EmailAddress mailbox, Instant at) {
        var id = Sha256.hex(mailbox.value());
        refused.replaceOne(
                eq("_id", id), new Document("_id", id).append("at", Date.from(at)), new ReplaceOptions().upsert(true));
    }

    @Override
    public void forgetRefusal(EmailAddress mailbox) {
        refused.deleteOne(eq("_id", Sha256.hex(mailbox.value())));
    }

    @Override
    public void stopAsking(AttendanceId attendance, Instant at) {
        stop(about(attendance), at);
    }

    @Override
    public void stopAsking(PersonId person, Instant at) {
        stop(of(person), at);
    }

    @Override
    public void askAgain(AttendanceId attendance) {
        stopped.deleteOne(eq("_id", about(attendance)));
    }

    @Override
    public void askAgain(PersonId person) {
        stopped.deleteOne(eq("_id", of(person)));
    }

    @Override
    public boolean isNotToBeAsked(AttendanceId attendance) {
        return isStopped(about(attendance));
    }

    @Override
    public boolean isNotToBeAsked(PersonId person) {
        return isStopped(of(person));
    }

    private static String about(AttendanceId attendance) {
        return "attendance/" + attendance;
    }

    private static String of(PersonId person) {
        return "person/" + person;
    }

    private void stop(String id, Instant at) {
        Inserts.unlessThere(stopped, new Document("_id", id).append("at", Date.from(at)));
    }

    private boolean isStopped(String id) {
        return stopped.find(eq("_id", id)).first() != null;
    }

    @Override
    public boolean takeDay(PersonId person, LocalDate day, String cause) {
        var id = person.value() + "/" + day;
        if (Inserts.unlessThere(days, new Document("_id", id).append("cause", cause))) {
            return true;
        }
        var taken = days.find(eq("_id", id)).first();
        return taken != null && cause.equals(taken.getString("cause"));
    }

    @Override
    public boolean tookADay(PersonId person, LocalDate first, LocalDate last, String causes) {
        var ids = first.datesUntil(last).map(day -> person.value() + "/" + day).toList();
        return days.find(in("_id", ids)).map(taken -> taken.getString("cause")).into(new ArrayList<>()).stream()
                .anyMatch(cause -> cause.startsWith(causes));
    }

    /** The day is the end of the id, so that taking it is one write. */
    @Override
    public void forgetDaysTakenBefore(Instant then) {
        var first = LocalDate.ofInstant(then, ZoneOffset.UTC).minusDays(1).toString();
        var over = days
                .find()
                .projection(Projections.include("_id"))
                .map(row -> row.getString("_id"))
                .into(new ArrayList<>())
                .stream()
                .filter(id -> id.substring(id.indexOf('/') + 1).compareTo(first) < 0)
                .toList();
        for (var from = 0; from < over.size(); from += AT_ONCE) {
            days.deleteMany(in("_id", over.subList(from, Math.min(over.size(), from + AT_ONCE))));
        }
    }
}
