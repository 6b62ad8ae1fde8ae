package org.natter.local.pages;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;

/** Somebody at a browser of their own, who finds things by what is written on them. */
final class Person implements AutoCloseable {

    private final BrowserContext context;
    private final Screens screens;
    private final Page page;

    Person(Chromium chromium, String baseUrl, Screens screens) {
        this(chromium.somebody(baseUrl), screens);
        screens.watch(context);
    }

    /** Somebody in whose browser no script runs. */
    static Person withoutScripts(Chromium chromium, String baseUrl, Screens screens) {
        return new Person(chromium.somebodyWithoutScripts(baseUrl), screens);
    }

    private Person(BrowserContext context, Screens screens) {
        this.context = context;
        this.screens = screens;
        this.page = context.newPage();
    }

    Page page() {
        return page;
    }

    /** The same person with a second page open, to look at two things at once. */
    Person withAnotherPage() {
        return new Person(context, screens);
    }

    /** Her device can keep passkeys from now on, and knows her by her finger. */
    void withAPasskeyDevice() {
        var device = new JsonObject();
        device.addProperty("protocol", "ctap2");
        device.addProperty("transport", "internal");
        device.addProperty("hasResidentKey", true);
        device.addProperty("hasUserVerification", true);
        device.addProperty("isUserVerified", true);
        var options = new JsonObject();
        options.add("options", device);
        var browser = context.newCDPSession(page);
        browser.send("WebAuthn.enable");
        browser.send("WebAuthn.addVirtualAuthenticator", options);
    }

    void open(String address) {
        page.navigate(address);
    }

    void press(String button) {
        page.getByRole(AriaRole.BUTTON, named(button)).first().click();
    }

    void follow(String link) {
        page.getByRole(AriaRole.LINK, named(link)).first().click();
    }

    void type(String field, String words) {
        try {
            page.locator("#" + field).fill(words);
        } catch (TimeoutError notThere) {
            throw new AssertionError(
                    "No #" + field + " on " + page.url() + ", which says "
                            + page.locator("h1").allInnerTexts(),
                    notThere);
        }
    }

    void tick(String field) {
        page.locator("#" + field).check();
    }

    /** The choice with such words beside it. */
    Locator choice(String words) {
        return page.getByLabel(words).first();
    }

    void look(String name, String heading) {
        screens.look(page, name, heading);
    }

    /** Looks at the page that is open as it would be printed. */
    void lookPrinted(String name) {
        screens.lookPrinted(page, name);
    }

    /** Looks at the page that says what is wrong, after the same form was sent empty. */
    void lookAtErrors(String name, String heading) {
        page.locator(".error-summary li").first().waitFor();
        screens.look(page, name, heading);
    }

    @Override
    public void close() {
        context.close();
    }

    private static Page.GetByRoleOptions named(String words) {
        return new Page.GetByRoleOptions().setName(words).setExact(true);
    }
}
