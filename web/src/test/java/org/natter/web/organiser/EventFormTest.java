package org.natter.web.organiser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.FormId;
import org.natter.web.services.RegionId;
import org.springframework.util.MultiValueMap;

class EventFormTest {

    private static final RegionId FENLAND = new RegionId("c0000000000000000000000000000001");

    @ParameterizedTest
    @CsvSource({
        "2026-09-05,2026-09-05",
        "5/9/2026,2026-09-05",
        "5 Sep 2026,2026-09-05",
        "5 sept 2026,2026-09-05",
        "5  September 2026,2026-09-05",
        "29/2/2028,2028-02-29"
    })
    void aDateIsReadHoweverPeopleWriteIt(String typed, LocalDate day) {
        assertThat(dated(typed).day()).contains(day);
    }

    /** The 31st of November once became the 30th without a word. */
    @ParameterizedTest
    @ValueSource(strings = {"31/11/2026", "30 February 2027", "29/2/2027", "2026-11-31", "31 Sep 2026", "0/1/2027", ""})
    void aDateThatDoesNotExistIsNone(String typed) {
        assertThat(dated(typed).day()).isEmpty();
    }

    @Test
    void otherWordsInAUsedFormAreAnotherAct() {
        var id = FormId.fresh().value();
        var once = EventForm.of(form(Map.of("id", id, "title", "Quiz")));

        assertThat(EventForm.of(form(Map.of("id", id, "title", "Quiz"))).key()).isEqualTo(once.key());
        assertThat(EventForm.of(form(Map.of("id", id, "title", "Quiz night"))).key())
                .isNotEqualTo(once.key());
    }

    @Test
    void aNewFormIsAboutItsRegion() {
        assertThat(EventForm.empty(FormId.fresh(), FENLAND).region()).isEqualTo(FENLAND.value());
    }

    private static EventForm dated(String typed) {
        return EventForm.of(form(Map.of("date", typed)));
    }

    private static SubmittedForm form(Map<String, String> fields) {
        return new SubmittedForm(MultiValueMap.fromSingleValue(fields));
    }
}
