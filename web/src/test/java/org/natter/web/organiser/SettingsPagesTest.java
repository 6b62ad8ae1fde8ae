package org.natter.web.organiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.natter.web.OrganisersSeason.DRAFT;
import static org.natter.web.OrganisersSeason.REGION;
import static org.natter.web.OrganisersSeason.WINTER;

import com.icegreen.greenmail.util.GreenMailUtil;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlSelect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.natter.web.OrganisersSeason;
import org.natter.web.WholeWebBody;
import org.natter.web.account.Organisers;
import org.natter.web.stub.Sampled;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;

/** Drafts that are deleted, and what a region calls itself. */
class SettingsPagesTest extends WholeWebBody {

    private static final String PUT = "PUT /event/regions/" + REGION;

    @BeforeEach
    void somebodyIsIn() throws Exception {
        ownerIn();
    }

    @Test
    void aDraftIsDeletedAfterAQuestion() throws Exception {
        HtmlPage asked =
                open("/organise/events/" + DRAFT).getAnchorByText("Delete").click();

        assertThat(words(asked)).contains("Nobody but organisers has seen it", "It can't be brought back.");
        assertThat(SERVICES.calls("DELETE", "/event/events/" + DRAFT)).isEmpty();
        var done = press(asked, "Delete the draft");

        assertThat(words(done)).contains("The draft is gone.");
        assertThat(SERVICES.last("DELETE", "/event/events/" + DRAFT)
                        .orElseThrow()
                        .query())
                .startsWith("version=");
    }

    @Test
    void aDraftDeletedTwiceIsGoneOnce() throws Exception {
        var asked = open("/organise/events/" + DRAFT + "/delete");
        SERVICES.answer("DELETE /event/events/" + DRAFT, Sampled.of("event-service/delete-events-event/unknown-event"));

        assertThat(words(press(asked, "Delete the draft"))).contains("The draft is gone.");
    }

    @Test
    void aDraftThatSomebodyHasChangedOrPublishedIsNotDeletedUnseen() throws Exception {
        for (var sample : List.of("changed-meanwhile", "published")) {
            var asked = open("/organise/events/" + DRAFT + "/delete");
            SERVICES.answer("DELETE /event/events/" + DRAFT, Sampled.of("event-service/delete-events-event/" + sample));

            var refused = press(asked, "Delete the draft");

            assertThat(status(refused)).as(sample).isEqualTo(422);
            assertThat(words(refused)).containsAnyOf("Nothing is done yet", "It can be called off, but not deleted.");
        }
    }

    @Test
    void whatPeopleHaveSeenIsCalledOffInstead() throws Exception {
        assertThat(open("/organise/events/" + WINTER).getAnchors())
                .noneMatch(link -> link.getTextContent().equals("Delete"));
        assertThat(path(open("/organise/events/" + WINTER + "/delete"))).isEqualTo("/organise/events/" + WINTER);
    }

    @Test
    void aRegionIsCalledOtherwise() throws Exception {
        HtmlPage page = open("/organise").getAnchorByText("Settings").click();
        type(page, "name", "Fen and Marsh");
        type(page, "zone", "Europe/Dublin");
        type(page, "network", "Eastern libraries");
        var done = press(page, "Save");

        assertThat(words(done)).contains("Saved.");
        assertThat(SERVICES.sent(PUT).path("name").asString()).isEqualTo("Fen and Marsh");
        assertThat(SERVICES.sent(PUT).path("zone").asString()).isEqualTo("Europe/Dublin");
        assertThat(value(open("/organise/settings"), "network")).isEqualTo("Eastern libraries");
    }

    /** Nobody has to know how a time zone is written. */
    @Test
    void aTimeZoneIsChosenFromAListThatKeepsWhatIsNotInIt() throws Exception {
        var page = open("/organise/settings");
        assertThat(words(page)).contains("London", "Dublin").doesNotContain("Like Europe/London");
        assertThat(value(page, "zone")).isEqualTo("Europe/London");

        var list = Sampled.of("event-service/get-regions/one");
        SERVICES.answer(
                "GET /event/regions",
                list.holding(List.of(list.first().with("region", REGION).with("zone", "UTC"))));
        assertThat(value(open("/organise/settings"), "zone")).isEqualTo("UTC");
    }

    @Test
    void eachPlaceIsOfferedOnceByTodaysNameAndAnOldNameThatWasChosenStands() throws Exception {
        assertThat(zones(open("/organise/settings")))
                .contains("Europe/Kyiv", "Asia/Kolkata", "America/Argentina/Buenos_Aires", "Europe/Oslo")
                .doesNotContain("Europe/Kiev", "Asia/Calcutta", "America/Buenos_Aires", "Europe/Belfast");

        var list = Sampled.of("event-service/get-regions/one");
        SERVICES.answer(
                "GET /event/regions",
                list.holding(List.of(list.first().with("region", REGION).with("zone", "Asia/Calcutta"))));
        var page = open("/organise/settings");
        assertThat(value(page, "zone")).isEqualTo("Asia/Calcutta");
        assertThat(zones(page)).contains("Asia/Calcutta", "Asia/Kolkata").doesNotContain("Europe/Kiev");
        press(page, "Save");
        assertThat(SERVICES.sent(PUT).path("zone").asString()).isEqualTo("Asia/Calcutta");
        clock.move(Duration.ofMinutes(2)); // by then the region is read again
    }

    private static List<String> zones(HtmlPage page) {
        return page.<HtmlSelect>getElementByName("zone").getOptions().stream()
                .map(option -> option.getValueAttribute())
                .toList();
    }

