package org.natter.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.natter.web.services.AttendanceId;
import org.natter.web.services.EventId;
import org.natter.web.services.FeedbackApi.KnownBefore;
import org.natter.web.services.LabelId;
import org.natter.web.services.Link;
import org.natter.web.services.LinkToken;

class FeedbackFormTest {

    private static final Map<String, AttendanceId> ROSTER =
            Map.of("Amara Teal", new AttendanceId("a".repeat(32)), "Tobias Quill", new AttendanceId("b".repeat(32)));

    @Test
    void onlyTheStepsThatSayAnythingAreSent() {
        assertThat(pagesOf(FeedbackForm.says(4, 4).filledIn(ROSTER, List.of()))).containsExactly(1);
        assertThat(pagesOf(FeedbackForm.says(4, 4).newly("Amara Teal").filledIn(ROSTER, List.of())))
                .containsExactly(1, 2, 4);
        assertThat(pagesOf(FeedbackForm.says(4, 4)
                        .knewBefore(KnownBefore.NONE)
                        .alone()
                        .filledIn(ROSTER, List.of())))
                .containsExactly(1, 3, 5);
    }

    @Test
    void whoeverIsNotOnTheListIsNotTicked() {
        var form = FeedbackForm.says(4, 4).newly("Hester Vane").knewWell("Tobias Quill");

        assertThat(form.namesNobody()).isFalse();
        assertThat(pagesOf(form.filledIn(ROSTER, List.of()))).containsExactly(1, 3, 4);
    }

    @Test
    void aLabelIsSomebodyMet() {
        assertThat(pagesOf(FeedbackForm.says(4, 4)
                        .somebody("H, red scarf")
                        .filledIn(ROSTER, List.of(new LabelId("c".repeat(32))))))
                .containsExactly(1, 2);
    }

    @Test
    void whatIsSaidByChanceIsTheSameEachTime() {
        assertThat(byChance()).isEqualTo(byChance());
        assertThat(byChance()).anyMatch(pages -> pages.equals(List.of(1))).anyMatch(pages -> pages.contains(4));
    }

    @Test
    void noTwoDelegatesShareAnAddress() {
        assertThat(Cast.delegates(300)).extracting(Guest::email).doesNotHaveDuplicates();
    }

    private static List<List<Integer>> byChance() {
        var evening = new PublishedEvent(
                new EventId("e".repeat(32)), "An evening", LocalDateTime.MIN, LocalDateTime.MIN.plusHours(2), 24);
        var link = new Link(new LinkToken("k1.any"));
        var attendance = new AttendanceId("d".repeat(32));
        var writers = Cast.delegates(40).stream()
                .map(guest -> new GuestBooking(guest, evening, attendance, link, "", true))
                .toList();
        var all = Cast.delegates(40).stream().collect(Collectors.toMap(Guest::name, guest -> attendance));
        var forms = new RandomForms();
        return writers.stream()
                .map(writer -> pagesOf(forms.form(writer, writers).filledIn(all, List.of())))
                .toList();
    }

    /** The numbers of the pages that are sent, as the address of each has it. */
    private static List<Integer> pagesOf(FeedbackForm.FilledIn form) {
        return Stream.of(
                        Optional.of(1),
                        form.newPeople().map(page -> 2),
                        form.familiarPeople().map(page -> 3),
                        form.talks().map(page -> 4),
                        form.anythingElse().map(page -> 5))
                .flatMap(Optional::stream)
                .toList();
    }
}
