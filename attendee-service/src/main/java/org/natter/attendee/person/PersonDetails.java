package org.natter.attendee.person;

import java.text.Normalizer;
import java.util.Locale;

/** What somebody says about themselves: name, organisation (may be empty), sector. Prints nothing of it. */
public record PersonDetails(String name, String organisation, Sector sector) {

    /** Of somebody of whom only what they keep is known. */
    public static final PersonDetails NOT_SAID = new PersonDetails("", "", Sector.NOT_SAID);

    public PersonDetails {
        name = name.strip();
        organisation = organisation.strip();
    }

    /** The same under another name. */
    public PersonDetails called(String other) {
        return new PersonDetails(other, organisation, sector);
    }

    /** Whether it is the same name, whatever its capitals, accents and blanks. */
    public boolean isNamedLike(PersonDetails other) {
        return nameKey().equals(other.nameKey());
    }

    /** The name without what people leave out or type differently each time. */
    public String nameKey() {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "PersonDetails[…]";
    }
}
