package org.natter.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.natter.local.CommandLine.Command;
import org.natter.local.stack.CannotStart;

class CommandLineTest {

    @Test
    void figuresAreMeasuredOnAStackOfTheirOwn() {
        assertThat(CommandLine.parse(List.of("figures")).command()).isEqualTo(CommandLine.Command.FIGURES);
        assertThatThrownBy(() -> CommandLine.parse(List.of("figures", "--check")))
                .isInstanceOf(CannotStart.class);
    }

    @Test
    void understandsWhatHelpSays() {
        assertThat(CommandLine.parse(List.of("demo")))
                .isEqualTo(new CommandLine(Command.DEMO, Optional.empty(), false, false, false, false, 0));
        assertThat(CommandLine.parse(List.of("demo", "--keep")).keep()).isTrue();
        assertThat(CommandLine.parse(List.of("demo", "--check")).command()).isEqualTo(Command.CHECK);
        assertThat(CommandLine.parse(List.of("up", "--data", "elsewhere", "--shift-ports", "1000")))
                .isEqualTo(new CommandLine(
                        Command.UP, Optional.of(Path.of("elsewhere")), false, false, false, false, 1000));
        assertThat(CommandLine.parse(List.of("up", "--say-again")).sayAgain()).isTrue();
        assertThat(CommandLine.parse(List.of("up", "--build-histories")).buildHistories())
                .isTrue();
        assertThat(CommandLine.parse(List.of("up", "--accept-restored")).acceptRestored())
                .isTrue();
    }

    @Test
    void keepsItsDataWhereItIsSaidTo() {
        assertThat(CommandLine.parse(List.of("demo")).ownFolder()).contains(Path.of("data/demo"));
        assertThat(CommandLine.parse(List.of("up")).ownFolder()).contains(Path.of("data/up"));
        assertThat(CommandLine.parse(List.of("demo", "--check")).ownFolder()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dance",
                "up --check",
                "up --keep",
                "demo --say-again",
                "demo --build-histories",
                "demo --accept-restored",
                "demo --data",
                "demo --shift-ports many",
                "demo now"
            })
    void saysInOneLineWhatMakesNoSense(String words) {
        assertThatThrownBy(() -> CommandLine.parse(words.isEmpty() ? List.of() : List.of(words.split(" "))))
                .isInstanceOf(CannotStart.class)
                .message()
                .hasLineCount(1);
    }
}
