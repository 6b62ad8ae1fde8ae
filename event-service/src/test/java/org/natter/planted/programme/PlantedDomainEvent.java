package org.natter.planted.programme;

import org.natter.planted.region.KnowsProgramme;

interface PlantedDomainEvent {

    KnowsProgramme region();

    final class NoRecord implements PlantedDomainEvent {

        @Override
        public KnowsProgramme region() {
            return new KnowsProgramme(new Visible());
        }
    }
}
