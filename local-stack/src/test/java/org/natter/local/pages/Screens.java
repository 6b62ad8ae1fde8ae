package org.natter.local.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks at screens and keeps complaints: what axe finds in light and dark, sideways scrolling and broken words at 320 pixels,
 * words that are missing from the bundle, anything a browser reports as an error, the content security policy's refusals among them. Of
 * each screen two pictures stay behind, a phone's in dark and a wide one in light.
 */
final class Screens {

    static final int WIDE = 1280;
    static final int PHONE = 390;
    static final int NARROWEST = 320;
    static final int HEIGHT = 800;

    /** A4 upright between a browser's own margins. */
    private static final int SHEET = 718;

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");
    private static final List<String> WCAG_AND_GOOD_PRACTICE =
            Stream.concat(WCAG.stream(), Stream.of("best-practice")).toList();

    /** axe itself, read once; each page takes it in once for both its looks. */
    private static final String AXE = "() => {" + AxeBuilder.getAxeScript() + "}";

    /** Asks for violations alone: to describe all that is well takes axe longer than to look at it. */
    private static final String LOOK_WITH_AXE = """
            async runOnly => {
              const found = await axe.run(document, {runOnly, resultTypes: ['violations']});
              return found.violations.flatMap(rule => rule.nodes.map(node =>
                `${rule.id} ${node.target}, ${node.failureSummary.split('\\n').slice(1, 2).join('').trim()}`));
            }""";

    /** Words of up to fifteen letters that stand on two lines; a longer one may break before it widens the page. */
    private static final String BROKEN_WORDS = """
            () => {
              const broken = [];
              const range = document.createRange();
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              for (let text = texts.nextNode(); text; text = texts.nextNode()) {
                const around = text.parentElement;
                if (around.closest('.visually-hidden, thead')) continue;
                if (around.closest('details:not([open])') && !around.closest('summary')) continue; // folded
                for (const word of text.data.matchAll(/(?<!\\S)[\\p{L}'’]{2,15}[.,:;?!]?(?!\\S)/gu)) {
                  range.setStart(text, word.index);
                  range.setEnd(text, word.index + word[0].length);
                  const pieces = [...range.getClientRects()];
                  if (pieces.some(piece => piece.top >= pieces[0].bottom - 1)) broken.push(word[0]);
                }
              }
              return broken;
            }""";

    private static final String LINKS = """
            () => [...document.querySelectorAll('a[href]')]
              .filter(link => link.protocol === 'https:' && link.origin === location.origin)
              .filter(link => !link.getAttribute('href').startsWith('#'))
              .map(link => link.href.replace(/#.*/, ''))""";

    private static final String OPEN = """
            async links => {
              const dead = [];
              for (const link of links) {
                for (const method of ['HEAD', 'GET']) {
                  const answer = await fetch(link, { method });
                  if (!answer.ok) dead.push(`${answer.status} at ${method} ${link}`);
                }
              }
              return dead;
            }""";

    /** What paper has no use for, and what does not begin where the page's heading does. */
    private static final String LOOK_PRINTED = """
            () => {
              const shown = selector => [...document.querySelectorAll(selector)]
                .filter(one => one.getClientRects().length > 0 && !one.closest('.visually-hidden'));
              const named = one => `${one.localName}: ${one.textContent.trim().slice(0, 40)}`;
              const begins = document.querySelector('h1').getBoundingClientRect().left;
              const left = one =>
                one.getBoundingClientRect().left + parseFloat(getComputedStyle(one).paddingLeft);
              return shown('button, .button, nav, footer, summary, input').map(one => 'prints ' + named(one))
                .concat(shown('.brand, main h1, main h2, main h3, main p, main caption, main tr > :first-child')
                  .filter(one => !one.closest('.only-you, .chart') && Math.abs(left(one) - begins) > 1)
                  .map(one => `begins ${Math.round(left(one) - begins)} pixels beside the heading: ${named(one)}`));
            }""";

    private final Path folder;
    private final Set<String> seen = new LinkedHashSet<>();
    private final Set<String> opened = new HashSet<>();
    private final List<String> complaints = new ArrayList<>();

    Screens(Path folder) {
        this.folder = folder;
    }

