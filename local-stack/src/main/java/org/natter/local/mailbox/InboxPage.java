package org.natter.local.mailbox;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.natter.local.clock.AdjustableClock;

/** The inbox's two pages as HTML. Every value is escaped; a mail's own HTML only ever stands in a sandboxed frame. */
final class InboxPage {

    private static final int SHOWN = 300;
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.UK).withZone(ZoneId.of("Europe/London"));

    private static final String STYLE = """
            :root{color-scheme:light dark;font:1rem/1.5 system-ui,sans-serif}
            body{max-width:68rem;margin:0 auto;padding:1rem}
            table{width:100%;border-collapse:collapse}th,td{text-align:left;padding:.4rem .6rem;vertical-align:top}
            tbody tr{border-top:1px solid #8886}td:first-child{white-space:nowrap}
            form{display:inline}button,input{font:inherit;padding:.3rem .7rem;min-height:2.75rem}
            iframe{width:100%;height:34rem;border:1px solid #8886;background:#fff}
            pre{white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid #8886;padding:1rem}
            .clock{border:1px solid #8886;padding:.5rem 1rem;margin:1rem 0}td{overflow-wrap:anywhere}
            """;

    private InboxPage() {}

    static String list(List<MailSummary> newestFirst, String to, @Nullable AdjustableClock clock) {
        StringBuilder rows = new StringBuilder();
        for (MailSummary mail : newestFirst.subList(0, Math.min(SHOWN, newestFirst.size()))) {
            rows.append("<tr><td>%s</td><td><a href=\"/?to=%s\">%s</a></td><td><a href=\"/mails/%s\">%s</a></td></tr>\n"
                    .formatted(
                            WHEN.format(mail.at()),
                            Html.escape(java.net.URLEncoder.encode(mail.to(), java.nio.charset.StandardCharsets.UTF_8)),
                            Html.escape(mail.to()),
                            mail.id(),
                            Html.escape(mail.subject().isBlank() ? "(no subject)" : mail.subject())));
        }
        String mails = newestFirst.isEmpty()
                ? "<p>No mail yet. Whatever Natter sends lands here, whoever it is for.</p>"
                : "<table><thead><tr><th scope=\"col\">Arrived</th><th scope=\"col\">To</th><th scope=\"col\">Subject</th></tr>"
                        + "</thead><tbody>" + rows + "</tbody></table>";
        String whose =
                to.isEmpty() ? "" : "<p>Only mail to " + Html.escape(to) + ". <a href=\"/\">Everybody's mail</a></p>";
        return page(
                "Mailbox",
                "<h1>Mailbox</h1>" + clockForm(clock)
                        + "<form action=\"/\"><label>Mail to <input type=\"email\" name=\"to\" value=\""
                        + Html.escape(to)
                        + "\"></label> <button>Show</button></form>" + whose + "<p>" + newestFirst.size()
                        + (newestFirst.size() == 1 ? " mail" : " mails")
                        + (newestFirst.size() > SHOWN ? ", the newest " + SHOWN + " shown" : "") + "</p>" + mails);
    }

    static String mail(ReceivedMail mail) {
        MailSummary summary = mail.summary();
        StringBuilder body = new StringBuilder()
                .append("<p><a href=\"/\">All mail</a></p><h1>")
                .append(Html.escape(summary.subject()))
                .append("</h1><p>To <a href=\"/?to=")
                .append(Html.escape(java.net.URLEncoder.encode(summary.to(), java.nio.charset.StandardCharsets.UTF_8)))
                .append("\">")
                .append(Html.escape(summary.to()))
                .append("</a>, from ")
                .append(Html.escape(summary.from()))
                .append(", ")
                .append(WHEN.format(summary.at()))
                .append("</p>");
        if (!mail.html().isEmpty()) {
            body.append(
                            "<iframe title=\"The mail as it looks\" sandbox=\"allow-popups allow-popups-to-escape-sandbox\"")
                    .append(" src=\"/mails/" + summary.id() + "/html\"></iframe>");
        }
        int number = 0;
        for (ReceivedMail.Attachment attachment : mail.attachments()) {
            number++;
            body.append("<p>Attached: <a href=\"/mails/" + summary.id() + "/attachments/" + number + "\">")
                    .append(Html.escape(attachment.name()))
                    .append("</a> (" + Html.escape(attachment.type()) + ", " + attachment.content().length
                            + " bytes)</p>");
        }
        body.append("<h2>Plain text</h2><pre>").append(withLinks(mail.text())).append("</pre><h2>Headers</h2><pre>");
        mail.headers()
                .forEach(header -> body.append(Html.escape(header.name() + ": " + header.value()))
                        .append('\n'));
        body.append("</pre><p><a href=\"/mails/" + summary.id() + "/source\">As it arrived</a></p>");
        return page(summary.subject(), body.toString());
    }

    private static String withLinks(String text) {
        String safe = Html.escape(text);
        return safe.replaceAll("(https?://[^\\s<>&]+)", "<a href=\"$1\" target=\"_blank\" rel=\"noreferrer\">$1</a>");
    }

    private static String clockForm(@Nullable AdjustableClock clock) {
        if (clock == null) {
            return "";
        }
        String now = WHEN.format(clock.instant());
        return "<div class=\"clock\"><p>It is <strong>" + now + "</strong> in the demo.</p>"
                + button("next-morning", "Next morning") + button("three-months-later", "Three months later")
                + "<form method=\"post\" action=\"/clock\"><label>or <input type=\"datetime-local\" name=\"to\" required></label>"
                + " <button>Go there</button></form></div>";
    }

    private static String button(String to, String label) {
        return "<form method=\"post\" action=\"/clock\"><button name=\"to\" value=\"" + to + "\">" + label
                + "</button></form> ";
    }

    private static String page(String title, String body) {
        return "<!doctype html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>" + Html.escape(title)
                + "</title><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><style>" + STYLE
                + "</style></head><body>" + body + "</body></html>\n";
    }
}
