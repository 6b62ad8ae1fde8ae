package org.natter.web;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.time.Duration;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlSelect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.natter.messaging.kit.FaultProxy;
import org.natter.messaging.kit.RequestWork;
import org.natter.messaging.kit.TestStore;
import org.natter.web.account.CountedPasswords;
import org.natter.web.account.HashingCost;
import org.natter.web.account.Passwords;
import org.natter.web.stub.StubServices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.cloud.stream.binder.test.TestChannelBinderConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole of web on free ports; a person is a browser whose JavaScript is off. */
@SpringBootTest(
        classes = WebApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=web",
            "management.server.port=0",
            "spring.cloud.stream.default-binder=integration"
        })
@Import({TestChannelBinderConfiguration.class, WholeWebBody.Setting.class})
public abstract class WholeWebBody {

    public static final StubServices SERVICES = OrganisersSeason.services();
    protected static final TestStore STORE = new TestStore();
    protected static final GreenMail POST = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    protected static final String OWNER = "marguerite@library.example";
    protected static final String SET_UP_WORD = "reed-moor-dusk";
    protected static final String PASSWORD = "quiet shelves at noon";

    /** The line to the mail server, which can be cut. */
    protected static final FaultProxy POSTS_LINE;

    static {
        POST.start();
        POSTS_LINE = new FaultProxy("127.0.0.1", POST.getSmtp().getPort());
    }

    @Value("${local.server.port}")
    protected int port;

    @Autowired
    protected MovableClock clock;

    @Autowired
    protected MongoOperations mongo;

