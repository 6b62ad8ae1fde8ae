package org.natter.web.attendee;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Function;
import org.natter.web.attendee.CpdPages.Asked;
import org.natter.web.attendee.CpdPages.EntryPage;
import org.natter.web.attendee.CpdPages.RecordPage;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.Caller;
import org.natter.web.services.CpdApi;
import org.natter.web.services.FormId;
import org.natter.web.services.NotThere;
import org.natter.web.services.PersonId;
import org.natter.web.services.ServiceDown;
import org.natter.web.services.ServiceRefusal;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One's own CPD record to read, to print and to take along; for the signed-in person alone. */
@Controller
class CpdRecordController {

    private final CpdApi records;

    CpdRecordController(CpdApi records) {
        this.records = records;
    }

    @GetMapping("/history/cpd")
    String record(SubmittedForm asked, HttpServletRequest request, Model model) {
        return show("web/attendee/cpd", asked, request, model);
    }

    /** The same as a sheet for a printer. */
    @GetMapping("/history/cpd/print")
    String sheet(SubmittedForm asked, HttpServletRequest request, Model model) {
        return Asked.of(asked).isWrong()
                ? "redirect:" + Asked.of(asked).toPutRight()
                : show("web/attendee/cpd-sheet", asked, request, model);
    }

    private String show(String page, SubmittedForm form, HttpServletRequest request, Model model) {
        return HistoryController.signedIn(request, person -> {
            var asked = Asked.of(form);
            var record = records.record(person, asked.first(), asked.last(), asked.names());
            model.addAttribute("page", RecordPage.of(record, asked));
            model.addAttribute("removed", form.text("removed"));
            model.addAttribute("undrawn", form.text("pdf").equals("no"));
            return page;
        });
    }

    @GetMapping("/history/cpd/entries/{entry}")
    String entry(@PathVariable FormId entry, HttpServletRequest request, Model model) {
        return HistoryController.signedIn(request, person -> {
            model.addAttribute("page", EntryPage.of(find(records, person, entry).orElseThrow(NotThere::here)));
            return "web/attendee/cpd-entry";
        });
    }

    @GetMapping("/history/cpd/table")
    ResponseEntity<?> table(SubmittedForm form, HttpServletRequest request) {
        var asked = Asked.of(form);
        return file(
                asked,
                request,
                "text/csv;charset=UTF-8",
                "csv",
                person -> records.table(person, asked.first(), asked.last(), asked.names()));
    }

    @GetMapping("/history/cpd/text")
    ResponseEntity<?> text(SubmittedForm form, HttpServletRequest request) {
        var asked = Asked.of(form);
        return file(
                asked,
                request,
                "text/plain;charset=UTF-8",
                "txt",
                person -> records.text(person, asked.first(), asked.last(), asked.names()));
    }

    /** What cannot be drawn, or not in time, is said on the page, which has the text beside it. */
    @GetMapping("/history/cpd/pdf")
    ResponseEntity<?> pdf(SubmittedForm form, HttpServletRequest request) {
        var asked = Asked.of(form);
        try {
            return file(
                    asked,
                    request,
                    "application/pdf",
                    "pdf",
                    person -> records.pdf(person, asked.first(), asked.last(), asked.names()));
        } catch (ServiceRefusal | ServiceDown undrawn) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .header(HttpHeaders.LOCATION, asked.withoutAPdf())
                    .build();
        }
    }

    /** As attendee-service wrote it; with days that are to be put right there is none, and the page says so. */
    private static <T> ResponseEntity<?> file(
            Asked asked, HttpServletRequest request, String type, String ending, Function<Caller, T> words) {
        var person = new AttendeeSession(request).person().map(PersonId::value).map(Caller::attendee);
        if (person.isEmpty()) {
            return ResponseEntity.status(HttpStatus.FOUND)
                    .header(HttpHeaders.LOCATION, "/sign-in")
                    .build();
        }
        if (asked.isWrong()) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .header(HttpHeaders.LOCATION, asked.toPutRight())
                    .build();
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("my-cpd-record." + ending)
                                .build()
                                .toString())
                .body(words.apply(person.get()));
    }

    /** The entry, whatever its day. */
    static Optional<CpdApi.Entry> find(CpdApi records, Caller person, FormId entry) {
        return records.record(person, null, null, false).entries().stream()
                .filter(one -> one.id().equals(entry))
                .findFirst();
    }
}
