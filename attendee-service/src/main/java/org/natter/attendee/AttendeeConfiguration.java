package org.natter.attendee;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.natter.attendee.booking.Arrivals;
import org.natter.attendee.booking.AskingForPlaces;
import org.natter.attendee.booking.BookingLetters;
import org.natter.attendee.booking.Bookings;
import org.natter.attendee.booking.ChangingNames;
import org.natter.attendee.booking.DoorCodes;
import org.natter.attendee.booking.ForgettingWishes;
import org.natter.attendee.booking.KeepingBookings;
import org.natter.attendee.booking.ObeyingTheProgramme;
import org.natter.attendee.booking.ReadingBookings;
import org.natter.attendee.booking.SeatLedgers;
import org.natter.attendee.booking.SweepingSeats;
import org.natter.attendee.checkin.ArrivalsAtTheDoor;
import org.natter.attendee.checkin.CheckInId;
import org.natter.attendee.checkin.CheckIns;
import org.natter.attendee.checkin.CheckingIn;
import org.natter.attendee.checkin.HostLists;
import org.natter.attendee.checkin.NamingHosts;
import org.natter.attendee.checkin.Roster;
import org.natter.attendee.checkin.SweepingAdmissions;
import org.natter.attendee.checkin.WelcomingWalkIns;
import org.natter.attendee.cpd.CpdRecords;
import org.natter.attendee.cpd.EntryId;
import org.natter.attendee.cpd.KeepingCpdRecords;
import org.natter.attendee.cpd.ReadingCpdRecords;
import org.natter.attendee.history.AcquaintanceId;
import org.natter.attendee.history.CountBook;
import org.natter.attendee.history.CountingAcrossEvents;
import org.natter.attendee.history.CountingSeasons;
import org.natter.attendee.history.HistoryEntries;
import org.natter.attendee.history.MeetingAgain;
import org.natter.attendee.history.NamingAnew;
import org.natter.attendee.history.Notebooks;
import org.natter.attendee.history.ReadingHistory;
import org.natter.attendee.history.Rooms;
import org.natter.attendee.history.SeasonBook;
import org.natter.attendee.mail.DecidingMails;
import org.natter.attendee.mail.KnownFacts;
import org.natter.attendee.mail.LastLook;
import org.natter.attendee.mail.MailboxRecords;
import org.natter.attendee.mail.PostOffice;
import org.natter.attendee.mail.StrayLinks;
import org.natter.attendee.mail.SwitchingQuestions;
import org.natter.attendee.mail.TryingAgain;
import org.natter.attendee.person.Answerers;
import org.natter.attendee.person.AnsweringLinks;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.LabelId;
import org.natter.attendee.person.OutcomeId;
import org.natter.attendee.person.People;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.PersonalLinks;
import org.natter.attendee.person.PrivateWords;
import org.natter.attendee.person.RegionId;
import org.natter.attendee.person.SignInAsks;
import org.natter.attendee.person.SignInLetters;
import org.natter.attendee.person.SignInRequests;
import org.natter.attendee.person.SigningIn;
import org.natter.attendee.person.StrayPeople;
import org.natter.attendee.person.SweepingStrays;
import org.natter.attendee.person.UnconfirmedWishes;
import org.natter.ids.LinkTokens;
import org.natter.ids.TypedIds;
import org.natter.messaging.Projections;
import org.natter.messaging.ReadModel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service's parts list: the use cases of all features, built from their ports. */
@Configuration(proxyBeanMethods = false)
class AttendeeConfiguration {

    @Bean
    TypedIds attendeeIds() {
        return TypedIds.of(
                PersonId.class,
                AttendanceId.class,
                EventId.class,
                RegionId.class,
                LabelId.class,
                CheckInId.class,
                OutcomeId.class,
                AcquaintanceId.class,
                EntryId.class);
    }

    @Bean
    PersonalLinks personalLinks(AttendeeSettings settings) {
        var keys = settings.links();
        return new PersonalLinks(
                settings.baseUrl().toString(),
                LinkTokens.under("natter.links.feedback-keys", keys.feedbackKeys()),
                LinkTokens.under("natter.links.own-keys", keys.ownKeys()));
    }

    @Bean
    SigningIn signingIn(
            People people, SignInAsks asks, SignInRequests requests, SignInLetters letters, PersonalLinks links) {
        return new SigningIn(people, asks, requests, letters, links);
    }

    @Bean
    SweepingStrays sweepingStrays(StrayPeople people) {
        return new SweepingStrays(people);
    }

    @Bean
    ForgettingWishes forgettingWishes(UnconfirmedWishes wishes, DoorCodes codes) {
        return new ForgettingWishes(wishes, codes);
    }

    @Bean
    AskingForPlaces askingForPlaces(
            SeatLedgers ledgers, People people, ForgettingWishes wishes, DoorCodes codes, BookingLetters letters) {
        return new AskingForPlaces(ledgers, people, wishes, codes, letters);
    }

    @Bean
    Arrivals arrivals(CheckIns checkIns) {
        return new ArrivalsAtTheDoor(checkIns);
    }

