package org.natter.messaging;

/** Whether the application's database is older than what the application has told, and nobody has accepted that yet. */
public interface Restored {

    boolean isRestored();
}
