package org.natter.web.forms;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** One choice of a form: what it sends and the bundle's key of its words. */
public record Option(String value, String message) {

    /** These constants in their order; their words stand under {@code prefix} and the constant's name. */
    public static List<Option> of(String prefix, Collection<? extends Enum<?>> constants) {
        return constants.stream()
                .map(constant -> new Option(constant.name(), prefix + constant.name()))
                .toList();
    }

    /** All constants of this type. */
    public static List<Option> of(String prefix, Class<? extends Enum<?>> type) {
        return of(prefix, Arrays.asList(type.getEnumConstants()));
    }
}
