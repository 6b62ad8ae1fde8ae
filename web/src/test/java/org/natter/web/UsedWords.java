package org.natter.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which keys of a bundle a source can ask for: whole ones, and those it puts together from parts. */
final class UsedWords {

    private static final Pattern WHOLE = Pattern.compile("[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*");
    private static final String PIECE = "(?:([\"'])([^\"']*)\\1|[\\w.]+(?:\\([^()]*\\))*)";
    private static final Pattern PIECES = Pattern.compile("\\+\\s*" + PIECE);
    private static final Pattern PUT_TOGETHER =
            Pattern.compile("([\"'])([a-z][A-Za-z0-9-]*(?:\\.[A-Za-z0-9-]+)*[.-])\\1"
                    + "((?:\\s*\\+\\s*(?:\"[^\"]*\"|'[^']*'|[\\w.]+(?:\\([^()]*\\))*))*)");
    private static final String ANYTHING = "([A-Za-z0-9_.-]+)";

    private final String source;
    private final Set<String> whole;
    private final Set<Pattern> shapes;
    private final Map<String, Boolean> known = new HashMap<>();

    UsedWords(String source) {
        this.source = source;
        this.whole = WHOLE.matcher(source).results().map(found -> found.group()).collect(Collectors.toSet());
        this.shapes = PUT_TOGETHER
                .matcher(source)
                .results()
                .map(found -> shape(found.group(2), found.group(3)))
                .distinct()
                .map(Pattern::compile)
                .collect(Collectors.toSet());
    }

    boolean has(String key) {
        var answer = known.get(key);
        if (answer == null) {
            answer = whole.contains(key) || isPutTogether(key) || hasAnEnding(key);
            known.put(key, answer);
        }
        return answer;
    }

    private boolean isPutTogether(String key) {
        return shapes.stream()
                .map(shape -> shape.matcher(key))
                .anyMatch(match -> match.matches()
                        && IntStream.rangeClosed(1, match.groupCount())
                                .mapToObj(match::group)
                                .allMatch(part -> !part.contains(".") || has(part)));
    }

    /** As in {@code key + ".first"}. */
    private boolean hasAnEnding(String key) {
        var dot = key.lastIndexOf('.');
        return dot > 0 && source.contains('"' + key.substring(dot) + '"') && has(key.substring(0, dot));
    }

    private static String shape(String beginning, String rest) {
        var parts = new ArrayList<String>();
        parts.add(Pattern.quote(beginning));
        PIECES.matcher(rest)
                .results()
                .forEach(piece -> parts.add(piece.group(2) == null ? ANYTHING : Pattern.quote(piece.group(2))));
        if (parts.size() == 1) {
            parts.add(ANYTHING);
        }
        return String.join("", parts);
    }
}
