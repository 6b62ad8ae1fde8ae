package org.natter.local;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;

/** What a service alone keeps out of its log, four in one process keep out of theirs. */
class QuietLoggersTest {

    private static final String LEVEL = "logging.level.";

    @TempDir
    private Path folder;

    @Test
    void everyLevelOfTheServicesIsTheOneLogsToo() throws IOException, JoranException {
        var levels = new TreeMap<String, String>();
        for (var source :
                new YamlPropertySourceLoader().load("defaults", new ClassPathResource("messaging-defaults.yaml"))) {
            if (source instanceof EnumerablePropertySource<?> named) {
                for (String name : named.getPropertyNames()) {
                    if (name.startsWith(LEVEL)) {
                        levels.put(name.substring(LEVEL.length()), String.valueOf(named.getProperty(name)));
                    }
                }
            }
        }
        var context = new LoggerContext();
        context.putProperty("natter.log", folder.resolve("natter.log").toString());
        var reading = new JoranConfigurator();
        reading.setContext(context);
        reading.doConfigure(new ClassPathResource("logback.xml").getURL());

        assertThat(levels)
                .hasSizeGreaterThan(3)
                .allSatisfy(
                        (logger, level) -> assertThat(context.getLogger(logger).getEffectiveLevel())
                                .as(logger)
                                .hasToString(level));
        context.stop();
    }
}
