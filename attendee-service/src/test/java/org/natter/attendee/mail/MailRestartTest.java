package org.natter.attendee.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.natter.attendee.history.MessagesOfOthers;
import org.natter.attendee.history.RunningService;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.Attending;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.People;
import org.natter.attendee.person.PersonDetails;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.Sector;
import org.natter.messaging.kit.RestartTestOf;
import org.natter.messaging.kit.TestBroker;
import org.natter.messaging.kit.TestStore;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;

/** Group attendee-service.mail with the real post: stopped between two messages, started again; nothing twice or lost. */
@RestartTestOf("attendee-service.mail")
class MailRestartTest {

    private static final String RIVERSIDE = "4be3f1d09c5a4e7f8a6b2c1d0e9f8a7b";

    /** Some times what the senders take at once. */
    private static final int LONG = 300;

    @RegisterExtension
    static final TestStore STORE = new TestStore();

    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    @RegisterExtension
    static final GreenMailExtension MAIL = new GreenMailExtension(
                    new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
            .withPerMethodLifecycle(false);

    private final RunningService service = new RunningService(STORE, BROKER);

    @Test
    void thePostOfficeGoesOnWhereItStopped() {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var starts = now.plus(Duration.ofDays(10)).truncatedTo(ChronoUnit.HOURS);
        var published = MessagesOfOthers.published(
                RIVERSIDE,
                1,
                "Riverside pub evening",
                starts.toString(),
                starts.plusSeconds(7200).toString());
        MessagesOfOthers.Sent invited;
        PersonId wren;
        try (var running = start()) {
            service.send(published);
            wren = somebody(running);
            var attendance = Attending.of(
                            running.getBean(People.class), wren, new EventId(RIVERSIDE), AttendanceId.random())
                    .value();
            invited = MessagesOfOthers.invitationDue(
                    RIVERSIDE,
                    attendance,
                    1,
                    now.toString(),
                    now.plus(Duration.ofDays(14)).toString());
            running.getBean(PostOffice.class).ask(MailRequest.signIn("00000000000000000000000000000001", wren, now));
            await("the sign-in mail")
                    .atMost(Duration.ofSeconds(40))
                    .untilAsserted(() -> assertThat(subjects()).containsExactly("Your sign-in link"));
            service.send(invited);
            await("the invitation is a row")
                    .atMost(Duration.ofSeconds(40))
                    .untilAsserted(() -> assertThat(rows(running)).contains(MailKind.HOW_WAS_IT));
        }
        service.send(invited, published);

        try (var running = start()) {
            var again = running.getBean(PostOffice.class)
                    .ask(MailRequest.signIn("00000000000000000000000000000001", wren, now));
            running.getBean(PostOffice.class).ask(MailRequest.signIn("00000000000000000000000000000002", wren, now));

            assertThat(again).isFalse();
            await("the second sign-in mail")
                    .atMost(Duration.ofSeconds(40))
                    .untilAsserted(() -> assertThat(subjects())
                            .filteredOn("Your sign-in link"::equals)
                            .hasSize(2));
            assertThat(rows(running)).filteredOn(MailKind.HOW_WAS_IT::equals).hasSize(1);
            assertThat(stored(running))
                    .doesNotContain("/in/")
                    .doesNotContain("wren@")
                    .doesNotContain("Wren");
            aLongQueueDrains(running, wren, now);
        }
    }

    /** Only these are counted: the morning's question may go out at any moment, too. */
    private static void aLongQueueDrains(ConfigurableApplicationContext running, PersonId wren, Instant now) {
        long before = signInMails();
        var mails = running.getBean(PostOffice.class);
        IntStream.range(0, LONG)
                .forEach(i -> mails.ask(MailRequest.signIn(String.format("%032x", 100 + i), wren, now)));

        await("none of them waits")
                .atMost(Duration.ofSeconds(60))
                .until(() -> rows(running, "mail_queue").noneMatch(MailKind.SIGN_IN::equals));
        assertThat(signInMails() - before).isEqualTo(LONG);
    }

    private static long signInMails() {
        return subjects().stream().filter("Your sign-in link"::equals).count();
    }

    private ConfigurableApplicationContext start() {
        return service.start(
                "--natter.mail.smtp-url=smtp://127.0.0.1:" + MAIL.getSmtp().getPort(),
                "--natter.mail.from=post@natter.example",
                "--natter.mail.poll=200ms");
    }

    private static PersonId somebody(ConfigurableApplicationContext running) {
        return running.getBean(People.class)
                .withAddress(
                        new EmailAddress("wren@college.example"), new PersonDetails("Wren Hadley", "", Sector.COLLEGE))
                .id();
    }

    private static List<MailKind> rows(ConfigurableApplicationContext running) {
        return Stream.of("mail_queue", "mail")
                .flatMap(collection -> rows(running, collection))
                .toList();
    }

    private static Stream<MailKind> rows(ConfigurableApplicationContext running, String collection) {
        return running.getBean(MongoOperations.class).findAll(Document.class, collection).stream()
                .map(row -> MailKind.valueOf(row.getString("kind")));
    }

    private static String stored(ConfigurableApplicationContext running) {
        var all = new StringBuilder();
        for (var collection : List.of("mail", "mail_queue", "mail_day", "mail_refused", "mail_stopped", "mail_told")) {
            running.getBean(MongoOperations.class)
                    .getCollection(collection)
                    .find()
                    .forEach(row -> all.append(row.toJson()));
        }
        return all.toString();
    }

    private static List<String> subjects() {
        return Arrays.stream(MAIL.getReceivedMessages())
                .map(MailRestartTest::subject)
                .toList();
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
