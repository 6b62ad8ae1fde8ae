package org.natter.messaging.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * Every consumer group of an application has a restart test; a subclass names the application.
 *
 * <p>Guarantee: groups are read from the configuration that runs, tests are found by {@link RestartTestOf}; a test of a
 * group that nobody configures fails as well.
 */
public abstract class RestartTestsContract {

    private static final String PLANTED = "org/natter/messaging/kit/planted-application.yaml";

    /** The application's configuration file on the classpath. */
    protected abstract String configuration();

    @Test
    void everyConsumerGroupHasARestartTest() {
        assertThat(groupsIn(configuration())).isNotEmpty().isEqualTo(tested());
    }

    @Test
    void aGroupWithoutARestartTestIsCaught() {
        var untested = groupsIn(PLANTED);

        untested.removeAll(tested());

        assertThat(untested).containsExactly("planted.untested");
    }

    private Set<String> tested() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(RestartTestOf.class));
        return scanner.findCandidateComponents(getClass().getPackageName()).stream()
                .map(found -> ClassUtils.resolveClassName(
                        Objects.requireNonNull(found.getBeanClassName()),
                        getClass().getClassLoader()))
                .flatMap(test -> Arrays.stream(Objects.requireNonNull(test.getAnnotation(RestartTestOf.class))
                        .value()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> groupsIn(String file) {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource(file));
        var settings = Objects.requireNonNull(yaml.getObject());
        return settings.stringPropertyNames().stream()
                .filter(name -> name.matches("spring\\.cloud\\.stream\\.bindings\\.[^.]+-in-0\\.group"))
                .map(settings::getProperty)
                // One of a kind for each instance: the instance's name is not the group's.
                .map(group -> group.replaceFirst("\\.\\$\\{[^}]+}$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