    /** One rule for a region anywhere: times by the event's clocks, whose place is said where they are not the region's. */
    @Test
    void untilARegionsClocksAreKnownTimesAreByTheInstallations(
            @Autowired CurrentRegion regions, @Autowired Organisers organisers) {
        var owner = organisers.all().get(0);
        var list = Sampled.of("event-service/get-regions/one");
        SERVICES.answer(
                "GET /event/regions",
                list.holding(List.of(list.first().with("region", REGION).with("zone", "Europe/Paris"))));
        regions.forget();
        assertThat(regions.zone(owner, new MockHttpServletRequest())).isEqualTo(ZoneId.of("Europe/Paris"));

        regions.forget();
        SERVICES.sendToSleep("event");

        assertThat(regions.zone(owner, new MockHttpServletRequest())).isEqualTo(ZoneId.of("Europe/London"));
        SERVICES.wake();
        regions.forget();
    }

    @Test
    void timesAreByTheEventsClocksAndTheirPlaceIsSaidWhereItIsNotTheRegions() throws Exception {
        var paris = OrganisersSeason.event("get-events-event/a-draft", WINTER).with("zone", "Europe/Paris");
        SERVICES.answer("GET /event/events/" + WINTER, paris);
        assertThat(words(open("/organise/events/" + WINTER))).contains("7:30pm to 10pm (Paris time)");
        assertThat(words(open("/organise/events/" + WINTER + "/check-in"))).contains("7:30pm to 10pm (Paris time)");
        assertThat(words(open("/organise/events/" + WINTER + "/edit")))
                .contains(
                        "Times are by the clocks of Paris, where this event is; the region's own are those of London.");
        assertThat(words(open("/organise/events/new"))).contains("Times are by the clocks of London.");

        var list = Sampled.of("event-service/get-regions/one");
        SERVICES.answer(
                "GET /event/regions",
                list.holding(List.of(list.first().with("region", REGION).with("zone", "Europe/Paris"))));
        clock.move(Duration.ofMinutes(2));
        assertThat(words(open("/organise/events/" + WINTER)))
                .contains("7:30pm to 10pm")
                .doesNotContain("Paris");
        assertThat(words(open("/organise/events/" + WINTER + "/edit"))).contains("Times are by the clocks of Paris.");
        assertThat(words(open("/organise/events/new"))).contains("Times are by the clocks of Paris.");
    }

    @Test
    void whatDoesNotDoIsSaidAtItsField() throws Exception {
        SERVICES.answer(PUT, Sampled.of("event-service/put-regions-region/unfit"));
        var page = open("/organise/settings");
        type(page, "name", " ");
        type(page, "zone", "+01:00");

        var refused = press(page, "Save");

        assertThat(status(refused)).isEqualTo(422);
        assertThat(words(refused)).contains("Enter a name for the region", "Choose a time zone, like Europe/London");
        assertThat(value(refused, "zone")).isEqualTo("+01:00");
    }

    @Test
    void anOlderFormUndoesNothingAndKeepsItsWords() throws Exception {
        var page = open("/organise/settings");
        type(page, "name", "Fens");
        var list = Sampled.of("event-service/get-regions/one");
        SERVICES.answer(
                "GET /event/regions",
                list.holding(List.of(list.first().with("region", REGION).with("name", "Fen and Marsh"))));

        var refused = press(page, "Save");

        assertThat(status(refused)).isEqualTo(409);
        assertThat(words(refused)).contains("the region is Fen and Marsh now");
        assertThat(value(refused, "name")).isEqualTo("Fens");
        assertThat(SERVICES.calls("PUT", "/event/regions/" + REGION)).isEmpty();
    }

    @Test
    void aTestEmailGoesToWhoeverAsksForItAndWhatCameOfItIsSaid() throws Exception {
        POST.purgeEmailFromAllMailboxes();
        var page = open("/organise/settings");
        assertThat(words(page)).contains("from natter@natter.invalid");
        var done = press(page, "Send a test email to me");

        assertThat(words(done)).contains("The mail server has taken an email to " + OWNER);
        var mail = POST.getReceivedMessages()[0];
        assertThat(mail.getAllRecipients()[0].toString()).isEqualTo(OWNER);
        assertThat(mail.getFrom()[0]).hasToString("Fenland and Cam <natter@natter.invalid>");
        assertThat(GreenMailUtil.getBody(mail)).contains("It arrived.");

        POSTS_LINE.cut();
        assertThat(words(press(done, "Send a test email to me")))
                .contains("The mail server didn't take it, so nothing was sent.")
                .doesNotContain("has taken");
    }

    @Test
    void testMailsHaveAnEnd() throws Exception {
        for (var mails = 0; mails < 5; mails++) {
            assertThat(status(press(open("/organise/settings"), "Send a test email to me")))
                    .isEqualTo(200);
        }

        assertThat(status(press(open("/organise/settings"), "Send a test email to me")))
                .isEqualTo(429);
    }

    @Test
    void settingsAreForOwners() throws Exception {
        organiserIn();

        assertThat(status(open("/organise/settings"))).isEqualTo(403);
        assertThat(open("/organise").getAnchors())
                .noneMatch(link -> link.getTextContent().equals("Settings"));
    }

    private static String value(HtmlPage page, String field) {
        return page.getElementById(field) instanceof HtmlSelect select
                ? select.getSelectedOptions().get(0).getValueAttribute()
                : page.<HtmlInput>getHtmlElementById(field).getValue();
    }
}
