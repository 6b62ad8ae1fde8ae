package org.natter.web.services;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class WhoTest {

    /** A question of it that reads like a property once made every step with somebody in it refused. */
    @Test
    void onTheWireItIsItsKindAndItsIdAlone() {
        var who = new Who(Who.Kind.LABEL, "a".repeat(32));

        var json = JsonMapper.builder().build().valueToTree(who);

        assertThat(json.propertyNames()).containsExactlyInAnyOrder("kind", "id");
    }
}
