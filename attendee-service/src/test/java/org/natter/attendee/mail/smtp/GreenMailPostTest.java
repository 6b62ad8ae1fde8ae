package org.natter.attendee.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GreenMailPostTest extends PostContract {

    @RegisterExtension
    static final GreenMailExtension MAIL = new GreenMailExtension(
                    new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
            .withPerMethodLifecycle(false);

    @Override
    protected URI server() {
        return URI.create("smtp://127.0.0.1:" + MAIL.getSmtp().getPort());
    }

    @Override
    protected List<Arrived> mailbox() {
        return Arrays.stream(MAIL.getReceivedMessages())
                .map(message -> new Arrived(GreenMailUtil.getWholeMessage(message)))
                .toList();
    }

    @Override
    protected void emptyMailbox() {
        try {
            MAIL.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A bounce goes where the mail came from, and says by itself which mail it is about. */
    @Test
    void aBounceWouldSayWhichMailItIsAbout() throws Exception {
        try (var carrier = new SmtpCarrier(server(), "post@natter.example", "https://natter.example")) {
            carrier.carry(letter("booked/1", false, false));
            carrier.carry(letter("booked/2", false, false));
        }

        var returned = new TreeSet<String>();
        for (var mail : MAIL.getReceivedMessages()) {
            returned.add(mail.getHeader("Return-Path")[0]);
        }
        assertThat(returned).hasSize(2).allMatch(path -> path.matches("<post\\+[0-9a-f]+@natter[.]example>"));
    }
}
