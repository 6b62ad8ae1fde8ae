package org.natter.web.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.natter.ids.Unseen;
import org.natter.web.services.RegionId;

/** Adds members to the team; says what is to be put right, by field, instead of adding half of one. */
public final class AddingOrganisers {

    private final Organisers organisers;
    private final Passwords passwords;

    public AddingOrganisers(Organisers organisers, Passwords passwords) {
        this.organisers = organisers;
        this.passwords = passwords;
    }

    /** Adds somebody; an empty list means it is done. */
    public List<Objection> add(NewOrganiser wish, Instant now) {
        var objections = objectionsTo(wish);
        if (!objections.isEmpty()) {
            return objections;
        }
        var organiser = new Organiser(
                OrganiserId.fresh(),
                wish.name().strip(),
                new EmailAddress(wish.email()),
                wish.role(),
                new RegionId(wish.region()),
                passwords.hash(wish.password()),
                now,
                0);
        return organisers.add(organiser) ? List.of() : List.of(new Objection("email", "team.email.taken"));
    }

    /** What is to be put right, in the order of the fields. */
    public static List<Objection> objectionsTo(NewOrganiser wish) {
        var objections = new ArrayList<Objection>();
        if (!Unseen.isSeen(wish.name())) {
            objections.add(new Objection("name", "account.name.missing"));
        }
        EmailAddress.objectionTo(wish.email())
                .map(message -> new Objection("email", message))
                .ifPresent(objections::add);
        PasswordRule.objectionTo(wish.password())
                .map(message -> new Objection("password", message))
                .ifPresent(objections::add);
        return objections;
    }

    /** A field and the key of the sentence that says what to do. */
    public record Objection(String field, String message) {}

    /** What an owner types about a new member. Prints masked. */
    public record NewOrganiser(String name, String email, String password, String region, Role role) {

        @Override
        public String toString() {
            return "NewOrganiser[masked]";
        }
    }
}
