package org.natter.event.overview.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.natter.event.WholeService;
import org.natter.messaging.Inbound;
import org.natter.messaging.kit.ContractSamples;
import org.springframework.beans.factory.annotation.Autowired;

/** Each table names every type of its topic, handled or ignored. */
@WholeService
class HandlerTableTest {

    private final List<Inbound.Table> tables;

    @Autowired
    HandlerTableTest(Inbound inbound) {
        this.tables = inbound.tables();
    }

    @Test
    void attendeesAndFeedbackAreRead() {
        assertThat(tables)
                .extracting(Inbound.Table::topic)
                .containsExactlyInAnyOrder(OverviewMessages.ATTENDEES, OverviewMessages.FEEDBACK);
    }

    @Test
    void everyTypeIsHandledOrIgnoredByName() {
        assertThat(tables)
                .allSatisfy(table -> assertThat(namesIn(table)).isEqualTo(ContractSamples.types(table.topic())));
    }

    private static Set<String> namesIn(Inbound.Table table) {
        return Stream.of(table.handlers().handled(), table.handlers().ignored())
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
    }
}
