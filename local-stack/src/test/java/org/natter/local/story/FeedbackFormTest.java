package org.natter.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeedbackFormTest {

    private static final Map<String, String> LIST =
            Map.of("Amara Teal", "a".repeat(32), "Tobias Quill", "b".repeat(32));

    @Test
    void onlyTheStepsThatSayAnythingAreSent() {
        assertThat(FeedbackForm.says(4, 4).steps(LIST, List.of())).containsOnlyKeys(1);
        assertThat(FeedbackForm.says(4, 4).newly("Amara Teal").steps(LIST, List.of())).containsOnlyKeys(1, 2, 4);
        assertThat(FeedbackForm.says(4, 4).knewBefore("NONE").alone().steps(LIST, List.of()))
                .containsOnlyKeys(1, 3, 5);
    }

    @Test
    void whoeverIsNotOnTheListIsNotTicked() {
        FeedbackForm form = FeedbackForm.says(4, 4).newly("Hester Vane").knewWell("Tobias Quill");

        assertThat(form.namesNobody()).isFalse();
        assertThat(form.steps(LIST, List.of())).containsOnlyKeys(1, 3, 4);
    }

    @Test
    void aLabelIsSomebodyMet() {
        assertThat(FeedbackForm.says(4, 4).somebody("H, red scarf").steps(LIST, List.of("c".repeat(32))))
                .containsOnlyKeys(1, 2);
    }

    @Test
    void whatIsSaidByChanceIsTheSameEachTime() {
        assertThat(byChance()).isEqualTo(byChance());
        assertThat(byChance()).anyMatch(steps -> steps.equals("[1]")).anyMatch(steps -> steps.contains("4"));
    }

    @Test
    void noTwoDelegatesShareAnAddress() {
        assertThat(Cast.delegates(300)).extracting(Guest::email).doesNotHaveDuplicates();
    }

    private static List<String> byChance() {
        PublishedEvent evening = new PublishedEvent("e", "An evening", LocalDateTime.MIN, LocalDateTime.MIN.plusHours(2), 24);
        List<GuestBooking> writers = Cast.delegates(40).stream()
                .map(guest -> new GuestBooking(guest, evening, "", "", "", true))
                .toList();
        Map<String, String> all = Cast.delegates(40).stream()
                .collect(java.util.stream.Collectors.toMap(Guest::name, guest -> "d".repeat(32)));
        RandomForms forms = new RandomForms();
        return IntStream.range(0, writers.size())
                .mapToObj(i -> forms.form(writers.get(i), writers)
                        .steps(all, List.of())
                        .keySet()
                        .toString())
                .toList();
    }
}
