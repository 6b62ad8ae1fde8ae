package org.natter.messaging;

/**
 * A command to a service whose database is older than what the service has told.
 *
 * <p>Guarantee: nothing of the command was written. REST answers 503; it goes on once an operator has accepted the database.
 */
final class StoreRestored extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreRestored() {
        super("The database is older than what this service has told");
    }
}
