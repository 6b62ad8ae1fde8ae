package org.natter.local.story;

import static org.natter.local.stack.Application.WEB;

import java.util.List;
import org.natter.local.stack.LocalStack;

/** What the demo prints in the end: where everything is, and eight things to try. */
final class Signposts {

    private Signposts() {}

    static List<String> of(LocalStack stack, MailReader mails, String speakersLink) {
        var web = stack.ports().addressOf(WEB);
        var mailbox = stack.mailbox().pageAddress() + "/";
        var ellis = MailReader.link(
                mails.await(Cast.one("Ellis Marchbank").email(), Answers.HOW_WAS_IT, Story.MORNING.minusSeconds(1)),
                "/f/");
        return """

                It is Friday 16 October 2026, 10:05, in Fenland and Cam. Last night was the pub evening at the Moorhen.

                  Dashboard          %1$s/organise
                    sign in as       %3$s
                    password         %4$s   (a code follows by mail)
                  Mailbox and clock  %2$s   (every mail Natter sends is here)
                  What's on          %1$s/

                Eight things to try, in about as many minutes:

                  1  Open the dashboard. Last night 21 people came, and 0 of 20 have answered: Maurice left no address.
                  2  In another window open Ellis's link, say how it was, tick Ruth, send. The dashboard counts 1 of 20.
                       %5$s
                  3  Sign in at %1$s/sign-in as %6$s: his history has its first line.
                  4  In the mailbox, go to 20 October, 10:05. Each of the 19 who have not answered gets one reminder.
                  5  Sign in as %7$s: who introduced Wren to whom, and what came
                     of a chat about buses and crosswords. Her CPD record, linked there, has her own words about two of them.
                  6  In the mailbox, go to 15 January 2027, 10:05. Ellis is asked: "Did anything come of it?"
                  7  Sign in to the dashboard again and look for whom Ellis met. It is nowhere.
                  8  What July said to two questions of Kofi's own is in its Feedback report, under Events. Somebody gave a
                     talk at Autumn Days 2025 and has not said yet whether to read what people said of it:
                       %1$s%8$s

                """.formatted(
                web,
                mailbox,
                NetworkSetUp.OWNER_EMAIL,
                NetworkSetUp.OWNER_PASSWORD,
                ellis,
                Cast.one("Ellis Marchbank").email(),
                Cast.one("Wren Hadley").email(),
                speakersLink).lines().toList();
    }
}
