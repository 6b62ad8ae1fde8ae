package org.natter.planted.booking;

import java.time.Clock;
import java.time.Instant;
import org.natter.planted.person.PlantedCycle;
import org.springframework.stereotype.Component;

/** A core that knows a framework, a clock and a feature that knows it. */
@Component
public class PlantedCore {

    static int counter;

    Instant now() {
        counter++;
        return Clock.systemUTC().instant();
    }

    PlantedCycle cycle() {
        return new PlantedCycle();
    }
}
