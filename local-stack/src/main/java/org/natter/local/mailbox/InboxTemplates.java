package org.natter.local.mailbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.natter.local.clock.AdjustableClock;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The inbox's two pages. A mail's own HTML only ever stands in a sandboxed frame. */
final class InboxTemplates {

    private static final int SHOWN = 300;
    private static final String FILES = "org/natter/local/mailbox/";
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>&]+");
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy, h:mma", Locale.UK).withZone(ZoneId.of("Europe/London"));

    private final ITemplateEngine templates = templates();

    /** A mail's line as it is shown. */
    record Line(String id, String subject, String to, String at) {

        static Line of(MailSummary mail) {
            var subject = mail.subject().isBlank() ? "(no subject)" : mail.subject();
            return new Line(mail.id(), subject, mail.to(), WHEN.format(mail.at()));
        }
    }

    /** A piece of a mail's text: words, or an address that is followed by a press. */
    record Piece(String words, boolean link) {

        static List<Piece> of(String text) {
            var pieces = new ArrayList<Piece>();
            var from = 0;
            for (var found : LINK.matcher(text).results().toList()) {
                pieces.add(new Piece(text.substring(from, found.start()), false));
                pieces.add(new Piece(found.group(), true));
                from = found.end();
            }
            pieces.add(new Piece(text.substring(from), false));
            return pieces;
        }
    }

    String list(List<MailSummary> newestFirst, String to, @Nullable AdjustableClock clock) {
        var facts = new HashMap<String, Object>();
        facts.put("title", "Mailbox");
        facts.put("to", to);
        facts.put("mails", newestFirst.stream().limit(SHOWN).map(Line::of).toList());
        facts.put("counted", counted(newestFirst.size()));
        if (clock != null) {
            facts.put("now", WHEN.format(clock.instant()));
        }
        return page("list", facts);
    }

    String mail(ReceivedMail mail) {
        var summary = mail.summary();
        return page(
                "mail",
                Map.of(
                        "title", summary.subject(),
                        "mail", Line.of(summary),
                        "from", summary.from(),
                        "hasHtml", !mail.html().isEmpty(),
                        "attachments", mail.attachments(),
                        "pieces", Piece.of(mail.text()),
                        "headers", mail.headers()));
    }

    /** The pages' style or their script. */
    static String file(String name) {
        try (var in = InboxTemplates.class.getClassLoader().getResourceAsStream(FILES + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String page(String name, Map<String, Object> facts) {
        return templates.process(name + ".html", new Context(Locale.UK, facts));
    }

    private static String counted(int mails) {
        return (mails == 1 ? "1 mail" : mails + " mails") + (mails > SHOWN ? ", the newest " + SHOWN + " shown" : "");
    }

    private static ITemplateEngine templates() {
        var files = new ClassLoaderTemplateResolver(InboxTemplates.class.getClassLoader());
        files.setPrefix(FILES);
        files.setCharacterEncoding("UTF-8");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(files);
        return engine;
    }
}
