package org.natter.messaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.DefaultPropertiesPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ClassPathResource;

/**
 * Puts the settings of {@code messaging-defaults.yaml} below everything a service says itself.
 *
 * <p>Guarantee: a service's configuration file names only its bindings; the functions to bind follow from their names.
 */
final class MessagingDefaults implements EnvironmentPostProcessor, Ordered {

    private static final String FUNCTIONS = "spring.cloud.function.definition";
    private static final Pattern INPUT =
            Pattern.compile("spring\\.cloud\\.stream\\.bindings\\.([A-Za-z0-9]+)-in-0\\.destination");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var sources = environment.getPropertySources();
        if (!environment.containsProperty(FUNCTIONS)) {
            var functions = new TreeSet<String>();
            for (var source : sources) {
                if (source instanceof EnumerablePropertySource<?> named) {
                    for (String name : named.getPropertyNames()) {
                        var input = INPUT.matcher(name);
                        if (input.matches()) {
                            functions.add(input.group(1));
                        }
                    }
                }
            }
            if (!functions.isEmpty()) {
                sources.addLast(
                        new MapPropertySource("natter-functions", Map.of(FUNCTIONS, String.join(";", functions))));
            }
        }
        sources.addLast(new MapPropertySource("messaging-defaults", withoutWhatTheApplicationSets(sources)));
    }

    /** An application's own default properties are moved to the very end later; they win all the same. */
    private static Map<String, Object> withoutWhatTheApplicationSets(MutablePropertySources sources) {
        var own = sources.get(DefaultPropertiesPropertySource.NAME);
        var defaults = new LinkedHashMap<String, Object>();
        try {
            for (var source : new YamlPropertySourceLoader()
                    .load("messaging-defaults", new ClassPathResource("messaging-defaults.yaml"))) {
                if (source instanceof EnumerablePropertySource<?> named) {
                    for (String name : named.getPropertyNames()) {
                        var value = named.getProperty(name);
                        if (value != null && (own == null || !own.containsProperty(name))) {
                            defaults.put(name, value);
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return defaults;
    }

    /** After the service's own file has been read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
