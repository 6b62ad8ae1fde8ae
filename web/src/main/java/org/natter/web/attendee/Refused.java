package org.natter.web.attendee;

import java.util.List;
import org.natter.web.forms.FormErrors;

/** A service understood the wish and said no; {@link #slug()} names why, and the page finds the words. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String slug;
    private final transient List<FormErrors.Item> problems;

    private Refused(String slug, List<FormErrors.Item> problems) {
        super(slug);
        this.slug = slug;
        this.problems = List.copyOf(problems);
    }

    public static Refused because(String slug, List<FormErrors.Item> problems) {
        return new Refused(slug, problems);
    }

    /** The last word of the problem's type, such as {@code booking-closed}. */
    public String slug() {
        return slug;
    }

    /** One entry for each field the service would not take, in its order; may be empty. */
    public List<FormErrors.Item> problems() {
        return problems;
    }
}
