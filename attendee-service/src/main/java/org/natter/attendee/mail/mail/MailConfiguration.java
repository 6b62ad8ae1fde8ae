package org.natter.attendee.mail.mail;

import java.time.Clock;
import org.natter.attendee.booking.Bookings;
import org.natter.attendee.mail.Bell;
import org.natter.attendee.mail.Carrier;
import org.natter.attendee.mail.DecidingMails;
import org.natter.attendee.mail.EventsAsTold;
import org.natter.attendee.mail.LastLook;
import org.natter.attendee.mail.Letters;
import org.natter.attendee.mail.MailQueue;
import org.natter.attendee.mail.MailboxRecords;
import org.natter.attendee.mail.Mails;
import org.natter.attendee.mail.Posting;
import org.natter.attendee.mail.SendingMails;
import org.natter.attendee.person.People;
import org.natter.attendee.person.PersonalLinks;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of the post office. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailConfiguration {

    @Bean
    Posting mails(MailQueue queue, Bell bell) {
        return new Posting(queue, bell);
    }

    @Bean
    DecidingMails decidingMails(Mails mails, People people, Bookings bookings, EventsAsTold told) {
        return new DecidingMails(mails, people, bookings, told);
    }

    @Bean
    LastLook lastLook(People people, Bookings bookings, EventsAsTold told, MailboxRecords mailboxes) {
        return new LastLook(people, bookings, told, mailboxes);
    }

    @Bean
    SendingMails sendingMails(MailQueue queue, LastLook lastLook, Letters letters, Carrier carrier) {
        return new SendingMails(queue, lastLook, letters, carrier);
    }

    @Bean
    Letters letters(PersonalLinks links, MailSettings settings) {
        return new ThymeleafLetters(links, settings.from());
    }

    @Bean(destroyMethod = "close")
    SmtpCarrier carrier(MailSettings settings, PersonalLinks links) {
        return new SmtpCarrier(settings.smtpUrl(), settings.from(), links.baseUrl());
    }

    @Bean
    Senders senders(SendingMails sending, Clock clock, MailSettings settings) {
        return new Senders(sending, clock, settings);
    }
}
