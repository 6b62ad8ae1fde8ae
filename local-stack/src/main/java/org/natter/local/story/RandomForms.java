package org.natter.local.story;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.natter.web.services.FeedbackApi.FamiliarFaces;
import org.natter.web.services.Sector;

/** What those who have no part in the story say: by chance, and the same each time it is told. */
final class RandomForms {

    /** How an evening is found by those who answer: most were glad that they came. */
    private static final List<Integer> STARS = List.of(3, 4, 4, 4, 5, 5);

    private final Random random = new Random(16_10_2026);

    /** A form of one of the writers, who met some of the others; about a third of them say how it was and no more. */
    FeedbackForm form(GuestBooking writer, List<GuestBooking> writers) {
        var form = FeedbackForm.says(stars(), stars());
        if (random.nextInt(3) == 0) {
            return form;
        }
        var names = new ArrayList<String>(writers.stream()
                .map(booking -> booking.guest().name())
                .filter(name -> !name.equals(writer.guest().name()))
                .toList());
        Collections.shuffle(names, random);
        form.newly(names.get(0)).knewABit(names.get(1));
        if (random.nextBoolean()) {
            form.newly(names.get(2)).usefulWith(names.get(2));
        }
        if (random.nextInt(3) == 0) {
            form.knewWell(names.get(3)).unnamed(Sector.NOT_SAID, 1 + random.nextInt(2));
        }
        return random.nextBoolean() ? form : form.alone().withFamiliarFaces(FamiliarFaces.ABOUT_HALF);
    }

    private int stars() {
        return STARS.get(random.nextInt(STARS.size()));
    }
}
