package org.natter.attendee.mail.smtp;

import java.time.Clock;
import org.natter.attendee.mail.DecidingMails;
import org.natter.attendee.mail.LastLook;
import org.natter.attendee.mail.MailQueue;
import org.natter.attendee.mail.PostOffice;
import org.natter.attendee.mail.PreviewingMails;
import org.natter.attendee.mail.SendingMails;
import org.natter.attendee.person.PersonalLinks;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of the post office that speak to the mail server, and what is built from them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class SmtpConfiguration {

    @Bean
    SmtpCarrier carrier(MailSettings settings, PersonalLinks links) {
        return new SmtpCarrier(settings.smtpUrl(), settings.from(), links.baseUrl());
    }

    @Bean
    SendingMails sendingMails(
            MailQueue queue, LastLook lastLook, SmtpCarrier carrier, PersonalLinks links, MailSettings settings) {
        return new SendingMails(queue, lastLook, new ThymeleafLetters(links, settings.from())::write, carrier);
    }

    @Bean
    PreviewingMails previewingMails(PersonalLinks links, MailSettings settings, DecidingMails deciding) {
        return new PreviewingMails(new ThymeleafLetters(links, settings.from())::write, links, deciding);
    }

    @Bean
    Senders senders(SendingMails sending, Clock clock, MailSettings settings) {
        return new Senders(sending, clock, settings);
    }

    @Bean
    PostOffice postOffice(MailQueue queue, Senders senders) {
        return new PostOffice(queue, senders::wake);
    }
}
