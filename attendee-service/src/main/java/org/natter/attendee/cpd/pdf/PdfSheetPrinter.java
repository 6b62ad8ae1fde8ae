package org.natter.attendee.cpd.pdf;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.natter.attendee.cpd.NotPrintable;
import org.natter.attendee.cpd.Sheet;
import org.natter.attendee.cpd.SheetPrinter;
import org.natter.ids.Unseen;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A sheet as A4 pages, with its headings as headings, its language and its font in it (PDF/UA). The font has Latin, Greek and
 * Cyrillic letters; what it cannot draw is not printed at all, nor what would take it seconds. One is drawn at a time, so that
 * however many are asked for, one processor is busy with them and the memory of one is taken.
 */
@Component
class PdfSheetPrinter implements SheetPrinter {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final String FONT_NAME = "Liberation Sans";

    private static final String STYLE = """
            @page { size: A4; margin: 20mm 20mm 22mm; font-family: 'Liberation Sans';
              @bottom-right { content: counter(page) ' / ' counter(pages); font-family: 'Liberation Sans'; font-size: 8pt; } }
            body { font-family: 'Liberation Sans'; font-size: 11pt; line-height: 1.45; }
            h1, h2, h3 { font-weight: normal; page-break-after: avoid; }
            h1 { font-size: 22pt; margin: 0 0 4mm; }
            h2 { font-size: 15pt; margin: 7mm 0 1mm; border-top: 0.5pt solid #666666; padding-top: 3mm; }
            h3 { font-size: 10pt; margin: 3mm 0 0; color: #333333; }
            p { margin: 0 0 1.5mm; white-space: pre-line; }
            p.small { font-size: 9.5pt; color: #333333; }
            """;

    /** About a second of drawing, or sixty full pages: some years of a record. */
    private static final int MOST = 80_000;

    /** What a part takes besides its letters, in letters. */
    private static final int PART = 60;

    /** What a line takes that begins in it, however short it is. */
    private static final int LINE = 90;

    private static final long PATIENCE_SECONDS = 1;

    private final Semaphore turn;
    private final byte[] font;
    private final CmapLookup letters;

    PdfSheetPrinter() {
        this(new Semaphore(1));
    }

    PdfSheetPrinter(Semaphore turn) {
        this.turn = turn;
        XRLog.setLoggingEnabled(false); // it would tell what it draws
        try (var file = Objects.requireNonNull(PdfRendererBuilder.class.getResourceAsStream(FONT))) {
            font = file.readAllBytes();
            try (var read = new TTFParser().parse(new RandomAccessReadBuffer(font))) {
                letters = read.getUnicodeCmapLookup();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public byte[] print(Sheet sheet) {
        if (!isDrawn(sheet.title())
                || !sheet.parts().stream().map(Sheet.Part::words).allMatch(this::isDrawn)) {
            throw new NotPrintable();
        }
        if (size(sheet) > MOST || !isMyTurn()) {
            throw new NotPrintable();
        }
        try {
            return drawn(sheet);
        } finally {
            turn.release();
        }
    }

    private static long size(Sheet sheet) {
        return sheet.parts().stream()
                .mapToLong(part -> part.words().length()
                        + PART
                        + LINE * (part.words().lines().count() - 1))
                .sum();
    }

    private boolean isMyTurn() {
        try {
            return turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private byte[] drawn(Sheet sheet) {
        var printer = new PdfRendererBuilder();
        var pages = new ByteArrayOutputStream();
        printer.usePdfUaAccessibility(true);
        printer.useFont(() -> new ByteArrayInputStream(font), FONT_NAME);
        printer.withW3cDocument(document(sheet), "");
        printer.toStream(pages);
        try {
            printer.run();
        } catch (IOException undrawn) {
            throw new UncheckedIOException(undrawn);
        }
        return pages.toByteArray();
    }

    private boolean isDrawn(String words) {
        return drawable(words).codePoints().allMatch(letter -> letter == '\n' || isDrawn(letter));
    }

    /** The font has Hebrew letters, too, but everything is drawn from left to right. */
    private boolean isDrawn(int letter) {
        var direction = Character.getDirectionality(letter);
        return letters.getGlyphId(letter) != 0
                && direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT
                && direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    /** A blank of any kind is drawn as a space, and what nobody sees is left out; the end of a line stays one. */
    private static String drawable(String words) {
        return words.replace("\r\n", "\n")
                .lines()
                .map(line -> Unseen.withPlainBlanks(Unseen.allLeftOut(line)))
                .collect(Collectors.joining("\n"));
    }

    private static Document document(Sheet sheet) {
        var page = empty();
        var html = page.createElement("html");
        html.setAttribute("lang", "en-GB");
        page.appendChild(html);
        var head = add(html, "head", "");
        add(head, "title", sheet.title());
        var subject = add(head, "meta", "");
        subject.setAttribute("name", "subject");
        subject.setAttribute("content", sheet.title());
        add(head, "style", STYLE);
        var body = add(html, "body", "");
        add(body, "h1", sheet.title());
        sheet.parts().forEach(part -> add(body, part));
        return page;
    }

    private static void add(Element body, Sheet.Part part) {
        switch (part.kind()) {
            case SECTION -> add(body, "h2", part.words());
            case LABEL -> add(body, "h3", part.words());
            case WORDS -> add(body, "p", part.words());
            case SMALL -> add(body, "p", part.words()).setAttribute("class", "small");
        }
    }

    private static Element add(Element parent, String name, String words) {
        var page = parent.getOwnerDocument();
        var element = page.createElement(name);
        if (!words.isEmpty()) {
            element.appendChild(page.createTextNode(drawable(words)));
        }
        parent.appendChild(element);
        return element;
    }

    private static Document empty() {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException unheard) {
            throw new IllegalStateException(unheard);
        }
    }
}
