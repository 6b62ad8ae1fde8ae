package org.natter.attendee.mail.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandSucceededEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.natter.attendee.mail.Mail;
import org.natter.attendee.mail.MailBook;
import org.natter.attendee.mail.MailBook.MailFilter;
import org.natter.attendee.mail.MailBookContract;
import org.natter.attendee.mail.MailFixture;
import org.natter.attendee.mail.MailPage;
import org.natter.attendee.mail.MailQueue;
import org.natter.attendee.mail.MailStatus;
import org.natter.attendee.person.PersonalLinks;
import org.natter.ids.LinkTokens;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The book on a store, whichever it is. */
abstract class MongoMailBookContract extends MailBookContract {

    private MongoTemplate template = new MongoTemplate(client(), "mail_book_test");

    protected abstract MongoClient client();

    protected abstract String connectionString();

    @Override
    protected MailQueue emptyQueue() {
        template = new MongoTemplate(client(), "mail_book_test");
        template.getDb().drop();
        return new MongoMailQueue(template, MailFixture.links());
    }

    @Override
    protected MailBook book() {
        return new MongoMailBook(template, MailFixture.links());
    }

    // A crash between the two writes of finishing leaves the row in both places.
    @Test
    void aMailThatIsJustBeingFinishedIsShownOnceAsDone() {
        var asked = ask("booked/0", MailFixture.RIVERSIDE, 0);
        template.getCollection("mail")
                .insertOne(MailDocument.of(asked).append("status", "SENT").append("finishedAt", new Date()));

        var page = MailPage.newest(
                book(), new MailFilter(Set.of(MailFixture.RIVERSIDE), EnumSet.allOf(MailStatus.class)), 9);

        assertThat(page.mails()).extracting(Mail::status).containsExactly(MailStatus.SENT);
    }

    @Test
    void aPageReadsNoMoreThanItShowsHoweverManyMailsHaveOneMoment() {
        var size = 10;
        var most = 3 * (size + 1); // of both collections, and a little more
        IntStream.range(0, 300).forEach(number -> ask("called-off/" + number, MailFixture.RIVERSIDE, 0));
        var read = new RowsRead();
        try (var counted = read.client(connectionString())) {
            var book = new MongoMailBook(new MongoTemplate(counted, "mail_book_test"), MailFixture.links());
            var page = MailPage.newest(book, riverside(), size);
            assertThat(read.rows()).isLessThanOrEqualTo(most);

            var second = MailPage.olderThan(page.older(), book, riverside(), size);
            assertThat(second.mails()).hasSize(size).doesNotContainAnyElementsOf(page.mails());
            assertThat(read.rows()).isLessThanOrEqualTo(most);

            var third = MailPage.olderThan(second.older(), book, riverside(), size);
            read.rows();
            assertThat(MailPage.newerThan(third.newer(), book, riverside(), size)
                            .mails())
                    .isEqualTo(second.mails());
            assertThat(read.rows()).isLessThanOrEqualTo(most);

            assertThat(book.find(third.older())).isPresent();
            assertThat(read.rows()).isEqualTo(1);
        }
    }

    /** An event that is called off leaves hundreds of stopped mails, of which none is to be seen to. */
    @Test
    void whatIsToBeSeenToIsReadAndNothingElseThatWasStopped() {
        IntStream.range(0, 100).forEach(number -> ask("called-off/" + number, MailFixture.RIVERSIDE, number));
        var queue = template.getCollection("mail_queue");
        var rows = queue.find().into(new ArrayList<>());
        rows.forEach(row -> row.append("status", "STOPPED").append("stopped", "EVENT_CALLED_OFF"));
        rows.get(0).append("stopped", "MAILBOX_REFUSED");
        rows.get(1).append("status", "BOUNCED").append("stopped", "NONE");
        rows.get(2).append("status", "GIVEN_UP").append("stopped", "NONE");
        rows.get(3).append("status", "SENT").append("stopped", "NONE");
        queue.deleteMany(new Document());
        template.getCollection("mail").insertMany(rows);
        var read = new RowsRead();
        try (var counted = read.client(connectionString())) {
            var book = new MongoMailBook(new MongoTemplate(counted, "mail_book_test"), MailFixture.links());
            book.inVain(Set.of(MailFixture.RIVERSIDE)); // indexes are looked up once
            read.rows();

            var inVain = book.inVain(Set.of(MailFixture.RIVERSIDE));

            assertThat(inVain).hasSize(3).allMatch(placed -> placed.mail().didNotArrive());
            assertThat(inVain).extracting(placed -> placed.place()).isSortedAccordingTo(Comparator.reverseOrder());
            assertThat(read.rows()).isEqualTo(3);
        }
    }

