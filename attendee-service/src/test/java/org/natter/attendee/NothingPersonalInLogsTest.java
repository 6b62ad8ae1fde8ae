package org.natter.attendee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A name and an address that go through everything, also through what fails, and are looked for in the logs. */
@WholeService
@ExtendWith(OutputCaptureExtension.class)
class NothingPersonalInLogsTest {

    private final Calls calls;
    private final Evening evening;

    @Autowired
    NothingPersonalInLogsTest(Calls calls, Evening evening) {
        this.calls = calls;
        this.evening = evening;
    }

    @Test
    void noWordOfAnybodyIsLogged(CapturedOutput logs) {
        var event = evening.open(1);
        evening.book(event, "Xanthippe Seeded");
        evening.ask(event, "Xanthippe Seeded");
        evening.press("cancel", event, "Xanthippe Seeded");
        calls.visitor().post("/bookings", "{\"email\": \"xanthippe.seeded@library.example\", \"sector\": 7, ");
        calls.visitor().post("/bookings", Map.of("name", "Xanthippe Seeded", "newcomer", "Xanthippe"));
        calls.visitor().post("/booking-links/read", Map.of("token", "xanthippe"));
        calls.owner()
                .post(
                        "/events/" + event + "/walk-ins",
                        Map.of("id", evening.newId(), "name", "Xanthippe Seeded", "email", "xanthippe@"));
        calls.owner().get("/events/xanthippe/attendees");

        assertThat(logs.getAll()).doesNotContainIgnoringCase("xanthippe");
    }
}
