package org.natter.web.attendee;

import static org.assertj.core.api.Assertions.assertThat;

import org.htmlunit.html.HtmlElement;
import org.junit.jupiter.api.Test;

/** What may be written behind one link has an end, and what was typed then is not lost. */
class WritingLimitTest extends AttendeePagesBody {

    @Test
    void aLinkSendsNoMoreFormsThanAHand() throws Exception {
        var evening = open("/f/" + PubEvening.LINK);
        tick(evening, "So-so");
        press(evening, "Continue");
        var people = open("/feedback/2");
        var before = SERVICES.calls().size();
        SPENT.add("writes");

        var refused = press(people, "Continue");

        assertThat(status(refused)).isEqualTo(429);
        assertThat(refused.getWebResponse().getResponseHeaderValue("Retry-After"))
                .isEqualTo("7200");
        assertThat(SERVICES.calls()).as("nothing is asked").hasSize(before);
        assertThat(status(open("/feedback/1"))).as("reading goes on").isEqualTo(200);
    }

    @Test
    void wordsForTheOrganisersHaveAnEndEachDayAndAreShownToTakeAlong() throws Exception {
        var evening = open("/f/" + PubEvening.LINK);
        tick(evening, "So-so");
        press(evening, "Continue");
        var rest = open("/feedback/5");
        type(rest, "comment", "More chairs");
        type(rest, "privateWords", "The rowing club");
        tick(rest, "A few");
        SPENT.add("words");
        var before = SERVICES.calls().size();

        var refused = press(rest, "Continue");

        assertThat(status(refused)).isEqualTo(429);
        assertThat(SERVICES.calls().subList(before, SERVICES.calls().size()))
                .as("nothing is changed")
                .allMatch(call -> call.name().startsWith("GET "));
        assertThat(words(refused)).contains("Try again tomorrow.", "More chairs");
        assertThat(SERVICES.calls()).noneMatch(call -> call.name().startsWith("POST /feedback/comments"));
    }

    /** An attendance is known to everybody who was there, and any text can stand in a form. */
    @Test
    void whatAFormSaysOfItselfUsesUpNobodyElsesTurns() throws Exception {
        plainly("/feedback/1", "", "token=" + PubEvening.ELLIS);
        var nowhere = plainly("/my-booking/confirm", "", "press=yes&token=" + PubEvening.ELLIS);

        assertThat(TURNS).containsOnly("links-brought");
        assertThat(nowhere.statusCode()).isEqualTo(404);
        assertThat(nowhere.headers().allValues("Set-Cookie"))
                .as("a link that leads nowhere is not kept")
                .noneMatch(cookie -> cookie.startsWith("natter="));
    }

    @Test
    void aLinkThatLeadsSomewhereSendsNoMoreFormsWithoutItsCookie() throws Exception {
        var form = "go=CONTINUE&worthComing=4&token=" + PubEvening.LINK;
        assertThat(plainly("/feedback", "", form).statusCode()).isEqualTo(302);
        assertThat(TURNS).containsExactly("links-brought", "writes");
        SPENT.add("writes");
        var before = SERVICES.calls().size();

        var refused = plainly("/feedback", "", form);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(SERVICES.calls().subList(before, SERVICES.calls().size()))
                .as("the link is looked at, and nothing is changed")
                .allMatch(call -> call.name().startsWith("POST /feedback/links/read"));
        assertThat(refused.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("natter="));
    }

    @Test
    void aBookingLinkCountsAsItselfTooAndOnceAForm() throws Exception {
        var shown = open("/b/" + PubEvening.LINK)
                .<HtmlElement>getFirstByXPath("//input[@name='filledFrom']")
                .getAttribute("value");
        var form = "press=yes&filledFrom=" + shown + "&token=" + PubEvening.LINK;
        var opened = plainly("/my-booking/confirm", "", form);
        assertThat(TURNS).containsExactly("links-brought", "writes");
        var cookie = opened.headers().allValues("Set-Cookie").get(0).split(";")[0];

        plainly("/my-booking/confirm", cookie, form);

        assertThat(TURNS).containsExactly("links-brought", "writes", "writes");
    }

    @Test
    void whoeverHasShownNothingIsCountedByTheirNetworkAlone() throws Exception {
        SPENT.add("writes");
        var book = open("/events/" + PubEvening.EVENT + "/book");

        assertThat(status(press(book, "Book my place"))).isEqualTo(422);
    }
}
