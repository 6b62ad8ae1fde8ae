package org.natter.local.mailbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.natter.local.clock.AdjustableClock;
import tools.jackson.databind.json.JsonMapper;

/**
 * The inbox by HTTP: the list, one mail, its HTML in a sandbox of its own, its attachments, all of it as JSON too, and the
 * clock. A mail is foreign text: everything of it is escaped or sandboxed.
 */
final class InboxHandler implements HttpHandler {

    private static final Pattern MAIL =
            Pattern.compile("/mails/([0-9]{6,12})(\\.json|/html|/source|/attachments/([0-9]{1,3}))?");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int FORM_LIMIT = 4_096;

    private final InboxTemplates pages = new InboxTemplates();
    private final MailFolder folder;
    private final @Nullable AdjustableClock clock;
    private final int port;

    InboxHandler(MailFolder folder, @Nullable AdjustableClock clock, int port) {
        this.folder = folder;
        this.clock = clock;
        this.port = port;
    }

    private record Answer(int status, String type, byte[] body, Map<String, String> headers) {

        static Answer page(String html) {
            return text("text/html", html);
        }

        static Answer text(String type, String text) {
            return new Answer(200, type + "; charset=utf-8", text.getBytes(StandardCharsets.UTF_8), Map.of());
        }

        static Answer json(Object value) {
            return new Answer(200, "application/json", JSON.writeValueAsBytes(value), Map.of());
        }

        static Answer plain(int status, String text) {
            return new Answer(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8), Map.of());
        }

        Answer with(String header, String value) {
            var more = new HashMap<String, String>(headers);
            more.put(header, value);
            return new Answer(status, type, body, more);
        }
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var answer = answer(exchange);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
            exchange.getResponseHeaders()
                    .set(
                            "Content-Security-Policy",
                            "default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'self'");
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            var head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(
                    answer.status(), head || answer.body().length == 0 ? -1 : answer.body().length);
            if (!head && answer.body().length > 0) {
                exchange.getResponseBody().write(answer.body());
            }
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var method = exchange.getRequestMethod();
        if (!isOurs(exchange)) {
            return Answer.plain(403, "This mailbox is for this machine only.\n");
        }
        if (method.equals("POST")) {
            return path.equals("/clock") ? moveClock(exchange) : Answer.plain(405, "Nothing to post here.\n");
        }
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return Answer.plain(405, "GET, please.\n");
        }
        var query =
                form(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
        var to = query.getOrDefault("to", "");
        if (path.equals("/")) {
            return Answer.page(pages.list(newestFirst(to), to, clock));
        }
        if (path.equals("/inbox.js")) {
            return Answer.text("text/javascript", InboxTemplates.file("inbox.js"));
        }
        if (path.equals("/inbox.css")) {
            return Answer.text("text/css", InboxTemplates.file("inbox.css"));
        }
        if (path.equals("/mails.json")) {
            return Answer.json(newestFirst(to));
        }
        if (path.equals("/clock")) {
            return clock == null
                    ? nothingHere()
                    : Answer.json(Map.of("now", clock.instant().toString()));
        }
        var mail = MAIL.matcher(path);
        return mail.matches()
                ? folder.mail(mail.group(1))
                        .map(found ->
                                part(found, Optional.ofNullable(mail.group(2)).orElse(""), mail.group(3)))
                        .orElseGet(InboxHandler::nothingHere)
                : nothingHere();
    }

    private Answer part(ReceivedMail mail, String part, @Nullable String attachment) {
        var id = mail.summary().id();
        return switch (part) {
            case "" -> Answer.page(pages.mail(mail));
            case ".json" -> Answer.json(JsonMail.of(mail));
            case "/html" ->
                Answer.page("<base target=\"_blank\">" + mail.html())
                        .with(
                                "Content-Security-Policy",
                                "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';"
                                        + " style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'");
            case "/source" ->
                new Answer(200, "text/plain; charset=utf-8", folder.source(id).orElseThrow(), Map.of());
            default -> attachment(mail, attachment == null ? 0 : Integer.parseInt(attachment));
        };
    }

    private static Answer attachment(ReceivedMail mail, int number) {
        var all = mail.attachments();
        if (number < 1 || number > all.size()) {
            return nothingHere();
        }
        var attachment = all.get(number - 1);
        var name = attachment.name().replaceAll("[^A-Za-z0-9._-]", "_");
        return new Answer(200, "application/octet-stream", attachment.content(), Map.of())
                .with("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }

    private Answer moveClock(HttpExchange exchange) throws IOException {
        if (clock == null) {
            return nothingHere();
        }
        var body = exchange.getRequestBody().readNBytes(FORM_LIMIT);
        var to = form(new String(body, StandardCharsets.UTF_8)).getOrDefault("to", "");
        try {
            switch (to) {
                case "next-morning" -> clock.moveToNextMorning();
                case "three-months-later" -> clock.moveByMonths(3);
                default -> clock.moveTo(instant(to));
            }
        } catch (DateTimeException e) {
            return Answer.plain(422, "When? next-morning, three-months-later, 2026-10-20T10:05 or an instant.\n");
        } catch (IllegalArgumentException e) {
            return Answer.plain(422, e.getMessage() + "\n");
        }
        return new Answer(303, "text/plain", new byte[0], Map.of()).with("Location", "/");
    }

    private Instant instant(String text) {
        return text.endsWith("Z")
                ? Instant.parse(text)
                : LocalDateTime.parse(text)
                        .atZone(Objects.requireNonNull(clock).getZone())
                        .toInstant();
    }

    /** Another site's page must neither read the mails by a name of its own nor move the clock. */
    private boolean isOurs(HttpExchange exchange) {
        var host = exchange.getRequestHeaders().getFirst("Host");
        var origin = exchange.getRequestHeaders().getFirst("Origin");
        var ours = List.of("127.0.0.1:" + port, "localhost:" + port);
        return host != null
                && ours.contains(host)
                && (origin == null || ours.stream().anyMatch(name -> origin.equals("http://" + name)));
    }

    private List<MailSummary> newestFirst(String to) {
        var mails = new ArrayList<>(folder.summaries(to));
        Collections.reverse(mails);
        return mails;
    }

    private static Map<String, String> form(String encoded) {
        var values = new HashMap<String, String>();
        for (var pair : encoded.split("&")) {
            var parts = pair.split("=", 2);
            if (parts.length == 2) {
                values.put(
                        URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                        URLDecoder.decode(parts[1], StandardCharsets.UTF_8).strip());
            }
        }
        return values;
    }

    private static Answer nothingHere() {
        return Answer.plain(404, "There's nothing at this address.\n");
    }

    private record JsonMail(
            MailSummary mail,
            List<ReceivedMail.MailHeader> headers,
            String text,
            List<URI> links,
            List<String> attachments) {

        static JsonMail of(ReceivedMail mail) {
            return new JsonMail(
                    mail.summary(),
                    mail.headers(),
                    mail.text(),
                    mail.links().stream().map(URI::create).toList(),
                    mail.attachments().stream()
                            .map(ReceivedMail.Attachment::name)
                            .toList());
        }
    }
}
