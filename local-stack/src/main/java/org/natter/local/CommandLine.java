package org.natter.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.natter.local.stack.CannotStart;

/**
 * What was asked of {@code ./natter}.
 *
 * @param data the folder to keep everything in; empty means the command's own
 * @param keep go on with what an earlier demo left
 * @param sayAgain set Kafka's log aside and say everything again
 * @param buildHistories build the histories anew from everything ever said
 * @param acceptRestored go on with a store that is older than what was told
 * @param shift how far every port is moved up
 */
record CommandLine(
        Command command,
        Optional<Path> data,
        boolean keep,
        boolean sayAgain,
        boolean buildHistories,
        boolean acceptRestored,
        int shift) {

    private static final int HIGHEST_SHIFT = 30_000;

    enum Command {
        UP,
        DEMO,
        CHECK,
        FIGURES
    }

    /** @throws CannotStart if the words make no sense; the line says which */
    static CommandLine parse(List<String> words) {
        var command = command(words);
        Optional<Path> data = Optional.empty();
        var keep = false;
        var sayAgain = false;
        var buildHistories = false;
        var acceptRestored = false;
        var shift = 0;
        for (int i = 1; i < words.size(); i++) {
            var word = words.get(i);
            if (word.equals("--data") && i + 1 < words.size()) {
                data = Optional.of(Path.of(words.get(++i)));
            } else if (word.equals("--shift-ports") && i + 1 < words.size()) {
                shift = shift(words.get(++i));
            } else if (word.equals("--keep") && command == Command.DEMO) {
                keep = true;
            } else if (word.equals("--say-again") && command == Command.UP) {
                sayAgain = true;
            } else if (word.equals("--build-histories") && command == Command.UP) {
                buildHistories = true;
            } else if (word.equals("--accept-restored") && command == Command.UP) {
                acceptRestored = true;
            } else if (!word.equals("--check")) {
                throw CannotStart.because("\"" + word + "\" makes no sense here. See ./natter --help");
            }
        }
        return new CommandLine(command, data, keep, sayAgain, buildHistories, acceptRestored, shift);
    }

    /** Where the command keeps its data if no folder was said; none for what only tries something. */
    Optional<Path> ownFolder() {
        return switch (command) {
            case UP -> Optional.of(Path.of("data", "up"));
            case DEMO -> Optional.of(Path.of("data", "demo"));
            case CHECK, FIGURES -> Optional.empty();
        };
    }

    private static Command command(List<String> words) {
        if (words.isEmpty() || !List.of("up", "demo", "figures").contains(words.get(0))) {
            throw CannotStart.because("Say ./natter demo or ./natter up. See ./natter --help");
        }
        if (!words.get(0).equals("demo") && words.contains("--check")) {
            throw CannotStart.because("--check goes with demo. See ./natter --help");
        }
        if (!words.get(0).equals("demo")) {
            return words.get(0).equals("up") ? Command.UP : Command.FIGURES;
        }
        return words.contains("--check") ? Command.CHECK : Command.DEMO;
    }

    private static int shift(String number) {
        if (!number.matches("[0-9]{1,5}") || Integer.parseInt(number) > HIGHEST_SHIFT) {
            throw CannotStart.because("--shift-ports takes a number from 0 to " + HIGHEST_SHIFT + ".");
        }
        return Integer.parseInt(number);
    }
}
