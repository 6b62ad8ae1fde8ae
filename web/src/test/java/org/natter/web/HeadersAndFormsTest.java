package org.natter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.natter.web.account.EmailAddress;
import org.natter.web.account.Limits;
import org.natter.web.account.Origin;
import org.natter.web.settings.WebSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

class HeadersAndFormsTest extends WholeWebBody {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping routes;

    @Test
    void everyAnswerCarriesTheSecurityHeaders() throws Exception {
        for (var path : paths(RequestMethod.GET)) {
            var answer = send("GET", path);

            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .isEqualTo("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                            + "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
                            + "base-uri 'none'; object-src 'none'; frame-ancestors 'none'; form-action 'self'");
            assertThat(answer.headers().map())
                    .as(path)
                    .containsKeys("permissions-policy", "cross-origin-opener-policy", "x-content-type-options");
            assertThat(answer.headers().firstValue("Referrer-Policy")).as(path).contains("no-referrer");
            assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                    .as(path)
                    .contains("no-store");
        }
    }

    @Test
    void filesMayBeKeptButCarryThePolicyToo() throws Exception {
        for (var path : List.of("/natter/natter.css", "/webjars/htmx.org/dist/htmx.min.js")) {
            var answer = send("GET", path);

            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                    .as(path)
                    .contains("max-age");
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .as(path)
                    .isPresent();
            assertThat(answer.headers().firstValue("Set-Cookie")).as(path).isEmpty();
        }
    }

    /** Every link on a page is asked whether it is one: to look through all jars for a page took longer than to write it. */
    @Test
    void onlyFilesAreLookedForAmongTheFiles(@Autowired ResourceUrlProvider files) {
        assertThat(files.getHandlerMap()).containsOnlyKeys("/natter/**", "/webjars/**");
        assertThat(files.getForLookupPath("/webjars/htmx.org/dist/htmx.min.js")).startsWith("/webjars/htmx.org/2.");
        assertThat(files.getForLookupPath("/organise/events")).isNull();
    }

    @Test
    void noPageHasScriptOrStyleOfItsOwn() throws Exception {
        ownerIn();
        for (var path : List.of(
                "/organise",
                "/organise/events",
                "/organise/events/new",
                "/organise/team",
                "/help",
                "/organise/events/" + OrganisersSeason.WINTER,
                "/organise/events/" + OrganisersSeason.WINTER + "/check-in")) {
            var markup = open(path).getWebResponse().getContentAsString();

            assertThat(markup)
                    .as(path)
                    .doesNotContainPattern("<script(?![^>]*\\ssrc=)")
                    .doesNotContain(" style=", "<style", " onclick=", "javascript:");
        }
    }

    /** Whoever was at a door is led back there. */
    private static final String ASKED = "(http://[^/]+)?/account/sign-in([?]door=[0-9a-f]{32})?";

    @Test
    void everyFormNeedsItsToken() throws Exception {
        var refused = new ArrayList<String>();
        for (var path : paths(RequestMethod.POST)) {
            if (!path.equals("/feedback") && !path.startsWith("/unsubscribe")) {
                var answer = send("POST", path);
                if (path.startsWith("/organise")) {
                    assertThat(answer.statusCode()).as(path).isEqualTo(302);
                    assertThat(answer.headers().firstValue("Location").orElse(""))
                            .as(path)
                            .matches(ASKED);
                } else {
                    assertThat(answer.statusCode()).as(path).isEqualTo(403);
                }
                refused.add(path);
            }
        }

        assertThat(refused).contains("/account/sign-in", "/set-up", "/organise/team");
    }

