package org.natter.attendee.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.People;
import org.natter.attendee.person.Person;
import org.natter.attendee.person.PersonDetails;

/** What an organiser does about a mail that came back, once the address or our own mail server was put right. */
public final class TryingAgain {

    private static final int MOST = 10;
    private static final Duration OF_USE = Duration.ofDays(3);
    /** What is true for as long as the booking stands so, however long ago it was said. */
    private static final Set<MailKind> LASTING = Set.of(MailKind.BOOKED, MailKind.WAITING);

    private final MailboxRecords mailboxes;
    private final People people;
    private final KnownFacts known;
    private final PostOffice mails;

    public TryingAgain(MailboxRecords mailboxes, People people, KnownFacts known, PostOffice mails) {
        this.known = known;
        this.mailboxes = mailboxes;
        this.people = people;
        this.mails = mails;
    }

    /**
     * Writes to the mailbox again from now on, beginning with this mail. Pressing twice sends it once.
     *
     * @return false if the mail did not come back, or did so again and again
     */
    public boolean tryAgain(Mail mail, Instant now) {
        if (!mail.didNotArrive() || mail.wish().attempt() > MOST) {
            return false;
        }
        people.find(mail.wish().to()).flatMap(Person::mailbox).ifPresent(mailboxes::forgetRefusal);
        mails.ask(mail.wish().again(now));
        return true;
    }

    /**
     * Whoever booked is reached there from now on, and this mail goes there. It has their personal link, so an address that
     * somebody has used, by pressing a button in a mail or answering, stays: what they keep to themselves hangs on it. So does
     * one of somebody with other bookings, where somebody of this name reads mail at the new one, and of mails about answers,
     * of which nobody may know whose they are.
     *
     * @throws AddressStays if it is none to correct; nothing is changed then
     */
    public void correct(Mail mail, EmailAddress address, Instant now) {
        var person = people.find(mail.wish().to())
                .filter(found -> mail.didNotArrive() && mail.wish().kind().isForOrganisersToRead())
                .filter(found -> isUnused(found, mail) && !isTheirNameKnownAt(address, found))
                .orElseThrow(AddressStays::new);
        if (!people.readdress(person.id(), address)) {
            throw new AddressStays();
        }
        mailboxes.forgetRefusal(address);
        var again = mail.wish().again(now);
        mails.askAgain(LASTING.contains(again.kind()) ? again.validUntil(now.plus(OF_USE)) : again, now, MOST);
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
