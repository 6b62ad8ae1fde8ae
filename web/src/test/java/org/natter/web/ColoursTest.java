package org.natter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Contrast of the colours in the style, light and dark, by WCAG 2.2. */
class ColoursTest {

    private static final double TEXT = 4.5;
    private static final double BORDER = 3;
    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+):\\s*(#[0-9a-f]{6})");

    @Test
    void everyColourCanBeReadOnItsGround() throws IOException {
        var style = Files.readString(Path.of("src/main/resources/static/natter/natter.css"));
        var dark = style.indexOf("prefers-color-scheme: dark");

        check(colours(style.substring(0, dark)));
        check(colours(style.substring(dark, style.indexOf("*, *::before"))));
    }

    @Test
    void aFaintColourIsFound() {
        assertThat(contrast("#28a197", "#ffffff")).isLessThan(TEXT);
    }

    private static void check(Map<String, String> colours) {
        for (var ground : new String[] {"paper", "card", "wash"}) {
            for (var ink : new String[] {"ink", "muted", "link", "accent", "error", "blue", "plum"}) {
                assertThat(contrast(colours.get(ink), colours.get(ground)))
                        .as(ink + " on " + ground)
                        .isGreaterThanOrEqualTo(TEXT);
            }
            assertThat(contrast(colours.get("field"), colours.get(ground)))
                    .as(ground)
                    .isGreaterThanOrEqualTo(BORDER);
        }
        for (var ground : new String[] {"in", "already", "not-here"}) {
            assertThat(contrast(colours.get("ink"), colours.get(ground)))
                    .as(ground)
                    .isGreaterThanOrEqualTo(7);
        }
        assertThat(contrast(colours.get("on-accent"), colours.get("accent"))).isGreaterThanOrEqualTo(TEXT);
    }

    private static Map<String, String> colours(String style) {
        var colours = new HashMap<String, String>();
        var found = COLOUR.matcher(style);
        while (found.find()) {
            colours.put(found.group(1), found.group(2));
        }
        return colours;
    }

    private static double contrast(String one, String other) {
        var a = luminance(one);
        var b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        var bits = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * part(bits >> 16 & 255) + 0.7152 * part(bits >> 8 & 255) + 0.0722 * part(bits & 255);
    }

    private static double part(int value) {
        var share = value / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
