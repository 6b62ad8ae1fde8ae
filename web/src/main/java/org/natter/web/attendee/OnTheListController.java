package org.natter.web.attendee;

import jakarta.servlet.http.HttpServletRequest;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.AttendanceId;
import org.natter.web.services.BookingApi;
import org.natter.web.services.BookingApi.OnTheList;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * On the who-was-there list of an event or off it, for the signed-in person, who may have come without a booking and has no
 * link to one. Each button says which, so the last press of two pages holds.
 */
@Controller
class OnTheListController {

    private final BookingApi bookings;

    OnTheListController(BookingApi bookings) {
        this.bookings = bookings;
    }

    @PostMapping("/privacy-and-choices/bookings/{attendance}")
    String choose(@PathVariable AttendanceId attendance, SubmittedForm form, HttpServletRequest request) {
        var listed = form.yesOrNo("listed");
        return HistoryController.signedIn(request, person -> {
            if (listed == null) {
                return "redirect:/privacy-and-choices";
            }
            bookings.choose(person, attendance, new OnTheList(listed));
            return "redirect:/privacy-and-choices?list=saved#bookings";
        });
    }
}
