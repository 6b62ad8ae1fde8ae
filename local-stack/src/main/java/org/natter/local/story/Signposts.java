package org.natter.local.story;

import static org.natter.local.stack.Application.WEB;

import java.util.List;
import org.natter.local.stack.LocalStack;

/** What the demo prints in the end: where everything is, and seven things to try. */
final class Signposts {

    private Signposts() {}

    static List<String> of(LocalStack stack, Post post) {
        String web = stack.ports().addressOf(WEB);
        String mailbox = stack.mailbox().pageAddress() + "/";
        String ellis = Post.link(
                post.await(Cast.one("Ellis Marchbank").email(), Answering.HOW_WAS_IT, Story.MORNING.minusSeconds(1)),
                "/f/");
        return """

                It is Friday 16 October 2026, 10:05, in Fenland and Cam. Last night was the pub evening at the Moorhen.

                  Dashboard          %1$s/organise
                    sign in as       %3$s
                    password         %4$s   (then a code, by mail)
                  Mailbox and clock  %2$s
                  What's on          %1$s/

                In one minute:

                  1  Open the dashboard. Last night 21 came, and 0 of 20 have answered: Maurice left no address.
                  2  Beside it, open Ellis's link, press through to Ruth, tick her, send. The dashboard counts 1 of 20.
                       %5$s
                  3  Ellis's history has its first line: sign in at %1$s/sign-in as %6$s.
                  4  In the mailbox, move the clock on to 20 October: one reminder to each who has not answered.
                  5  Sign in as %7$s: who introduced Wren to whom, and what came of "just a chat".
                  6  Move the clock on to 15 January 2027: last night's people are asked whether anything came of it.
                  7  Back on the dashboard, look for whom Ellis met. It is nowhere.
                """.formatted(
                web,
                mailbox,
                Town.OWNER_EMAIL,
                Town.OWNER_PASSWORD,
                ellis,
                Cast.one("Ellis Marchbank").email(),
                Cast.one("Wren Hadley").email()).lines().toList();
    }
}