    @Bean
    KeepingBookings keepingBookings(SeatLedgers ledgers, People people, Arrivals arrivals) {
        return new KeepingBookings(ledgers, people, arrivals);
    }

    @Bean
    Bookings bookings(SeatLedgers ledgers, People people) {
        return new ReadingBookings(ledgers, people);
    }

    @Bean
    ChangingNames changingNames(People people, Bookings bookings) {
        return new ChangingNames(people, bookings);
    }

    @Bean
    ObeyingTheProgramme obeyingTheProgramme(SeatLedgers ledgers) {
        return new ObeyingTheProgramme(ledgers);
    }

    @Bean
    SweepingSeats sweepingSeats(SeatLedgers ledgers, ForgettingWishes wishes) {
        return new SweepingSeats(ledgers, wishes);
    }

    @Bean
    CheckingIn checkingIn(SeatLedgers ledgers, CheckIns checkIns, DoorCodes codes, People people) {
        return new CheckingIn(ledgers, checkIns, codes, people);
    }

    @Bean
    SweepingAdmissions sweepingAdmissions(SeatLedgers ledgers, CheckIns checkIns) {
        return new SweepingAdmissions(ledgers, checkIns);
    }

    @Bean
    WelcomingWalkIns welcomingWalkIns(
            SeatLedgers ledgers, People people, ForgettingWishes wishes, DoorCodes codes, CheckingIn door) {
        return new WelcomingWalkIns(ledgers, people, wishes, codes, door);
    }

    @Bean
    Roster roster(SeatLedgers ledgers, CheckIns checkIns, People people, HistoryEntries entries) {
        return new Roster(
                ledgers,
                checkIns,
                people,
                writer -> entries.of(Set.of(writer)).values().stream()
                        .flatMap(entry -> entry.mentioned().stream())
                        .collect(Collectors.toSet()));
    }

    @Bean
    NamingHosts namingHosts(SeatLedgers ledgers, HostLists hosts) {
        return new NamingHosts(ledgers, hosts);
    }

    @Bean
    CountingAcrossEvents countingAcrossEvents(
            People people,
            HistoryEntries entries,
            Rooms rooms,
            Notebooks notebooks,
            CheckIns checkIns,
            HostLists hosts,
            CountBook book) {
        return new CountingAcrossEvents(people, entries, rooms, notebooks, checkIns, hosts, book);
    }

    @Bean
    CountingSeasons countingSeasons(
            People people,
            HistoryEntries entries,
            Rooms rooms,
            SeatLedgers ledgers,
            CheckIns checkIns,
            SeasonBook book) {
        return new CountingSeasons(people, entries, rooms, ledgers, checkIns, book);
    }

    @Bean
    DecidingMails decidingMails(PostOffice mails, People people, Bookings bookings, KnownFacts known) {
        return new DecidingMails(mails, people, bookings, known);
    }

    @Bean
    NamingAnew namingAnew(People people, Notebooks notebooks) {
        return new NamingAnew(people, notebooks);
    }

    @Bean
    Answerers answerers(People people, AnsweringLinks links) {
        return new Answerers(people, links);
    }

    @Bean
    TryingAgain tryingAgain(
            MailboxRecords mailboxes,
            People people,
            KnownFacts known,
            LastLook look,
            CheckIns checkIns,
            PostOffice mails,
            PersonalLinks links) {
        return new TryingAgain(
                mailboxes,
                people,
                known,
                look,
                attendances -> checkIns.find(attendances).keySet(),
                mails,
                links);
    }

    @Bean
    LastLook lastLook(
            People people, Bookings bookings, KnownFacts known, MailboxRecords mailboxes, MeetingAgain again) {
        return new LastLook(
                people,
                bookings,
                known,
                mailboxes,
                (owner, event, now) ->
                        again.coming(owner, event, now).map(List::size).orElse(0));
    }

    @Bean
    SwitchingQuestions switchingQuestions(People people, Bookings bookings, MailboxRecords mailboxes) {
        return new SwitchingQuestions(people, bookings, mailboxes);
    }

    @Bean
    MeetingAgain meetingAgain(ReadingHistory histories, People people, SeatLedgers ledgers, Notebooks notebooks) {
        return new MeetingAgain(histories, people, ledgers, notebooks);
    }

    @Bean
    StrayLinks strayLinks(People people, PostOffice mails) {
        return new StrayLinks(people, mails);
    }

    @Bean
    ReadModel histories(Projections projections, AttendeeSettings settings) {
        return projections.readModel("histories", settings.buildHistories());
    }

    @Bean
    ReadingHistory readingHistory(
            People people, PrivateWords words, HistoryEntries entries, Rooms rooms, Notebooks notebooks) {
        return new ReadingHistory(people, words, entries, rooms, notebooks);
    }

    @Bean
    KeepingCpdRecords keepingCpdRecords(CpdRecords records) {
        return new KeepingCpdRecords(records);
    }

    @Bean
    ReadingCpdRecords readingCpdRecords(
            CpdRecords records, CheckIns checkIns, SeatLedgers ledgers, ReadingHistory histories) {
        return new ReadingCpdRecords(records, checkIns, ledgers, histories);
    }
}
