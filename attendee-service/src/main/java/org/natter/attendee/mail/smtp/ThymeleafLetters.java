package org.natter.attendee.mail.smtp;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.natter.attendee.booking.Booking;
import org.natter.attendee.booking.OwnStanding;
import org.natter.attendee.booking.SeatStanding;
import org.natter.attendee.mail.Letter;
import org.natter.attendee.mail.LetterFacts;
import org.natter.attendee.mail.MailKind;
import org.natter.attendee.mail.MailStream;
import org.natter.attendee.person.PersonalLinks;
import org.natter.times.CalendarFile;
import org.natter.times.CalendarFile.Guest;
import org.natter.times.CalendarFile.Place;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Writes letters: the words of one page record, laid out once for each part. */
final class ThymeleafLetters {

    private static final Set<MailKind> INVITING = Set.of(MailKind.BOOKED, MailKind.CHANGED);

    private final PageWords words;
    private final String from;
    private final ITemplateEngine html = engine(TemplateMode.HTML);
    private final ITemplateEngine text = engine(TemplateMode.TEXT);

    ThymeleafLetters(PersonalLinks links, String from) {
        this.words = new PageWords(links);
        this.from = from;
    }

    Letter write(LetterFacts facts) {
        var page = words.page(facts);
        var context = new Context(Locale.UK, Map.of("page", page));
        return new Letter(
                facts.wish().cause(),
                facts.mailbox(),
                facts.now(),
                page.region(),
                page.subject(),
                html.process("letter.html", context),
                text.process("letter.txt", context),
                facts.wish().kind().stream() == MailStream.BOOKING ? Optional.empty() : Optional.of(page.stopLink()),
                calendar(facts));
    }

    private Optional<String> calendar(LetterFacts about) {
        var invites = INVITING.contains(about.wish().kind()) && stands(about, OwnStanding.BOOKED);
        var ends = about.wish().kind().isAboutACancelledBooking() && gaveAPlaceBack(about)
                || about.wish().kind() == MailKind.CALLED_OFF && hadAPlace(about);
        if (!invites && !ends) {
            return Optional.empty();
        }
        var card = invites ? about.event() : about.event().withoutAPlace();
        var file = new CalendarFile(
                card.event().value(),
                about.booking().map(Booking::sequence).orElse(card.sequence()),
                about.now(),
                card.startsAt(),
                card.endsAt(),
                card.zone(),
                card.title(),
                new Place(card.venueName(), card.venueAddress()),
                card.findUs());
        var guest = new Guest(about.mailbox().value(), card.regionName(), from);
        return Optional.of(invites ? file.invitation(guest) : file.cancellation(guest));
    }

    private static boolean gaveAPlaceBack(LetterFacts about) {
        return stands(about, OwnStanding.CANCELLED) || stands(about, OwnStanding.CANCELLED_FOR_YOU);
    }

    private static boolean stands(LetterFacts about, OwnStanding standing) {
        return about.booking().map(Booking::own).filter(standing::equals).isPresent();
    }

    /** Whoever had booked when it was called off has it in a calendar; nobody else has, nor who was let in at the door. */
    private static boolean hadAPlace(LetterFacts about) {
        return about.booking()
                .filter(booking -> booking.standing() == SeatStanding.BOOKED && !booking.walkIn())
                .isPresent();
    }

    private static ITemplateEngine engine(TemplateMode mode) {
        var templates = new ClassLoaderTemplateResolver(ThymeleafLetters.class.getClassLoader());
        templates.setPrefix("templates/mail/");
        templates.setTemplateMode(mode);
        templates.setCharacterEncoding("UTF-8");
        templates.setForceTemplateMode(true);
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        return engine;
    }
}