    protected WebClient browser = browser();

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry settings) {
        settings.add("spring.mongodb.uri", STORE::connectionString);
        settings.add("natter.services.event", () -> SERVICES.address("event"));
        settings.add("natter.services.attendee", () -> SERVICES.address("attendee"));
        settings.add("natter.services.feedback", () -> SERVICES.address("feedback"));
        settings.add("natter.set-up-word", () -> SET_UP_WORD);
        settings.add("natter.access.private-key", SERVICES::privateKey);
        settings.add("natter.mail.smtp-url", () -> "smtp://127.0.0.1:" + POSTS_LINE.port());
    }

    @BeforeEach
    void startAfresh() throws Exception {
        SERVICES.reset();
        POSTS_LINE.mend();
        POST.purgeEmailFromAllMailboxes();
        for (var rows : new String[] {
            "organiser",
            "session",
            "attempt",
            "allowance",
            "known_browser",
            "sign_in_code",
            "password_link",
            "door_link",
            "network"
        }) {
            mongo.getCollection(rows).deleteMany(new org.bson.Document());
        }
    }

    @AfterEach
    void leave() {
        browser.close();
        SERVICES.expectNoFaults();
    }

    protected static WebClient browser() {
        var client = new WebClient();
        client.getOptions().setJavaScriptEnabled(false);
        client.getOptions().setCssEnabled(false);
        client.getOptions().setThrowExceptionOnFailingStatusCode(false);
        return client;
    }

    protected String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    protected HtmlPage open(String path) throws IOException {
        return browser.getPage(address(path));
    }

    protected void setUp() throws IOException {
        var page = open("/set-up");
        type(page, "word", SET_UP_WORD);
        fillInSetUp(page, OWNER);
        press(page, "Finish");
    }

    /** Fills in the first visitor's form but for the word. */
    protected static void fillInSetUp(HtmlPage page, String email) {
        type(page, "name", "Marguerite Oake");
        type(page, "email", email);
        type(page, "password", PASSWORD);
        type(page, "network", "Anglia");
        type(page, "region", "Fenland and Cam");
        type(page, "zone", "Europe/London");
    }

    protected HtmlPage password(String email, String password) throws IOException {
        var page = open("/account/sign-in");
        type(page, "email", email);
        type(page, "password", password);
        return press(page, "Sign in");
    }

    protected HtmlPage signIn(String email, String password) throws Exception {
        var page = password(email, password);
        type(page, "code", mailedCode());
        return press(page, "Continue");
    }

    /** A set-up network with its owner signed in. */
    protected HtmlPage ownerIn() throws Exception {
        setUp();
        return signIn(OWNER, PASSWORD);
    }

    /** Somebody who organises the owner's region, signed in instead of the owner. */
    protected HtmlPage organiserIn() throws Exception {
        var page = open("/organise/team");
        type(page, "name", "Kofi Bulrush");
        type(page, "email", "kofi@library.example");
        type(page, "password", "shelf by shelf by shelf");
        press(page, "Add");
        press(open("/organise"), "Sign out");
        return signIn("kofi@library.example", "shelf by shelf by shelf");
    }

    /** Ticks the box or chooses the radio whose label begins with these words. */
    protected static void tick(HtmlPage page, String words) throws IOException {
        for (var label : page.getElementsByTagName("label")) {
            if (label.getTextContent().strip().startsWith(words)) {
                ((HtmlElement) page.getElementById(label.getAttribute("for"))).click();
                return;
            }
        }
        throw new AssertionError("Nothing labelled \"" + words + "\" on: " + words(page));
    }

    protected String mailedCode() throws Exception {
        org.awaitility.Awaitility.await("a mail")
                .atMost(Duration.ofSeconds(30))
                .until(() -> POST.getReceivedMessages().length > 0);
        var all = POST.getReceivedMessages();
        return GreenMailUtil.getBody(all[all.length - 1]).strip().substring(0, 6);
    }

    protected static HtmlPage press(HtmlPage page, String words) throws IOException {
        for (var button : page.getElementsByTagName("button")) {
            if (button.getTextContent().strip().equals(words)) {
                return ((HtmlElement) button).click();
            }
        }
        throw new AssertionError("No button \"" + words + "\" on: " + words(page));
    }

    protected static void type(HtmlPage page, String field, String words) {
        var element = page.getElementById(field);
        if (element instanceof HtmlSelect select) {
            choose(select, words);
        } else if (element instanceof HtmlInput input) {
            input.setValue(words);
        } else {
            element.setTextContent(words);
        }
    }

    /** Chooses what sends this; what is no choice is sent as by somebody who makes forms by hand. */
    private static void choose(HtmlSelect select, String value) {
        if (select.getOptions().stream()
                .noneMatch(one -> one.getValueAttribute().equals(value))) {
            var made = select.getPage() instanceof HtmlPage page ? page.createElement("option") : null;
            made.setAttribute("value", value);
            select.appendChild(made);
        }
        select.setSelectedAttribute(value, true);
    }

    /** Types a time as in a browser without time inputs; HtmlUnit's own sends nothing. */
    protected static void time(HtmlPage page, String field, String words) {
        var pictured = page.getElementById(field);
        pictured.setAttribute("name", field + "-pictured");
        var plain = page.createElement("input");
        plain.setAttribute("name", field);
        plain.setAttribute("value", words);
        pictured.getParentNode().appendChild(plain);
    }

    protected static String words(HtmlPage page) {
        return page.getElementsByTagName("main").get(0).getTextContent().replaceAll("\\s+", " ");
    }

    protected static int status(HtmlPage page) {
        return page.getWebResponse().getStatusCode();
    }

    protected static String path(HtmlPage page) {
        return page.getUrl().getPath();
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Setting {

        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }

        @Bean
        RequestWork requestWork() {
            return new RequestWork();
        }

        @Bean
        @Primary
        CountedPasswords countedPasswords(
                @Qualifier("org.natter.web.account.pages.Argon2Passwords") Passwords passwords) {
            return new CountedPasswords(passwords);
        }

        /** Every test signs somebody in; nobody here steals the hashes. */
        @Bean
        @Primary
        HashingCost quickHashing() {
            return new HashingCost(64, 1);
        }
    }
}
