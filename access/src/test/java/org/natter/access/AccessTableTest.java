package org.natter.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

class AccessTableTest {

    private final AccessTable table = AccessTable.of("tea-room").row(HttpMethod.GET, "/pots", "GUEST");

    @Test
    void rowIsAddedToANewTable() {
        var longer = table.row(HttpMethod.POST, "/pots", "HOST").row("/pots/*", "HOST");

        assertThat(longer.rows()).extracting(AccessTable.Row::path).containsExactly("/pots", "/pots", "/pots/*");
        assertThat(table.rows()).hasSize(1);
    }

    @Test
    void rowThatWouldNeverBeReadIsRefused() {
        assertThatThrownBy(() -> table.row(HttpMethod.GET, "/pots", "HOST"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> table.row("/cups", "HOST").row(HttpMethod.PUT, "/cups", "GUEST"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rowForNobodyIsRefused() {
        assertThatThrownBy(() -> table.row("/cups")).isInstanceOf(IllegalArgumentException.class);
    }
}
