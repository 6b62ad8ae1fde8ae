package org.natter.attendee.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.natter.attendee.mail.MailFixture.NOW;
import static org.natter.attendee.mail.MailFixture.WREN;
import static org.natter.attendee.mail.MailFixture.aPostOffice;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.natter.attendee.mail.MailFixture;
import org.natter.attendee.mail.MailRequest;
import org.natter.attendee.mail.PostOffice;

class SendersTest {

    private final MailFixture office = aPostOffice();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Senders senders = new Senders(
            office.sending(),
            clock,
            new MailSettings(URI.create("smtp://127.0.0.1:1025"), "post@natter.invalid", Duration.ofHours(1), 3));

    @AfterEach
    void stop() {
        senders.stop();
    }

    @Test
    void aMailAskedForIsSentWithoutWaitingForTheNextLook() {
        senders.start();
        var posting = new PostOffice(office.queue, senders::wake);

        for (var mail = 1; mail <= 5; mail++) {
            posting.ask(MailRequest.signIn("%032x".formatted(mail), WREN, NOW));
            var all = mail;
            await("mail " + mail).until(() -> office.carried.size() == all);
        }
    }

    @Test
    void manyAskedForAtOnceAreAllSent() {
        senders.start();
        var posting = new PostOffice(office.queue, senders::wake);

        for (var mail = 1; mail <= 200; mail++) {
            posting.ask(MailRequest.signIn("%032x".formatted(mail), WREN, NOW));
        }

        await("all mails").until(() -> office.carried.size() == 200);
    }

    @Test
    void whatIsAskedForWhileNobodySendsWaitsForTheStart() {
        var posting = new PostOffice(office.queue, senders::wake);
        posting.ask(MailRequest.signIn("%032x".formatted(1), WREN, NOW));
        assertThat(office.carried).isEmpty();

        senders.start();

        await("the mail").until(() -> office.carried.size() == 1);
    }
}
