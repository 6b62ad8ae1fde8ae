package org.natter.attendee.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.People;
import org.natter.attendee.person.Person;
import org.natter.attendee.person.PersonDetails;

/** What an organiser does about a mail that came back, once the address or our own mail server was put right. */
public final class TryingAgain {

    private static final int MOST = 10;
    /** A mail to another address waits for so long at most until that is the address. */
    private static final Duration CORRECTING = Duration.ofMinutes(1);

    private final MailboxRecords mailboxes;
    private final People people;
    private final KnownFacts known;
    private final LastLook look;
    private final Predicate<AttendanceId> wasCheckedIn;
    private final PostOffice mails;

    /** @param wasCheckedIn whether somebody is checked in with it, or ever was */
    public TryingAgain(
            MailboxRecords mailboxes,
            People people,
            KnownFacts known,
            LastLook look,
            Predicate<AttendanceId> wasCheckedIn,
            PostOffice mails) {
        this.known = known;
        this.look = look;
        this.wasCheckedIn = wasCheckedIn;
        this.mailboxes = mailboxes;
        this.people = people;
        this.mails = mails;
    }

    /**
     * Writes to the mailbox again from now on, beginning with this mail. Pressing twice sends it once.
     *
     * @return false if the mail did not come back, or did so again and again, would not go now, or one sent after it has come
     *     as far as it will
     */
    public boolean tryAgain(Mail mail, Instant now) {
        var newer = newer(mail);
        if (newer.isPresent()) {
            return !newer.get().isFinished();
        }
        if (!mayBeTried(mail, now)) {
            return false;
        }
        people.find(mail.wish().to()).flatMap(Person::mailbox).ifPresent(mailboxes::forgetRefusal);
        mails.ask(again(mail, now));
        return true;
    }

    /** Whether it was tried again since: then that mail counts, and this one is history. */
    public boolean isOvertaken(Mail mail) {
        return mail.didNotArrive() && newer(mail).isPresent();
    }

    /** Whether it came back, is the newest of its kind and would go if it were tried again now. */
    public boolean mayBeTried(Mail mail, Instant now) {
        return mail.didNotArrive()
                && mail.wish().attempt() <= MOST
                && newer(mail).isEmpty()
                && people.find(mail.wish().to()).flatMap(Person::mailbox).isPresent()
                && look.wouldGo(again(mail, now), now);
    }

    /**
     * Whether its address may be corrected, for all that an organiser may know: before the event alone, since from then on
     * others name whoever came, and never for whoever was checked in.
     */
    public boolean mayBeCorrected(Mail mail, Instant now) {
        var attendance = mail.wish().attendance();
        return attendance != null
                && mail.wish().kind().isForOrganisersToRead()
                && look.isBeforeTheStart(mail.wish(), now)
                && !wasCheckedIn.test(attendance)
                && mayBeTried(mail, now);
    }

    /** Whether it did not arrive, and an organiser can do something about it. */
    public boolean isToDo(Mail mail, Instant now) {
        return mail.wish().kind().isForOrganisersToRead() && mayBeTried(mail, now);
    }

    /**
     * Whoever booked is reached there from now on, and this mail goes there. It has their personal link, so an address that
     * somebody has used, by pressing a button in a mail or answering, stays: what they keep to themselves hangs on it. So does
     * one of somebody with other bookings, where somebody of this name reads mail at the new one, and of mails about answers,
     * of which nobody may know whose they are.
     *
     * <p>The mail that goes there is asked for first, and waits: of several corrections at once one alone asks for it, and
     * that one alone moves the address. The same correction once more changes nothing.
     *
     * @throws AddressStays if it is none to correct, or the one that refused the mail; nothing is changed then
     */
    public void correct(Mail mail, EmailAddress address, Instant now) {
        if (isCorrected(mail, address)) {
            return;
        }
        var person = people.find(mail.wish().to())
                .filter(found -> mayBeCorrected(mail, now))
                .filter(found -> isUnused(found, mail) && !isTheirNameKnownAt(address, found))
                .orElseThrow(AddressStays::new);
        var before = person.mailbox().orElseThrow(AddressStays::new);
        if (before.equals(address) && mailboxes.refusedUs(address).isPresent()) {
            throw new AddressStays();
        }
        var again = again(mail, now);
        if (!mails.ask(again.notBefore(now.plus(CORRECTING)))) {
            throw new AddressStays();
        }
        if (!people.readdress(person.id(), address, before)) {
            mails.find(again.cause()).ifPresent(waiting -> mails.stop(waiting, StopReason.NO_LONGER_TRUE, now));
            throw new AddressStays();
        }
        mailboxes.forgetRefusal(address);
        mails.hurry(again, now);
    }

    private boolean isCorrected(Mail mail, EmailAddress address) {
        return newer(mail).isPresent()
                && people.find(mail.wish().to())
                        .flatMap(Person::mailbox)
                        .filter(address::equals)
                        .isPresent();
    }

    private Optional<Mail> newer(Mail mail) {
        return mails.find(mail.wish().again(mail.wish().at()).cause());
    }

    /** The same once more; what is true for as long as the booking stands has its time anew. */
    private static MailRequest again(Mail mail, Instant now) {
        var again = mail.wish().again(now);
        return again.kind().isLasting() ? again.validUntil(now.plus(MailRequest.NEWS_IS_OF_USE)) : again;
    }

    private boolean isUnused(Person person, Mail mail) {
        var attendance = mail.wish().attendance();
        return attendance != null
                && !person.proven()
                && person.mailbox().isPresent()
                && person.attendances().size() == 1
                && person.attendances().containsValue(attendance)
                && !known.hasAnswered(attendance);
    }

    /** Whether somebody else there goes by one of their names: there, one name is one person. */
    private boolean isTheirNameKnownAt(EmailAddress address, Person person) {
        return people.atAddress(address).stream()
                .filter(other -> !other.id().equals(person.id()))
                .flatMap(TryingAgain::names)
                .anyMatch(theirs -> names(person).anyMatch(theirs::isNamedLike));
    }

    private static Stream<PersonDetails> names(Person person) {
        return Stream.concat(Stream.of(person.details()), person.said().values().stream());
    }
}
