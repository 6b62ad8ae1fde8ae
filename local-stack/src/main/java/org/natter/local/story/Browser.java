package org.natter.local.story;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** One person's browser without JavaScript: it keeps cookies, follows redirects and submits the forms a page has. */
final class Browser {

    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern INPUT = Pattern.compile("<input\\b([^>]*)>", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<[^>]+>");

    private final URI base;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    Browser(String base) {
        this.base = URI.create(base + "/");
    }

    /** A page as it came; {@code address} is where redirects ended. */
    record Page(int status, URI address, String html) {

        /** What a person reads: no tags, entities resolved as far as our pages use them, single spaces. */
        String text() {
            return plain(TAG.matcher(html).replaceAll(" "))
                    .replaceAll("\\s+", " ")
                    .strip();
        }
    }

    Page open(String address) {
        return send(HttpRequest.newBuilder(base.resolve(address)).GET());
    }

    /** Fills in and submits the page's form that posts to such an address; hidden fields go along as they are. */
    Page submit(Page page, String action, Map<String, List<String>> fields) {
        var form = FORM.matcher(page.html());
        while (form.find()) {
            var to = attribute(form.group(1), "action", page.address().getPath());
            if (to.contains(action) && !to.contains(action + "/")) {
                var pairs = hidden(form.group(2));
                fields.forEach((name, values) -> values.forEach(value -> pairs.add(pair(name, value))));
                return send(HttpRequest.newBuilder(page.address().resolve(to))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs))));
            }
        }
        throw new IllegalStateException("No form for " + action + " on " + page.address() + ": " + page.text());
    }

    private Page send(HttpRequest.Builder request) {
        try {
            var response =
                    http.send(request.header("Accept", "text/html").build(), HttpResponse.BodyHandlers.ofString());
            return new Page(response.statusCode(), response.uri(), response.body());
        } catch (IOException e) {
            throw new IllegalStateException("The page at " + base + " does not open.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a page was opening.", e);
        }
    }

    private static List<String> hidden(String form) {
        var pairs = new ArrayList<String>();
        var input = INPUT.matcher(form);
        while (input.find()) {
            if (attribute(input.group(1), "type", "text").equals("hidden")) {
                pairs.add(pair(attribute(input.group(1), "name", ""), attribute(input.group(1), "value", "")));
            }
        }
        return pairs;
    }

    private static String attribute(String tag, String name, String otherwise) {
        var found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? plain(found.group(1)) : otherwise;
    }

    private static String plain(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&");
    }

    private static String pair(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
