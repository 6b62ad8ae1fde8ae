package org.natter.local.mailbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
            DateTimeFormatter.ofPattern("EEE d MMM yyyy, h:mma", Locale.UK).withZone(ZoneId.of("Europe/London"));

    private InboxPage() {}

    static String list(List<MailSummary> newestFirst, String to, @Nullable AdjustableClock clock) {
        StringBuilder mails = new StringBuilder();
        for (MailSummary mail : newestFirst.subList(0, Math.min(SHOWN, newestFirst.size()))) {
            mails.append("""
                            <li><a class="subject" href="/mails/%s">%s</a><span class="to">to <a href="/?to=%s">%s</a></span>\
                            <time>%s</time></li>
                            """.formatted(
                            mail.id(),
                            Html.escape(mail.subject().isBlank() ? "(no subject)" : mail.subject()),
                            inAnAddress(mail.to()),
                            Html.escape(mail.to()),
                            WHEN.format(mail.at())));
        }
        String whose = to.isEmpty()
                ? ""
                : "<p>Only mail to <strong>" + Html.escape(to) + "</strong>. <a href=\"/\">Show everybody's</a></p>";
        return InboxFrame.page(
                "Mailbox",
                """
                        <script src="/inbox.js" defer></script><h1>Mailbox</h1>
                        <p class="muted">Whatever Natter sends lands here, whoever it is for. Nothing leaves this machine.</p>
                        %s
                        <form class="search" action="/"><label for="to">Mail to</label>\
                        <input type="email" id="to" name="to" value="%s"> <button class="quiet">Show</button></form>
                        %s
                        """.formatted(clockForm(clock), Html.escape(to), whose)
                        + (newestFirst.isEmpty()
                                ? "<p>No mail yet. The first arrives when somebody books or signs in.</p>"
                                : "<p class=\"muted\">" + counted(newestFirst.size()) + "</p>\n<ul class=\"mails\">\n"
                                        + mails + "</ul>"));
    }

    private static String counted(int mails) {
        return (mails == 1 ? "1 mail" : mails + " mails") + (mails > SHOWN ? ", the newest " + SHOWN + " shown" : "");
    }

    static String mail(ReceivedMail mail) {
        MailSummary summary = mail.summary();
        StringBuilder body = new StringBuilder("""
                        <p><a class="back" href="/">All mail</a></p>
                        <h1>%s</h1>
                        <p class="muted">To <a href="/?to=%s">%s</a>, from %s, %s</p>
                        """.formatted(
                        Html.escape(summary.subject()),
                        inAnAddress(summary.to()),
                        Html.escape(summary.to()),
                        Html.escape(summary.from()),
                        WHEN.format(summary.at())));
        if (!mail.html().isEmpty()) {
            body.append(
                    "<iframe title=\"The mail as it looks\" sandbox=\"allow-popups allow-popups-to-escape-sandbox\" src=\"/mails/"
                            + summary.id() + "/html\"></iframe>\n");
        }
        int number = 0;
        for (ReceivedMail.Attachment attachment : mail.attachments()) {
            number++;
            body.append("<p>Attached: <a href=\"/mails/%s/attachments/%d\">%s</a> (%s, %d bytes)</p>\n"
                    .formatted(
                            summary.id(),
                            number,
                            Html.escape(attachment.name()),
                            Html.escape(attachment.type()),
                            attachment.content().length));
        }
        body.append("<h2>Plain text</h2><pre tabindex=\"0\">" + withLinks(mail.text()) + "</pre>\n");
        body.append("<details><summary>Headers</summary><pre tabindex=\"0\">");
        mail.headers()
                .forEach(header -> body.append(Html.escape(header.name() + ": " + header.value()))
                        .append('\n'));
        body.append("</pre><p><a href=\"/mails/" + summary.id() + "/source\">As it arrived</a></p></details>");
        return InboxFrame.page(summary.subject(), body.toString());
    }

    private static String inAnAddress(String text) {
        return Html.escape(URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    private static String withLinks(String text) {
        String safe = Html.escape(text);
        return safe.replaceAll("(https?://[^\\s<>&]+)", "<a href=\"$1\" target=\"_blank\" rel=\"noreferrer\">$1</a>");
    }

    private static String clockForm(@Nullable AdjustableClock clock) {
        if (clock == null) {
            return "";
        }
        return """
                <section class="clock" aria-label="The demo's clock">
                <p>It is <strong>%s</strong> in the demo.</p>
                <form method="post" action="/clock"><button name="to" value="next-morning">Next morning</button></form>
                <form method="post" action="/clock"><button name="to" value="three-months-later">Three months later</button></form>
                <form method="post" action="/clock"><label for="then">or to</label>\
                <input type="datetime-local" id="then" name="to" required> <button class="quiet">Go there</button></form>
                </section>
                """.formatted(WHEN.format(clock.instant()));
    }
}
