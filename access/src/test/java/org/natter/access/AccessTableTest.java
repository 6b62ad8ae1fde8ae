package org.natter.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

class AccessTableTest {

    private final AccessTable table = AccessTable.of("tea-room").row(HttpMethod.GET, "/pots", Role.ATTENDEE);

    @Test
    void rowIsAddedToANewTable() {
        var longer = table.row(HttpMethod.POST, "/pots", Role.OWNER).row("/pots/*", Role.OWNER);

        assertThat(longer.rows()).extracting(AccessTable.Row::path).containsExactly("/pots", "/pots", "/pots/*");
        assertThat(table.rows()).hasSize(1);
    }

    @Test
    void rowThatWouldNeverBeReadIsRefused() {
        assertThatThrownBy(() -> table.row(HttpMethod.GET, "/pots", Role.OWNER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> table.row("/cups", Role.OWNER).row(HttpMethod.PUT, "/cups", Role.ATTENDEE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rowForNobodyIsRefused() {
        assertThatThrownBy(() -> table.row("/cups")).isInstanceOf(IllegalArgumentException.class);
    }
}
