package org.natter.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a document may name as a test that holds something. */
class NamedTestsTest {

    private static final String SOURCE = """
            class HouseTest {

                /** Holds. */
                @Test
                @Timeout(120)
                void runs() {
                    help();
                }

                @Disabled("not now")
                @Test
                void offFromAbove() {}

                @Test
                @Disabled
                void offFromBelow() {}

                @Test void inOneLine() {}
                void helpAfterOneLine() {}

                private void help() {}

                @ParameterizedTest
                @CsvSource({
                    "one, two",
                    "three, four"
                })
                void runsWithRows(String one, String other) {}

                @Nested
                class Inner {

                    @Test
                    void runsWithin() {}
                }

                @Nested
                @Disabled
                class Off {

                    @Test
                    void offWithin() {}
                }
            }
            """;

    @Test
    void whatRunsHolds() {
        for (var name : new String[] {"runs", "inOneLine", "runsWithRows", "runsWithin", "runsWi…", "…WithRows"}) {
            assertThat(NamedTests.holds(SOURCE, name)).as(name).isTrue();
        }
    }

    @Test
    void whatIsSwitchedOffAndWhateverHelpsHoldNothing() {
        for (var name :
                new String[] {"offFromAbove", "offFromBelow", "helpAfterOneLine", "help", "offWithin", "Off", "run"}) {
            assertThat(NamedTests.holds(SOURCE, name)).as(name).isFalse();
        }
        assertThat(NamedTests.isOff("@Disabled\n" + SOURCE)).isTrue();
        assertThat(NamedTests.isOff(SOURCE)).isFalse();
    }
}