    /** Listens to all that this browser reports from now on. An answer of 4xx to the page itself is no error. */
    void watch(BrowserContext context) {
        context.onConsoleMessage(message -> {
            var page = message.page();
            var ownAnswer = page != null
                    && message.location().startsWith(page.url())
                    && message.text().startsWith("Failed to load resource");
            if (message.type().equals("error") && !ownAnswer) {
                complaints.add(message.location() + " says: " + message.text());
            }
        });
        context.onWebError(error -> complaints.add(error.page().url() + " stumbled: " + error.error()));
        context.onRequestFailed(request -> {
            if (!request.failure().contains("ERR_ABORTED")) {
                complaints.add(request.url() + " did not load: " + request.failure());
            }
        });
    }

    /** Waits for the page with such a heading and looks at it. */
    void look(Page page, String name, String heading) {
        assertThat(page.locator("h1")).containsText(heading);
        page.waitForLoadState();
        look(page, name, WCAG_AND_GOOD_PRACTICE);
        links(page, name);
    }

    /** Opens each link of ours that no page before has had, as whoever is looking. */
    private void links(Page page, String name) {
        var fresh = ((List<?>) page.evaluate(LINKS))
                .stream().map(String::valueOf).filter(opened::add).toList();
        ((List<?>) page.evaluate(OPEN, fresh)).forEach(dead -> complaints.add(name + " leads to " + dead));
    }

    /** Looks at the page that is open as it would be printed. */
    void lookPrinted(Page page, String name) {
        page.setViewportSize(SHEET, HEIGHT);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.LIGHT));
        var found = (List<?>) page.evaluate(LOOK_PRINTED);
        found.forEach(flaw -> complaints.add(name + ", printed, " + flaw));
        keep(picture(page), folder.resolve(name + ".print.png"));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN).setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(WIDE, HEIGHT);
    }

    /** The same for a mail, which is a part of whatever page a mail program shows it on. */
    void lookAtMail(Page page, String name, String html) {
        page.navigate("about:blank"); // a mail must not be judged by the policy of the page before it
        page.setContent(html);
        look(page, name, WCAG);
    }

    private void look(Page page, String name, List<String> tags) {
        if (!seen.add(name)) {
            throw new IllegalArgumentException("Two screens are called " + name + ".");
        }
        words(page, name);
        reflow(page, name);
        page.evaluate(AXE);
        show(page, name, PHONE, ColorScheme.DARK);
        axe(page, name + ", dark", "rule", List.of("color-contrast", "target-size"));
        show(page, name, WIDE, ColorScheme.LIGHT);
        axe(page, name + ", light", "tag", tags);
    }

    /** What has come up since this was last asked. */
    List<String> complaints() {
        var now = List.copyOf(complaints);
        complaints.clear();
        return now;
    }

    Set<String> seen() {
        return Set.copyOf(seen);
    }

    private void words(Page page, String name) {
        var text = page.title() + "\n" + page.locator("body").innerText();
        if (text.contains("??") || text.contains("{0}") || page.title().isBlank()) {
            complaints.add(name + " lacks words: "
                    + text.lines()
                            .filter(line -> line.contains("??") || line.contains("{0}"))
                            .toList());
        }
    }

    private void reflow(Page page, String name) {
        page.setViewportSize(NARROWEST, HEIGHT);
        var width = (Integer) page.evaluate("document.documentElement.scrollWidth");
        if (width > NARROWEST) {
            complaints.add(name + " is " + width + " pixels wide on a screen of " + NARROWEST);
        }
        var broken = (List<?>) page.evaluate(BROKEN_WORDS);
        if (!broken.isEmpty()) {
            complaints.add(name + " breaks words on a screen of " + NARROWEST + ": " + broken);
        }
    }

    private void show(Page page, String name, int width, ColorScheme colours) {
        page.setViewportSize(width, HEIGHT);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
        var file = name + (width == WIDE ? ".wide" : ".phone") + (colours == ColorScheme.DARK ? ".dark" : ".light")
                + ".png";
        keep(picture(page), folder.resolve(file));
    }

    /** The whole page; packed with less care than Playwright's own, which takes two thirds as long again. */
    private static byte[] picture(Page page) {
        var how = new JsonObject();
        how.addProperty("captureBeyondViewport", true);
        how.addProperty("optimizeForSpeed", true);
        var session = page.context().newCDPSession(page);
        try {
            var picture = session.send("Page.captureScreenshot", how).get("data");
            return Base64.getDecoder().decode(picture.getAsString());
        } finally {
            session.detach();
        }
    }

    private static void keep(byte[] picture, Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void axe(Page page, String name, String kind, List<String> values) {
        var found = (List<?>) page.evaluate(LOOK_WITH_AXE, Map.of("type", kind, "values", values));
        found.forEach(violation -> complaints.add(name + ": " + violation));
    }
}
