package org.natter.web.account;

/** What a session keeps of an account: whose it is, and the generation in which it began. */
public record SignedIn(OrganiserId id, int generation) {

    /** The account as it is now. */
    public static SignedIn as(Organiser organiser) {
        return new SignedIn(organiser.id(), organiser.generation());
    }

    /** What {@link #text} wrote; sessions of an earlier version have the id alone. */
    public static SignedIn of(String text) {
        var parts = text.split("\\.", 2);
        return new SignedIn(new OrganiserId(parts[0]), parts.length == 1 ? 0 : Integer.parseInt(parts[1]));
    }

    /** Whether the account has had no new password since. */
    public boolean holds(Organiser organiser) {
        return equals(as(organiser));
    }

    /** The generation that follows. */
    public SignedIn next() {
        return new SignedIn(id, generation + 1);
    }

    /** As a session keeps it. */
    public String text() {
        return id + "." + generation;
    }
}