    /** Few are found by their status, many by their moments: the page is the same. */
    @Test
    void aPageOfOneStatusShowsItsNewestAmongFewAndAmongMany() {
        var many = 1_200;
        IntStream.range(0, many).forEach(number -> ask("called-off/" + number, MailFixture.RIVERSIDE, number % 7));
        var done = template.getCollection("mail");
        var queue = template.getCollection("mail_queue");
        var rows = queue.find().into(new ArrayList<>());
        for (var number = 0; number < many; number++) {
            rows.get(number).append("status", number % 300 == 0 ? "STOPPED" : "SENT");
        }
        queue.deleteMany(new Document());
        done.insertMany(rows);

        for (var status : List.of(MailStatus.SENT, MailStatus.STOPPED)) {
            var filter = new MailFilter(Set.of(MailFixture.RIVERSIDE), EnumSet.of(status));
            var newest = rows.stream()
                    .filter(row -> row.getString("status").equals(status.name()))
                    .sorted(Comparator.comparing((Document row) -> row.getDate("at"))
                            .thenComparing(row -> row.getString(MailDocument.MARK))
                            .reversed())
                    .map(row -> row.getString("_id"))
                    .toList();
            var page = MailPage.newest(book(), filter, 3);
            assertThat(causes(page)).isEqualTo(newest.subList(0, 3));
            assertThat(causes(MailPage.olderThan(page.older(), book(), filter, 1)))
                    .isEqualTo(newest.subList(3, 4));
        }
    }

    @Test
    void mailsOfAnEarlierReleaseAreGivenTheirMarksWhereSomebodyLooks() {
        IntStream.range(0, 9).forEach(number -> ask("offer/" + number, MailFixture.RIVERSIDE, number / 6));
        send("offer/2");
        var inOrder = causes(MailPage.newest(book(), riverside(), 9));
        var places = MailPage.newest(book(), riverside(), 9).placed();
        for (var cause : List.of("offer/0", "offer/1", "offer/2", "offer/3", "offer/7")) {
            forgetTheMark(cause);
        }

        var page = MailPage.newest(book(), riverside(), 2);
        var shown = new ArrayList<>(causes(page));
        while (page.older() != null) {
            page = MailPage.olderThan(page.older(), book(), riverside(), 2);
            shown.addAll(causes(page));
        }

        assertThat(shown).isEqualTo(inOrder);
        var last = places.get(8);
        forgetTheMark(last.mail().cause());
        assertThat(book().find(last.place())).hasValue(last.mail());
        assertThat(rowsWithoutAMark()).isZero();
    }

    /** The keys of links may be changed: what was written under the former ones stands where it stood. */
    @Test
    void aMailKeepsItsPlaceUnderOtherKeys() {
        IntStream.range(0, 5).forEach(number -> ask("offer/" + number, MailFixture.RIVERSIDE, 0));
        var before = MailPage.newest(book(), riverside(), 2);
        var other = new PersonalLinks(
                "https://natter.example",
                LinkTokens.under("other", "k2:YW5vdGhlciBrZXkgb2YgdGhlIHRlc3RzLCBuZXZlciByZWFs"),
                LinkTokens.under("other", "k2:YW5vdGhlciBrZXkgb2YgdGhlIHRlc3RzLCBuZXZlciByZWFs"));

        var book = new MongoMailBook(template, other);

        assertThat(MailPage.newest(book, riverside(), 2)).isEqualTo(before);
        assertThat(MailPage.olderThan(before.older(), book, riverside(), 3).mails())
                .hasSize(3)
                .doesNotContainAnyElementsOf(before.mails());
    }

    @Test
    void indexesOfEarlierReleasesAreDroppedAndNoOthers() {
        var done = template.getCollection("mail");
        done.createIndex(Indexes.compoundIndex(Indexes.ascending("event"), Indexes.descending("at", "_id")));
        done.createIndex(
                Indexes.compoundIndex(Indexes.ascending("event"), Indexes.descending("at", MailDocument.MARK)));
        done.createIndex(Indexes.descending("at"));
        done.createIndex(Indexes.ascending("address"));

        MailPage.newest(book(), riverside(), 1);
        MailPage.newest(book(), riverside(), 1);

        assertThat(done.listIndexes()
                        .map(index -> index.get("key", Document.class).keySet()))
                .extracting(List::copyOf)
                .containsExactlyInAnyOrder(
                        List.of("_id"),
                        List.of("address"),
                        List.of("at", MailDocument.MARK),
                        List.of("status", "event"));
    }

    private void forgetTheMark(String cause) {
        for (var rows : List.of("mail_queue", "mail")) {
            template.getCollection(rows).updateOne(Filters.eq("_id", cause), Updates.unset(MailDocument.MARK));
        }
    }

    private long rowsWithoutAMark() {
        return Stream.of("mail_queue", "mail")
                .mapToLong(rows -> template.getCollection(rows).countDocuments(Filters.eq(MailDocument.MARK, null)))
                .sum();
    }

    /** How many rows its client is given. */
    private static final class RowsRead implements CommandListener {

        private final AtomicInteger rows = new AtomicInteger();

        MongoClient client(String connectionString) {
            return MongoClients.create(MongoClientSettings.builder()
                    .applyConnectionString(new ConnectionString(connectionString))
                    .addCommandListener(this)
                    .build());
        }

        /** Since it was last asked. */
        int rows() {
            return rows.getAndSet(0);
        }

        @Override
        public void commandSucceeded(CommandSucceededEvent event) {
            var cursor = event.getResponse().getDocument("cursor", new BsonDocument());
            for (var batch : List.of("firstBatch", "nextBatch")) {
                rows.addAndGet(cursor.getArray(batch, new BsonArray()).size());
            }
        }
    }
}
