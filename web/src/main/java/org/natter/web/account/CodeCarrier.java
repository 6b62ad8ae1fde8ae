package org.natter.web.account;

/** Brings a sign-in code, or the link to a new password, to an organiser at once. */
public interface CodeCarrier {

    /** Sends the six digits. @throws NotSent if the mail server would not take it */
    void send(EmailAddress to, String digits);

    /** Sends the link to the page for a new password. @throws NotSent if the mail server would not take it */
    void sendLink(EmailAddress to, String token);

    /** The mail server was out of reach or said no. */
    final class NotSent extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private NotSent(Throwable cause) {
            super("The mail server did not take a mail to an organiser", cause);
        }

        /** Because of this trouble. */
        public static NotSent because(Throwable trouble) {
            return new NotSent(trouble);
        }
    }
}
