package org.natter.attendee.cpd.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.natter.attendee.cpd.NotPrintable;
import org.natter.attendee.cpd.Sheet;
import org.natter.attendee.cpd.Sheet.Kind;
import org.natter.attendee.cpd.Sheet.Part;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a PDF has for whoever sees it and for whoever has it read out. */
@ExtendWith(OutputCaptureExtension.class)
class PdfSheetPrinterTest {

    private static final List<Part> COURSE = List.of(
            new Part(Kind.SECTION, "Booktalks for all ages"),
            new Part(Kind.SMALL, "Wednesday 11 March 2026"),
            new Part(Kind.LABEL, "What happened"),
            new Part(Kind.WORDS, "Zoë Ólafsdóttir, Łukasz & <Ангелов> read \"six\" books.\nI read one."));

    private final PdfSheetPrinter printer = new PdfSheetPrinter();

    @Test
    void allOfItIsThereAsItWasWritten() throws IOException {
        try (var pdf = printed(COURSE)) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains(
                            "My CPD record",
                            "Booktalks for all ages",
                            "Zoë Ólafsdóttir, Łukasz & <Ангелов> read \"six\" books.",
                            "I read one.",
                            "1 / 1");
        }
    }

    @Test
    void itHasItsLanguageItsTitleItsHeadingsAndItsFont() throws IOException {
        try (var pdf = printed(COURSE)) {
            var catalog = pdf.getDocumentCatalog();

            assertThat(catalog.getLanguage()).isEqualTo("en-GB");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("My CPD record");
            assertThat(kinds(catalog.getStructureTreeRoot())).contains("H1", "H2", "H3", "P");
            var resources = pdf.getPage(0).getResources();
            for (var name : resources.getFontNames()) {
                assertThat(resources.getFont(name).isEmbedded()).isTrue();
            }
        }
    }

    /** Two hundred and ninety-nine entries with all boxes full took minutes, and eight at once the whole memory. */
    @Test
    void whatWouldTakeLongIsNotPrinted() {
        var full = Collections.nCopies(3 * 299, new Part(Kind.WORDS, "library ".repeat(250)));
        var many = Collections.nCopies(2_000, new Part(Kind.LABEL, "What happened"));

        assertThatThrownBy(() -> printed(full)).isInstanceOf(NotPrintable.class);
        assertThatThrownBy(() -> printed(many)).isInstanceOf(NotPrintable.class);
        var lines = Collections.nCopies(30, new Part(Kind.WORDS, "a\n".repeat(100)));
        assertThatThrownBy(() -> printed(lines))
                .as("three thousand short lines")
                .isInstanceOf(NotPrintable.class);
    }

    @Test
    void whileOneIsBeingDrawnTheNextWaitsForItsTurnAndNotForLong() {
        var turn = new Semaphore(1);
        var taking = new PdfSheetPrinter(turn);
        var sheet = new Sheet("My CPD record", COURSE);

        turn.acquireUninterruptibly();
        assertThatThrownBy(() -> taking.print(sheet)).isInstanceOf(NotPrintable.class);

        turn.release();
        assertThat(taking.print(sheet)).isNotEmpty();
        assertThat(turn.availablePermits()).isEqualTo(1);
    }

    @Test
    void aLongRecordGoesOnOnFurtherPages() throws IOException {
        try (var pdf = printed(
                Collections.nCopies(60, COURSE).stream().flatMap(List::stream).toList())) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"李", "كتاب", "\ud83d\udcda", "\ud83d", "ספר", "a\u202eספר"})
    void ratherThanANameWithHolesThereIsNone(String words) {
        var sheet = new Sheet("My CPD record", List.of(new Part(Kind.WORDS, words)));

        assertThatThrownBy(() -> printer.print(sheet)).isInstanceOf(NotPrintable.class);
    }

    @Test
    void blanksOfAnyKindAreDrawnAsSpaces() throws IOException {
        try (var pdf = printed(List.of(new Part(Kind.WORDS, "Six\tbooks\u2003and\u000bone.\r\nAloud.")))) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Six books and one.")
                    .contains("Aloud.");
        }
    }

    /** They come with a paste from elsewhere: soft hyphens, breaks, joiners, marks of a direction, selectors of a shape, fillers. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00ad",
                "\u200b",
                "\u200c",
                "\u200d",
                "\u200e",
                "\u200f",
                "\u2060",
                "\ufeff",
                "\u202a",
                "\ufe0e",
                "\ufe0f",
                "\u034f",
                "\u115f",
                "\u1160",
                "\u3164",
                "\uffa0",
                "\u17b4",
                "\u180b",
                "\udb40\udd00",
                "\udb40\uddef"
            })
    void whatNobodySeesIsLeftOut(String unseen) throws IOException {
        try (var pdf = printed(List.of(new Part(Kind.WORDS, "co" + unseen + "operation")))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("cooperation");
        }
    }

    @Test
    void nothingOfItIsLogged(CapturedOutput logs) throws IOException {
        printed(COURSE).close();

        assertThat(logs.getAll()).doesNotContain("Booktalks", "openhtmltopdf");
    }

    private PDDocument printed(List<Part> parts) throws IOException {
        return Loader.loadPDF(printer.print(new Sheet("My CPD record", parts)));
    }

    private static List<String> kinds(PDStructureNode node) {
        var kinds = new ArrayList<String>();
        for (var kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                kinds.add(element.getStructureType());
                kinds.addAll(kinds(element));
            }
        }
        return kinds;
    }
}
