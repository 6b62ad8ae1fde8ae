package org.natter.attendee.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.natter.attendee.mail.Carrier;
import org.natter.attendee.person.EmailAddress;

/** What the other side's answers mean, from a server that says just what a test wants. */
class RefusingServerTest {

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 no such mailbox, REFUSED",
        "RCPT, 550 5.1.1 no such mailbox, REFUSED",
        "RCPT, 551 user has moved, REFUSED",
        "RCPT, 553 no such name, REFUSED",
        "RCPT, 556 takes no mail, REFUSED",
        "RCPT, 550 5.7.1 not wanted, NOT_NOW",
        "RCPT, 550 5.7.26 this sender is not known, NOT_NOW",
        "RCPT, 550 relaying denied, NOT_NOW",
        "RCPT, 530 authenticate first, NOT_NOW",
        "RCPT, 554 not from you, NOT_NOW",
        "RCPT, 503 not yet, NOT_NOW",
        "MAIL, 550 not from you, NOT_NOW",
        "MAIL, 530 authenticate first, NOT_NOW",
        "MAIL, 553 no such sender, NOT_NOW",
        "MAIL, 552 too much, NOT_NOW",
        "EHLO, 554 go away, NOT_NOW",
        "hello, 554 go away, NOT_NOW",
        "DATA, 554 no, NOT_NOW",
        "RCPT, 552 mailbox full, REFUSED",
        "RCPT, 451 greylisted, NOT_NOW",
        "MAIL, 421 busy, NOT_NOW",
        "DATA, 451 later, NOT_NOW",
        "., 250 taken, ACCEPTED",
        "., 452 no room, NOT_NOW",
        "., 554 not wanted, NOT_NOW",
        "., 550 5.7.1 not wanted, NOT_NOW",
        "., cut, UNKNOWN"
    })
    void eachAnswerHasItsMeaning(String at, String answer, Carrier.Delivery meaning) throws IOException {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var thread = new Thread(() -> serve(server, Map.of(at, answer)));
            thread.setDaemon(true);
            thread.start();
            try (var carrier = new SmtpCarrier(
                    URI.create("smtp://127.0.0.1:" + server.getLocalPort()),
                    "post@natter.example",
                    "https://natter.example")) {
                assertThat(carrier.carry(PostContract.letter("booked/1", false, false)))
                        .isEqualTo(meaning);
            }
        }
    }

    /** A user and a password are for a line that nobody else reads: no mail goes before there is one. */
    @Test
    void aPasswordIsNeverSentInClear() throws Exception {
        var heard = new CopyOnWriteArrayList<String>();
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var thread = new Thread(() -> serve(server, Map.of(), heard));
            thread.start();
            try (var carrier = new SmtpCarrier(
                    URI.create("smtp://natter:reed%20and%20sedge@127.0.0.1:" + server.getLocalPort()),
                    "post@natter.example",
                    "https://natter.example")) {
                assertThat(carrier.carry(PostContract.letter("booked/1", false, false)))
                        .isEqualTo(Carrier.Delivery.NOT_NOW);
            }
            thread.join(10_000);
        }

        assertThat(heard).isNotEmpty().noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
    }

    /** Nothing is said to a server, so it does not matter that there is none. */
    @ParameterizedTest
    @ValueSource(strings = {"żaneta@lib.example", "wren@lib.example.", "a..b@lib.example", "wren@lib_under.example"})
    void aMailboxThatCannotBeWrittenToIsRefusedWhateverTheLine(String kept) {
        try (var carrier =
                new SmtpCarrier(URI.create("smtp://127.0.0.1:1"), "post@natter.example", "https://natter.example")) {
            assertThat(carrier.carry(PostContract.letter("booked/1", new EmailAddress(kept))))
                    .isEqualTo(Carrier.Delivery.REFUSED);
            assertThat(carrier.carry(PostContract.letter("booked/1", new EmailAddress("b@bücher.example"))))
                    .isEqualTo(Carrier.Delivery.NOT_NOW);
        }
    }

    private static void serve(ServerSocket server, Map<String, String> answers) {
        serve(server, answers, new CopyOnWriteArrayList<>());
    }

    private static void serve(ServerSocket server, Map<String, String> answers, List<String> heard) {
        try (var client = server.accept();
                var in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
            var out = new java.io.OutputStreamWriter(client.getOutputStream(), StandardCharsets.US_ASCII);
            say(out, answers.getOrDefault("hello", "220 here"));
            var text = false;
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                heard.add(line);
                var verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
                if (text && !line.equals(".")) {
                    continue;
                }
                var answer = answers.getOrDefault(
                        verb.equals("HELO") ? "EHLO" : verb, verb.equals("DATA") ? "354 go on" : "250 ok");
                if (answer.equals("cut")) {
                    return;
                }
                text = verb.equals("DATA") && answer.startsWith("354");
                say(out, answer);
            }
        } catch (IOException e) {
            assertThat(e).isNotNull(); // the client hung up, which is its right
        }
    }

    private static void say(Writer out, String answer) throws IOException {
        out.write(answer + "\r\n");
        out.flush();
    }
}
