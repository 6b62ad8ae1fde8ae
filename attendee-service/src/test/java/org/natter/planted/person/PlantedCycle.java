package org.natter.planted.person;

import org.natter.planted.booking.PlantedCore;

/** The other half of a cycle of features. */
public class PlantedCycle {

    PlantedCore core() {
        return new PlantedCore();
    }
}
