package org.natter.web;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.natter.messaging.kit.TestStore;

/** web over stubs of the services, for looking at: run it, set it up, sign in with the code it prints. */
public final class WebByHand {

    private WebByHand() {}

    public static void main(String[] args) {
        var services = OrganisersSeason.services();
        var store = new TestStore();
        var post = new GreenMail(new ServerSetup(3025, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        post.start();
        WebApplication.application()
                .run(
                        "--server.port=28080",
                        "--management.server.port=0",
                        "--spring.mongodb.uri=" + store.connectionString(),
                        "--natter.base-url=http://127.0.0.1:28080",
                        "--natter.services.event=" + services.address("event"),
                        "--natter.services.attendee=" + services.address("attendee"),
                        "--natter.services.feedback=" + services.address("feedback"),
                        "--natter.mail.smtp-url=smtp://127.0.0.1:3025",
                        "--natter.access.private-key=" + services.privateKey());
        while (post.waitForIncomingEmail(Long.MAX_VALUE, 1)) {
            for (var mail : post.getReceivedMessages()) {
                System.out.println("MAIL "
                        + com.icegreen.greenmail.util.GreenMailUtil.getBody(mail)
                                .strip());
            }
            post.reset();
        }
    }
}
