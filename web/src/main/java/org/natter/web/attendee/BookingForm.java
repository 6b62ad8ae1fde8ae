package org.natter.web.attendee;

import java.util.ArrayList;
import java.util.regex.Pattern;
import org.natter.web.attendee.Bookings.BookingWish;
import org.natter.web.forms.FormErrors;

/** The booking form as it was typed; everything stays as it is, so that it can stand in the boxes again. */
public record BookingForm(
        String form,
        String name,
        String email,
        String organisation,
        String sector,
        String newcomer,
        String listed,
        String adult) {

    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_ADDRESS = 254;

    static BookingForm empty() {
        return new BookingForm(FormId.fresh().value(), "", "", "", "", "", "", "");
    }

    static BookingForm of(Sent sent) {
        return new BookingForm(
                FormId.of(sent.text("form")).value(),
                sent.text("name"),
                sent.text("email"),
                sent.text("organisation"),
                sent.text("sector"),
                sent.text("newcomer"),
                sent.text("listed"),
                sent.text("adult"));
    }

    /** What is to be put right before anything is sent, in the order of the page. */
    FormErrors problems(Phrases phrases) {
        var problems = new ArrayList<FormErrors.Item>();
        if (name.isBlank()) {
            problems.add(new FormErrors.Item("name", phrases.say("book.name.missing")));
        } else if (name.strip().length() > LONGEST_NAME) {
            problems.add(new FormErrors.Item("name", phrases.say("book.name.long")));
        }
        if (!isAddress(email)) {
            problems.add(new FormErrors.Item("email", phrases.say("email.missing")));
        }
        if (organisation.strip().length() > LONGEST_NAME) {
            problems.add(new FormErrors.Item("organisation", phrases.say("book.organisation.long")));
        }
        if (!Sector.knows(sector)) {
            problems.add(new FormErrors.Item("sector", phrases.say("book.sector.missing")));
        }
        if (!newcomer.equals("yes") && !newcomer.equals("no")) {
            problems.add(new FormErrors.Item("newcomer", phrases.say("book.newcomer.missing")));
        }
        if (!adult.equals("yes")) {
            problems.add(new FormErrors.Item("adult", phrases.say("book.adult.missing")));
        }
        return new FormErrors(problems);
    }

    BookingWish wish(EventId event) {
        return new BookingWish(
                event,
                name.strip(),
                email.strip(),
                organisation.strip(),
                sector,
                newcomer.equals("yes"),
                listed.equals("yes"),
                true);
    }

    /** The same form with the same words is one wish; put right and sent again, it is another. */
    FormId wishId() {
        var words = String.join("\u0000", form, name, email, organisation, sector, newcomer, listed, adult);
        return new FormId(BrowserMark.of(words).value().substring(0, form.length()));
    }

    static boolean isAddress(String typed) {
        var address = typed.strip();
        return address.length() <= LONGEST_ADDRESS && ADDRESS.matcher(address).matches();
    }

    @Override
    public String toString() {
        return "BookingForm[masked]";
    }
}
