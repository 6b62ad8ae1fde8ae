package org.natter.web.account;

/** Brings a sign-in code, the link to a new password, word of a new way in, or a test to an organiser at once. */
public interface CodeCarrier {

    /** Sends the six digits. @throws NotSent if the mail server would not take it */
    void send(EmailAddress to, String digits);

    /** Sends the link to the page for a new password. @throws NotSent if the mail server would not take it */
    void sendLink(EmailAddress to, String token);

    /** Says that a passkey of this name was added to the account. @throws NotSent if the mail server would not take it */
    void sayPasskeyAdded(EmailAddress to, String name);

    /** Says that the passkey of this name was removed from the account. @throws NotSent if the mail server would not take it */
    void sayPasskeyRemoved(EmailAddress to, String name);

    /** Sends a mail that says nothing but that it came, to whoever asked for it. @throws NotSent if it was not, or perhaps not */
    void sendTest(EmailAddress to, String region);

    /** The address that the installation's mails come from. */
    String from();

    /** The mail server was out of reach or said no. */
    final class NotSent extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final boolean certain;

        private NotSent(Throwable cause, boolean certain) {
            super("The mail server did not take a mail to an organiser", cause);
            this.certain = certain;
        }

        /** Because of this trouble. */
        public static NotSent because(Throwable trouble) {
            return new NotSent(trouble, true);
        }

        /** The server had all of it and never said whether it took it, because of this trouble. */
        public static NotSent perhaps(Throwable trouble) {
            return new NotSent(trouble, false);
        }

        /** Whether nobody is mailed for sure. */
        public boolean isCertain() {
            return certain;
        }
    }
}
