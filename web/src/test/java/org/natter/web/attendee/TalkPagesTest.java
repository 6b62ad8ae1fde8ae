package org.natter.web.attendee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.natter.web.stub.Sampled;

/** Whoever gave a talk is asked first, reads nothing before yes, and nothing after no, which they may take back for a while. */
class TalkPagesTest extends AttendeePagesBody {

    private static final String LINK = "/t/" + PubEvening.EVENT + "/" + PubEvening.LINK;
    private static final String LONG_AGO = "2025-11-05T10:00:00Z";
    private static final String READ = "POST /feedback/talks/read";
    private static final String REPLY = "POST /feedback/talks/reply";

    @BeforeEach
    void somebodyGaveATalk() {
        SERVICES.answer(READ, talk("asking"));
        SERVICES.answer(REPLY, Sampled.of("feedback-service/post-talks-reply/replied"));
    }

    @Test
    void nothingIsShownBeforeYesAndLookingChangesNothing() throws Exception {
        SERVICES.answer(READ, talk("shown").with("state", "ASKING"));

        var page = open(LINK);

        assertThat(words(page))
                .contains("Would you like to read what people said of your talk?", "Zines in an hour")
                .contains("Nothing is shown before you say yes. What people say reaches you without their names.")
                .doesNotContain("Line 1.", "found it worth hearing");
        assertThat(SERVICES.calls("POST", "/feedback/talks/reply")).isEmpty();
        assertThat(SERVICES.sent(READ).path("event").asString()).isEqualTo(PubEvening.EVENT);
        assertThat(page.getWebResponse().getResponseHeaderValue("X-Robots-Tag")).isEqualTo("noindex, nofollow");
    }

    @Test
    void yesShowsWhatIsSettled() throws Exception {
        var page = open(LINK);
        SERVICES.answer(READ, talk("shown"));

        page = press(page, "Yes, show me");

        assertThat(SERVICES.sent(REPLY).path("wants").asBoolean(false)).isTrue();
        assertThat(words(page))
                .containsSubsequence(
                        "Zines in an hour",
                        "Most people found it worth hearing.",
                        "20 people said how it was.",
                        "What people wrote to you",
                        "In no order, without names.",
                        "Line 1.")
                .doesNotContain("Yes, show me");
    }

    /** One tap on a phone is soon made. */
    @Test
    void noMayBeTakenBackUntilWhatPeopleSaidIsPutTogether() throws Exception {
        var page = open(LINK);
        assertThat(words(page)).contains("You can change your mind until Thursday 5 November");
        SERVICES.answer(READ, talk("waiting").with("state", "DECLINED"));

        page = press(page, "No, thank you");

        assertThat(SERVICES.sent(REPLY).path("wants").asBoolean(true)).isFalse();
        assertThat(words(page))
                .contains(
                        "You'd rather not read what people said, and that's fine.",
                        "You can change your mind until Thursday 5 November")
                .doesNotContain("Line 1.", "Yes, show me", "found it worth hearing");
        SERVICES.answer(READ, talk("waiting"));

        page = press(page, "I'd like to read it after all");

        assertThat(SERVICES.sent(REPLY).path("wants").asBoolean(false)).isTrue();
        assertThat(words(page)).contains("What people said is put together on Thursday 5 November");
        press(page, "I'd rather not after all");
        assertThat(SERVICES.sent(REPLY).path("wants").asBoolean(true)).isFalse();
    }

    @Test
    void onceItIsPutTogetherNoIsAskedAboutOnceMoreAndStays() throws Exception {
        SERVICES.answer(READ, talk("asking").with("publishesAt", LONG_AGO));
        var page = open(LINK);
        assertThat(words(page)).doesNotContain("change your mind");

        page = press(page, "No, thank you");

        assertThat(SERVICES.calls("POST", "/feedback/talks/reply")).isEmpty();
        assertThat(words(page)).contains("Sure you'd rather not?", "a no is for good", "Yes, show me");
        SERVICES.answer(READ, talk("waiting").with("state", "DECLINED").with("publishesAt", LONG_AGO));
        page = press(page, "I'd rather not");
        assertThat(SERVICES.sent(REPLY).path("wants").asBoolean(true)).isFalse();
        assertThat(words(page))
                .contains("You'd rather not read what people said, and that's fine.")
                .doesNotContain("after all", "change your mind");
    }

    @Test
    void whatIsNotSettledYetSaysWhen() throws Exception {
        SERVICES.answer(READ, talk("waiting"));

        assertThat(words(open(LINK))).contains("What people said is put together on Thursday 5 November");
    }

    @Test
    void fewAreKeptPrivate() throws Exception {
        SERVICES.answer(
                READ,
                talk("shown").with("rated", null).with("worthHearing", null).with("said", List.of()));

        assertThat(words(open(LINK)))
                .contains("Fewer than five people said how it was")
                .contains("Fewer than five people left a line");
    }

    @Test
    void aWrongLinkIsNowhereAndAServiceThatSleepsIsSaidToBe() throws Exception {
        var page = open(LINK);
        SERVICES.sendToSleep("feedback");
        var asleep = press(page, "Yes, show me");
        assertThat(status(asleep)).isEqualTo(503);
        assertThat(words(asleep)).contains("Would you like to read what people said of your talk?");

        SERVICES.wake();
        SERVICES.answer(REPLY, Sampled.of("feedback-service/post-talks-reply/unknown"));
        assertThat(status(press(page, "No, thank you"))).isEqualTo(404);
        SERVICES.answer(READ, talk("unknown"));
        var nowhere = open(LINK);
        assertThat(status(nowhere)).isEqualTo(404);
        assertThat(words(nowhere))
                .contains("ask whoever gave you the link")
                .doesNotContain("If you followed a link from an email", PubEvening.EVENT);
    }

    private static Sampled talk(String sample) {
        return Sampled.of("feedback-service/post-talks-read/" + sample);
    }
}
