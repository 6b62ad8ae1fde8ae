package org.natter.attendee.cpd.web;

import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.natter.access.Caller;
import org.natter.access.Refuses;
import org.natter.attendee.cpd.CpdPage;
import org.natter.attendee.cpd.Dates;
import org.natter.attendee.cpd.NotPrintable;
import org.natter.attendee.cpd.ReadingCpdRecords;
import org.natter.attendee.cpd.SheetPrinter;
import org.natter.attendee.person.People;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.UnknownPerson;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A person's own CPD record, as a page and as files. There is no route to anybody else's, for whatever role. */
@RestController
@RequestMapping("/me/cpd")
class CpdRecordController {

    private final ReadingCpdRecords records;
    private final CpdWords words;
    private final CpdFiles files;
    private final SheetPrinter printer;
    private final People people;
    private final Clock clock;

    CpdRecordController(
            ReadingCpdRecords records,
            CpdWords words,
            CpdFiles files,
            SheetPrinter printer,
            People people,
            Clock clock) {
        this.records = records;
        this.words = words;
        this.files = files;
        this.printer = printer;
        this.people = people;
        this.clock = clock;
    }

    /**
     * @param from the first day; any if left out
     * @param to the last day; any if left out
     * @param names whether people are named as in the history; else they stand by their kind of library
     */
    @Operation(summary = "The caller's own CPD record")
    @Refuses(UnknownPerson.class)
    @GetMapping
    CpdView record(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "false") boolean names,
            Caller caller) {
        var dates = new Dates(from, to);
        return CpdView.of(page(caller, dates), words.dates(dates), names, words);
    }

    @Operation(summary = "The caller's own CPD record as a table for a spreadsheet")
    @Refuses(UnknownPerson.class)
    @GetMapping(path = "/table", produces = "text/csv")
    ResponseEntity<String> table(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "false") boolean names,
            Caller caller) {
        return file("text/csv", "csv", files.table(page(caller, new Dates(from, to)), names));
    }

    @Operation(summary = "The caller's own CPD record as plain text")
    @Refuses(UnknownPerson.class)
    @GetMapping(path = "/text", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> text(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "false") boolean names,
            Caller caller) {
        var dates = new Dates(from, to);
        return file(MediaType.TEXT_PLAIN_VALUE, "txt", files.text(page(caller, dates), dates, names));
    }

    @Operation(summary = "The caller's own CPD record as a PDF")
    @Refuses({UnknownPerson.class, NotPrintable.class})
    @GetMapping(path = "/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> pdf(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "false") boolean names,
            Caller caller) {
        var dates = new Dates(from, to);
        var sheet = files.sheet(page(caller, dates), dates, names);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, attached("pdf"))
                .body(printer.print(sheet));
    }

    private static ResponseEntity<String> file(String type, String ending, String words) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.parseMediaType(type), StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, attached(ending))
                .body(words);
    }

    private static String attached(String ending) {
        return ContentDisposition.attachment()
                .filename("my-cpd-record." + ending)
                .build()
                .toString();
    }

    private CpdPage page(Caller caller, Dates dates) {
        return people.find(new PersonId(caller.subject()))
                .flatMap(owner -> records.of(owner, dates, words.erased(), clock.instant()))
                .orElseThrow(() -> UnknownPerson.withId(caller.subject()));
    }
}
