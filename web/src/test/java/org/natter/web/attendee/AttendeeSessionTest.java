package org.natter.web.attendee;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.natter.web.account.DoorPass;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.AnswerPass;
import org.natter.web.services.AttendanceId;
import org.natter.web.services.EventId;
import org.natter.web.services.FeedbackApi.LinkKind;
import org.natter.web.services.LinkToken;
import org.natter.web.services.PersonId;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.LinkedMultiValueMap;

/** One browser, and who has opened what in it. */
class AttendeeSessionTest {

    private static final AnswerPass ELLIS = pass("a");
    private static final AnswerPass ASHA = pass("b");

    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final AttendeeSession visit = new AttendeeSession(request);

    @Test
    void twoAnswersThatAreNotSentStandSideBySide() {
        visit.answer(LinkKind.FEEDBACK, ELLIS, new LinkToken("ellis"));
        visit.answer(LinkKind.FEEDBACK, ASHA, new LinkToken("asha"));

        assertThat(visit.pass(LinkKind.FEEDBACK, about(Mark.of(new LinkToken("ellis")))))
                .contains(ELLIS);
        assertThat(visit.link(LinkKind.FEEDBACK)).contains(new LinkToken("ellis"));
    }

    /** Attendances stand on others' pages: to know one opens nothing. */
    @Test
    void anAnswerThatWasSentIsClosedOnceAnotherIsOpened() {
        visit.answer(LinkKind.FEEDBACK, ELLIS, new LinkToken("ellis"));
        visit.sent(LinkKind.FEEDBACK, ELLIS.attendance());
        assertThat(visit.pass(LinkKind.FEEDBACK, about(Mark.of(new LinkToken("ellis")))))
                .contains(ELLIS);
        assertThat(visit.link(LinkKind.FEEDBACK)).contains(new LinkToken("ellis"));

        visit.answer(LinkKind.FEEDBACK, ASHA, new LinkToken("asha"));

        assertThat(visit.pass(LinkKind.FEEDBACK, about(Mark.of(new LinkToken("ellis")))))
                .isEmpty();
        assertThat(visit.hasOpened(LinkKind.FEEDBACK, ELLIS.attendance())).isFalse();
        assertThat(visit.pass(LinkKind.FEEDBACK)).contains(ASHA);
    }

    @Test
    void signingOutLeavesNothingForWhoeverComesNext() {
        visit.signIn(new PersonId("c".repeat(32)), new LinkToken("sign-in"));
        visit.answerAsOwner(new PersonId("c".repeat(32)), ELLIS);
        visit.answer(LinkKind.FOLLOW_UP, ASHA, new LinkToken("asha"));

        visit.signOut();

        assertThat(visit.person()).isEmpty();
        assertThat(visit.pass(LinkKind.FEEDBACK)).isEmpty();
        assertThat(visit.pass(LinkKind.FEEDBACK, about(Mark.of(new PersonId("c".repeat(32)), ELLIS.attendance()))))
                .isEmpty();
        assertThat(visit.pass(LinkKind.FOLLOW_UP)).isEmpty();
    }

    @Test
    void aUsedLinkIsItsOwnersWhoeverIsSignedInNow() {
        var wren = new PersonId("c".repeat(32));
        var ruth = new PersonId("d".repeat(32));
        visit.signIn(wren, new LinkToken("wren"));
        visit.signOut();
        visit.signIn(ruth, new LinkToken("ruth"));

        assertThat(visit.hasUsed(new LinkToken("wren"))).isTrue();
        assertThat(visit.isSignedInBy(new LinkToken("wren"))).isFalse();
        assertThat(visit.isSignedInBy(new LinkToken("ruth"))).isTrue();
        assertThat(visit.isSignedInBy(new LinkToken("odd"))).isFalse();
        visit.signIn(wren, new LinkToken("wren-again"));
        assertThat(visit.isSignedInBy(new LinkToken("wren"))).isTrue();
        assertThat(visit.isSignedInBy(new LinkToken("ruth"))).isFalse();
    }

    @Test
    void ofUsedLinksTheLatestAreRemembered() {
        for (var link = 0; link < 50; link++) {
            visit.signIn(new PersonId("c".repeat(32)), new LinkToken("link" + link));
        }

        assertThat(visit.hasUsed(new LinkToken("link49"))).isTrue();
        assertThat(visit.hasUsed(new LinkToken("link45"))).isTrue();
        assertThat(visit.hasUsed(new LinkToken("link0"))).isFalse();
    }

    @Test
    void whatIsForgottenIsTheAnswerThatIsMeant() {
        visit.answer(LinkKind.FEEDBACK, ELLIS, new LinkToken("ellis"));
        visit.answer(LinkKind.FEEDBACK, ASHA, new LinkToken("asha"));

        visit.forget(LinkKind.FEEDBACK, ELLIS.attendance());

        assertThat(visit.hasOpened(LinkKind.FEEDBACK, ELLIS.attendance())).isFalse();
        assertThat(visit.pass(LinkKind.FEEDBACK)).contains(ASHA);
    }

    /** A phone at the door goes from hand to hand. */
    @Test
    void whatIsSomebodysOwnEndsTheDoorOnThatPhone() {
        request.getSession().setAttribute(DoorPass.IN_SESSION, "door");

        visit.answer(LinkKind.FEEDBACK, ELLIS, new LinkToken("ellis"));

        assertThat(request.getSession().getAttribute(DoorPass.IN_SESSION)).isNull();
        assertThat(visit.pass(LinkKind.FEEDBACK)).contains(ELLIS);
    }

    /** Attendances stand on others' pages; what opens an answer is its link, or being its owner. */
    @Test
    void knowingAnAttendanceOpensNothing() {
        var wren = new PersonId("c".repeat(32));
        visit.answer(LinkKind.FEEDBACK, ELLIS, new LinkToken("ellis"));
        visit.answerAsOwner(wren, ASHA);

        assertThat(visit.pass(
                        LinkKind.FEEDBACK, about(new Mark(ELLIS.attendance().value()))))
                .isEmpty();
        assertThat(visit.pass(
                        LinkKind.FEEDBACK, about(new Mark(ASHA.attendance().value()))))
                .isEmpty();
        assertThat(visit.pass(LinkKind.FEEDBACK, about(Mark.of(new LinkToken("ellis")))))
                .contains(ELLIS);
        assertThat(visit.link(LinkKind.FEEDBACK)).contains(new LinkToken("ellis"));
        assertThat(visit.pass(LinkKind.FEEDBACK, about(Mark.of(wren, ASHA.attendance()))))
                .contains(ASHA);
        assertThat(visit.link(LinkKind.FEEDBACK)).isEmpty();
    }

    private static SubmittedForm about(Mark mark) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("about", mark.value());
        return new SubmittedForm(form);
    }

    private static AnswerPass pass(String digit) {
        return new AnswerPass(new AttendanceId(digit.repeat(32)), new EventId("e".repeat(32)), 1);
    }
}
