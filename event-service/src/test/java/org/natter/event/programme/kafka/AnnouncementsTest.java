package org.natter.event.programme.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.natter.messaging.kit.ContractSamples;

class AnnouncementsTest {

    @Test
    void everyDomainEventIsToldOrKeptPrivateByName() {
        assertThat(new ProgrammeMessages().programmeAnnouncements().missing()).isEmpty();
    }

    @Test
    void everyTypeOnTheTopicIsTold() {
        assertThat(new ProgrammeMessages().programmeAnnouncements().types())
                .isEqualTo(ContractSamples.types("natter.events"));
    }
}
