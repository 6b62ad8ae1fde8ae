package org.natter.local.pages;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's own Chromium, driven by Playwright. Nothing is downloaded, and it calls nobody. */
final class Chromium implements AutoCloseable {

    /** The one without windows first: it paints the same for half the work. */
    private static final List<String> NAMES =
            List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome");

    private static final List<String> ALONE = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--host-resolver-rules=MAP " + TlsProxy.NAME + " 127.0.0.1");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Where it is, if this machine has it on its path. */
    static Optional<Path> onThePath() {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return NAMES.stream()
                .flatMap(name -> Stream.of(path.split(File.pathSeparator))
                        .map(folder -> Path.of(folder).resolve(name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Chromium start(Path executable) {
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        try {
            var browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable)
                            .setArgs(ALONE));
            return new Chromium(playwright, browser);
        } catch (RuntimeException e) {
            playwright.close();
            throw e;
        }
    }

    /** One person's browser: its own cookies, British dates, our addresses. */
    BrowserContext somebody(String baseUrl) {
        return somebody(baseUrl, true);
    }

    /** The same where no script runs. */
    BrowserContext somebodyWithoutScripts(String baseUrl) {
        return somebody(baseUrl, false);
    }

    private BrowserContext somebody(String baseUrl, boolean scripts) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setJavaScriptEnabled(scripts)
                .setLocale("en-GB")
                .setTimezoneId("Europe/London")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setBaseURL(baseUrl)
                .setIgnoreHTTPSErrors(true) // the proxy's certificate is its own
                .setViewportSize(Screens.WIDE, Screens.HEIGHT));
        context.setDefaultTimeout(15_000);
        return context;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
