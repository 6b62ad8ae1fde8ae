package org.natter.attendee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.People;
import org.natter.attendee.person.PersonalLinks;
import org.springframework.beans.factory.annotation.Autowired;

/** Feedback mail switched off and on again, over HTTP and a real store. */
@WholeService
class QuestionsRestTest {

    private static final String RUTH = "Ruth Sedge";

    private final Calls calls;
    private final Evening evening;
    private final People people;
    private final PersonalLinks links;
    private EventId event;
    private AttendanceId ruth;

    @Autowired
    QuestionsRestTest(Calls calls, Evening evening, People people, PersonalLinks links) {
        this.calls = calls;
        this.evening = evening;
        this.people = people;
        this.links = links;
    }

    @BeforeEach
    void ruthHasStoppedNothing() {
        event = evening.open(2);
        ruth = evening.book(event, RUTH);
        press("ask-again", Map.of("token", token(links.feedback(ruth, 1))));
    }

    @Test
    void aLinkOfAnyGenerationAndEitherQuestionSwitchesBothWays() {
        for (var link : List.of(links.feedback(ruth, 1), links.feedback(ruth, 7), links.followUp(ruth, 2))) {
            for (var stop : List.of("EVENT", "ALL")) {
                assertThat(press("stop", Map.of("token", token(link), "stop", stop))
                                .at("stopped"))
                        .isEqualTo(stop);
                for (var time = 0; time < 2; time++) {
                    assertThat(press("ask-again", Map.of("token", token(link))).at("stopped"))
                            .isEqualTo("NOTHING");
                }
                assertThat(press("read", Map.of("token", token(link))).at("stopped"))
                        .isEqualTo("NOTHING");
            }
        }
    }

    @Test
    void aWrongSecretIsNothingAndChangesNothing() {
        var good = token(links.feedback(ruth, 1));
        press("stop", Map.of("token", good, "stop", "ALL"));
        var wrong = good.substring(0, good.length() - 4) + "AAAA";

        for (var token : List.of(wrong, "nobodys", "", evening.token(event, RUTH))) {
            assertThat(press("ask-again", Map.of("token", token)).status())
                    .as(token)
                    .isEqualTo(404);
        }
        assertThat(press("ask-again", Map.of()).status()).isEqualTo(404);
        assertThat(press("read", Map.of("token", good)).at("stopped")).isEqualTo("ALL");
    }

    @Test
    void whoIsSignedInSwitchesAllOfItAndNotWhatTheySaidOfOneEvent() {
        var me = calls.attendee(people.personOf(ruth).orElseThrow().id().value());
        var link = token(links.feedback(ruth, 1));
        press("stop", Map.of("token", link, "stop", "EVENT"));
        assertThat(me.get("/me/feedback-mails").at("wanted")).isEqualTo("true");

        for (var time = 0; time < 2; time++) {
            assertThat(me.put("/me/feedback-mails", Map.of("wanted", false)).at("wanted"))
                    .isEqualTo("false");
        }
        assertThat(press("read", Map.of("token", link)).at("stopped")).isEqualTo("ALL");

        assertThat(me.put("/me/feedback-mails", Map.of("wanted", true)).at("wanted"))
                .isEqualTo("true");
        assertThat(press("read", Map.of("token", link)).at("stopped")).isEqualTo("EVENT");
    }

    private Calls.Answer press(String verb, Map<String, String> body) {
        return calls.visitor().post("/stop-links/" + verb, body);
    }

    private static String token(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }
}