    @Test
    void aFormWithoutItsCookieSaysSo() throws Exception {
        for (var path : List.of("/account/sign-in", "/events/" + OrganisersSeason.WINTER + "/book", "/sign-in")) {
            var request = HttpRequest.newBuilder(URI.create(address(path)))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("name=Wren+Marsh&email=wren%40riverside.example"))
                    .build();

            var page = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(page.statusCode()).as(path).isEqualTo(403);
            assertThat(page.body())
                    .as(path)
                    .contains("That page had been open for a while", "Nothing was sent.")
                    .doesNotContain("That page is for organisers", "Wren Marsh");
        }
    }

    /** The browser says itself that one of our own pages sent it, which no other site can make it say. */
    @Test
    void aFormOfOurOwnPageIsTakenThoughItsCookieIsGone() throws Exception {
        for (var from : List.of("same-origin", "same-site", "cross-site", "none")) {
            var request = HttpRequest.newBuilder(URI.create(address("/account/sign-in")))
                    .header("Sec-Fetch-Site", from)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("email=wren%40riverside.example&password="))
                    .build();

            var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

            var ours = from.equals("same-origin");
            assertThat(answer.statusCode()).as(from).isEqualTo(ours ? 422 : 403);
            assertThat(answer.body().contains("value=\"wren@riverside.example\""))
                    .as(from)
                    .isEqualTo(ours);
        }
    }

    @Test
    void whatAnotherSiteSendsIsNotShown() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address("/account/sign-in")))
                .header("Sec-Fetch-Site", "cross-site")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("name=Ring+this+number"))
                .build();

        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("That page had been open").doesNotContain("Ring this number");
    }

    /**
     * A browser that says nothing may have been sent here by any site; words that are put into its mouth are not said again. Our
     * pages keep where a form comes from to themselves, so that a browser has nothing to say of them either.
     */
    @Test
    void withoutTheBrowsersWordAndTheTokenNothingIsShown(@Autowired WebSettings settings) throws Exception {
        var ours = settings.baseUrl().toString();

        assertThat(saidAgain()).isFalse();
        assertThat(saidAgain("Origin", "null")).isFalse();
        assertThat(saidAgain("Origin", "https://elsewhere.example")).isFalse();
        assertThat(saidAgain("Origin", ours)).isFalse();
        assertThat(saidAgain("Referer", ours + "/account/sign-in")).isFalse();
        assertThat(saidAgain("Sec-Fetch-Site", "cross-site", "Origin", ours)).isFalse();
    }

    /** As in a browser from before there was that word, or without TLS. */
    @Test
    void withItsTokenWhatWasTypedIsShownThoughTheBrowserSaysNothing(@Autowired Limits limits) throws Exception {
        for (var asked = 0; asked < 30; asked++) {
            limits.askForLink(
                    Origin.at("127.0.0.1"), new EmailAddress("a" + asked + "@library.example"), clock.instant());
        }
        var client = HttpClient.newHttpClient();
        var page = client.send(
                HttpRequest.newBuilder(URI.create(address("/sign-in"))).build(), HttpResponse.BodyHandlers.ofString());
        var cookie = page.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        var token = page.body().replaceFirst("(?s).*name=\"_csrf\" value=\"([^\"]*)\".*", "$1");

        for (var brings : List.of(token, "")) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(address("/sign-in")))
                            .header("Cookie", cookie)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    "email=wren%40riverside.example&_csrf=" + brings + "&id=" + "0".repeat(32)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            var ours = !brings.isEmpty();
            assertThat(answer.statusCode()).isEqualTo(ours ? 429 : 403);
            assertThat(answer.body().contains("wren@riverside.example")).isEqualTo(ours);
            assertThat(answer.body()).doesNotContain("0".repeat(32));
        }
    }

    private boolean saidAgain(String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address("/account/sign-in")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("name=Ring+this+number"));
        for (var header = 0; header < headers.length; header += 2) {
            request.header(headers[header], headers[header + 1]);
        }
        var answer = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("That page had been open for a while");
        return answer.body().contains("Ring this number");
    }

    /** The frame was lost where a page is asked for that takes a form alone, or a form cannot be read. */
    @Test
    void anOrganiserStaysAmongTheirPagesWhateverHasGoneWrong() throws Exception {
        var undo = "/organise/events/" + OrganisersSeason.WINTER + "/check-in/undo";
        ownerIn();

        var answers = new LinkedHashMap<Integer, HtmlPage>();
        answers.put(405, open(undo));
        var bare = new WebRequest(URI.create(address(undo)).toURL(), HttpMethod.POST);
        bare.setAdditionalHeader("Sec-Fetch-Site", "cross-site");
        answers.put(403, browser.getPage(bare));
        for (var body : Map.of(413, "a=" + "b".repeat(3_000_000), 400, "a=%zz").entrySet()) {
            var sent = new WebRequest(URI.create(address(undo)).toURL(), HttpMethod.POST);
            sent.setAdditionalHeader("Sec-Fetch-Site", "same-origin");
            sent.setRequestBody(body.getValue());
            answers.put(body.getKey(), browser.getPage(sent));
        }

        for (var answer : answers.entrySet()) {
            assertThat(status(answer.getValue())).isEqualTo(answer.getKey());
            assertThat(words(answer.getValue())).as("%s", answer.getKey()).contains("All events");
            assertThat(answer.getValue()
                            .<HtmlElement>getFirstByXPath("//header")
                            .getTextContent())
                    .as("%s", answer.getKey())
                    .contains("Outbox");
        }
        assertThat(words(answers.get(405))).contains("If it was a draft, somebody may have deleted it.");
        assertThat(words(answers.get(403))).contains("That page had been open for a while");
    }

    @Test
    void whoIsSignedInNeedsATokenForEveryForm() throws Exception {
        ownerIn();
        for (var path : paths(RequestMethod.POST)) {
            if (path.startsWith("/organise")) {
                var bare = new WebRequest(URI.create(address(path)).toURL(), HttpMethod.POST);
                bare.setAdditionalHeader("Sec-Fetch-Site", "cross-site");

                assertThat(status(browser.getPage(bare))).as(path).isEqualTo(403);
            }
        }
    }

    @Test
    void organiserPagesAskWhoYouAre() throws Exception {
        for (var path : paths(RequestMethod.GET)) {
            if (path.startsWith("/organise")) {
                var answer = send("GET", path);

                assertThat(answer.statusCode()).as(path).isEqualTo(302);
                assertThat(answer.headers().firstValue("Location").orElse(""))
                        .as(path)
                        .matches(ASKED);
            }
        }
    }

    @Test
    void aLookAtAPublicPageBeginsNoSession() throws Exception {
        send("GET", "/help");
        send("GET", "/account/sign-in");

        assertThat(mongo.getCollection("session").countDocuments()).isZero();
    }

    /** Nobody is sent to ask where nobody reads. */
    @Test
    void withoutAnAddressForQuestionsNoPageSaysAsk() throws Exception {
        var event = open("/events/" + OrganisersSeason.WINTER);

        assertThat(words(event)).contains(": not known yet.").doesNotContain(" Ask ");
        assertThat(words(open("/help"))).contains("I can't come after all").doesNotContain("Something else?");
    }

    @Test
    void anUnknownAddressIsAKindDeadEnd() throws Exception {
        var page = open("/no/such/page");

        assertThat(status(page)).isEqualTo(404);
        assertThat(words(page))
                .contains(
                        "There's nothing at this address. If you followed a link from an email, ask for a fresh one.",
                        "How to get a fresh link");
    }

    private List<String> paths(RequestMethod method) {
        return routes.getHandlerMethods().keySet().stream()
                .filter(route -> route.getMethodsCondition().getMethods().contains(method))
                .flatMap(route -> route.getPatternValues().stream())
                .map(pattern -> pattern.replaceAll("\\{[^}]*}", OrganisersSeason.WINTER))
                .filter(path -> !path.contains("*"))
                .distinct()
                .toList();
    }

    private HttpResponse<String> send(String method, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address(path)))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
