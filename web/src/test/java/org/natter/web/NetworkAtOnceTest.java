package org.natter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** How many requests of one network are answered at once is what {@code docs/operations.md} says. */
class NetworkAtOnceTest {

    @Test
    void asManyAtOnceAsIsSaid() throws IOException {
        assertThat(Files.readString(Path.of("../docs/operations.md")))
                .contains("| requests of one network (of one site, with IPv6) at once | " + NetworkAtOnce.MOST + " |");
    }
}
