package org.natter.attendee.mail.smtp;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
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
}
