package org.natter.local.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One installation and its owner's browser for a whole class, whose tests go on where the one before ended. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class PagesBody {

    private final WholeCollections wholes = WholeCollections.listening();

    Installation house;
    Person owner;

    /** What the clock says as the doors open. */
    abstract Instant begins();

    @BeforeAll
    void openTheDoors(@TempDir Path folder) {
        house = Installation.start(folder, begins());
        owner = house.somebody();
    }

    @AfterEach
    void nothingToComplainOf() {
        assertThat(house.screens().complaints()).isEmpty();
        assertThat(wholes.found())
                .as("collections that grow with the years and were looked through whole, by which fields")
                .isEmpty();
    }

    @AfterAll
    void closeTheDoors() {
        wholes.close();
        if (house != null) {
            house.close();
        }
    }
}
