package org.natter.web.attendee;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.htmlunit.WebClient;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlDetails;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.natter.web.account.Allowances;
import org.natter.web.account.DoorLink;
import org.natter.web.account.DoorLinks;
import org.natter.web.account.Doors;
import org.natter.web.account.Doors.Lent;
import org.natter.web.account.EmailAddress;
import org.natter.web.account.Limits;
import org.natter.web.account.Organiser;
import org.natter.web.account.OrganiserId;
import org.natter.web.account.Organisers;
import org.natter.web.account.Role;
import org.natter.web.account.pages.OrganiserContexts;
import org.natter.web.organiser.CurrentRegion;
import org.natter.web.organiser.OrganisersFrame;
import org.natter.web.services.EventId;
import org.natter.web.services.RegionId;
import org.natter.web.stub.StubServices;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.session.MapSessionRepository;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The attendee pages over a stub of the three services, visited by a browser whose JavaScript is off. */
@SpringBootTest(
        classes = AttendeePagesBody.Pages.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.config.name=web", "management.server.port=0"})
abstract class AttendeePagesBody {

    static final PubEvening EVENING = new PubEvening();
    static final StubServices SERVICES = EVENING.services();
    /** What strangers have used up, by name. */
    static final List<String> TURNS = new CopyOnWriteArrayList<>();

    /** What nobody gets a turn of any more, by name. */
    static final Set<String> SPENT = new CopyOnWriteArraySet<>();

    static final Instant NOW = Instant.parse("2026-10-10T09:00:00Z");

    @Value("${local.server.port}")
    int port;

    WebClient browser = browser();

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry settings) {
        settings.add("natter.contact", () -> "hello@natter.example");
        settings.add("natter.services.event", () -> SERVICES.address("event"));
        settings.add("natter.services.attendee", () -> SERVICES.address("attendee"));
        settings.add("natter.services.feedback", () -> SERVICES.address("feedback"));
        settings.add("natter.access.private-key", SERVICES::privateKey);
    }

    @BeforeEach
    void startAfresh() {
        SERVICES.reset();
        TURNS.clear();
        SPENT.clear();
    }

    @AfterEach
    void leave() {
        browser.close();
        SERVICES.expectNoFaults();
    }

    static WebClient browser() {
        var client = new WebClient();
        client.getOptions().setJavaScriptEnabled(false);
        client.getOptions().setCssEnabled(false);
        client.getOptions().setThrowExceptionOnFailingStatusCode(false);
        return client;
    }

    String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    HtmlPage open(String path) throws IOException {
        return browser.getPage(address(path));
    }

    /** A form as one of our own pages sends it, from a browser with this cookie alone. */
    HttpResponse<String> plainly(String path, String cookie, String form) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address(path)))
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> plainly(String method, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address(path)))
                                .method(method, HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    /** Presses the button with these words. */
    static HtmlPage press(HtmlPage page, String words) throws IOException {
        return button(page, words).click();
    }

    /** Opens "Not you? Tell us", and says that it isn't. */
    static HtmlPage notMe(HtmlPage page) throws IOException {
        notYou(page).setOpen(true);
        return press(page, "It isn't me: tell them");
    }

    /** "Not you? Tell us", which says on the page itself what its press does. */
    static HtmlDetails notYou(HtmlPage page) {
        return page.getElementsByTagName("details").stream()
                .filter(part -> part.getTextContent().strip().startsWith("Not you? Tell us"))
                .map(HtmlDetails.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No \"Not you?\" on: " + words(page)));
    }

    static HtmlElement button(HtmlPage page, String words) {
        return page.getElementsByTagName("button").stream()
                .filter(button -> button.getTextContent().strip().equals(words))
                .map(HtmlElement.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No button \"" + words + "\" on: " + words(page)));
    }

    /** Presses the link with these words. */
    static HtmlPage follow(HtmlPage page, String words) throws IOException {
        return page.getAnchorByText(words).click();
    }

    /** Ticks the box or chooses the radio whose label begins with these words. */
    static void tick(HtmlPage page, String words) throws IOException {
        labelled(page, words).click();
    }

    static HtmlInput labelled(HtmlPage page, String words) {
        return page.getElementsByTagName("label").stream()
                .filter(label -> label.getTextContent().strip().startsWith(words))
                .map(label -> (HtmlInput) page.getElementById(label.getAttribute("for")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing labelled \"" + words + "\" on: " + words(page)));
    }

    static void type(HtmlPage page, String field, String words) {
        var element = page.getElementById(field);
        if (element instanceof HtmlInput input) {
            input.setValue(words);
        } else {
            element.setTextContent(words);
        }
    }

    static String typed(HtmlPage page, String field) {
        return Optional.ofNullable(page.getElementById(field))
                .map(element -> element instanceof HtmlInput input ? input.getValue() : element.getTextContent())
                .orElse("");
    }

    /** What a person reads; a key that is not in the bundle would stand between question marks. */
    static String words(HtmlPage page) {
        var words = page.getElementsByTagName("main").get(0).getTextContent().replaceAll("\\s+", " ");
        assertThat(words).doesNotContain("??");
        return words;
    }

    static List<String> buttons(HtmlPage page) {
        return page.getElementsByTagName("button").stream()
                .map(DomElement::getTextContent)
                .map(String::strip)
                .toList();
    }

    static int status(HtmlPage page) {
        return page.getWebResponse().getStatusCode();
    }

    String path(HtmlPage page) {
        return page.getUrl().getPath();
    }

    /** The attendee pages alone: no organisers, no store, no broker. */
    @EnableAutoConfiguration
    @org.springframework.boot.context.properties.ConfigurationPropertiesScan("org.natter.web")
    @EnableSpringHttpSession
    @ComponentScan(
            basePackages = "org.natter.web",
            useDefaultFilters = true,
            excludeFilters = {
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "org\\.natter\\.web\\.(account|organiser|live)\\..*"),
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "org\\.natter\\.web\\.Web(Application|Configuration)"),
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = "org\\.natter\\.web\\..*(Test|IT|Body).*")
            })
    @Import({OrganiserContexts.class, OrganisersFrame.class, CurrentRegion.class})
    static class Pages {

        @Bean
        Clock clock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }

        /** Nobody asks too often here, but for what is spent. */
        @Bean
        Limits limits() {
            return new Limits(new Allowances() {
                @Override
                public Optional<Duration> take(Allowance of, String whose, Instant now) {
                    if (SPENT.contains(of.name())) {
                        return Optional.of(Duration.ofHours(2));
                    }
                    TURNS.add(of.name());
                    return Optional.empty();
                }

                @Override
                public void handBack(Allowance of, String whose, Instant now) {
                    TURNS.add("-" + of.name());
                }
            });
        }

        @Bean(destroyMethod = "shutdown")
        ExecutorService pageCalls() {
            return Executors.newCachedThreadPool();
        }

        @Bean
        MapSessionRepository sessions() {
            return new MapSessionRepository(new ConcurrentHashMap<>());
        }

        @Bean
        Organisers organisers() {
            return new NoOrganisers();
        }

        @Bean
        Doors doors(Organisers organisers) {
            return new Doors(new NoDoors(), organisers);
        }
    }

    /** Nobody has lent a door to anybody. */
    private static final class NoDoors implements DoorLinks {

        @Override
        public Optional<DoorLink> of(EventId event) {
            return Optional.empty();
        }

        @Override
        public List<DoorLink> after(Instant now) {
            return List.of();
        }

        @Override
        public boolean put(DoorLink link, String former) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void switchOff(EventId event, String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void switchOff(EventId event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void move(Lent door, Instant now) {
            throw new UnsupportedOperationException();
        }
    }

    /** A network whose organisers are all away. */
    private static final class NoOrganisers implements Organisers {

        @Override
        public Optional<Organiser> find(OrganiserId id) {
            return Optional.empty();
        }

        @Override
        public Optional<Organiser> withEmail(EmailAddress email) {
            return Optional.empty();
        }

        @Override
        public List<Organiser> all() {
            return List.of();
        }

        @Override
        public boolean any() {
            return true;
        }

        @Override
        public boolean add(Organiser organiser) {
            return false;
        }

        @Override
        public TeamChange remove(OrganiserId id, Instant now) {
            return TeamChange.BUSY;
        }

        @Override
        public TeamChange place(Organiser read, Role role, RegionId region, Instant now) {
            return TeamChange.BUSY;
        }

        @Override
        public Optional<Organiser> renew(OrganiserId id, int generation, String passwordHash) {
            return Optional.empty();
        }
    }
}
