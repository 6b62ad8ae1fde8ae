package org.natter.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LinkSettingsTest {

    @Test
    void withoutAKeyThereIsNoStart() {
        assertThatThrownBy(() -> new LinkSettings("").tokens()).hasMessageContaining("natter.links.feedback-keys");
    }

    @Test
    void keysAreNeverPrinted() {
        assertThat(new LinkSettings("k1:secret")).hasToString("LinkSettings[*]");
    }
}
