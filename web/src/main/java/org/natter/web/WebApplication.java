package org.natter.web;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Starts web. Its settings are in {@code web.yaml}, so that it may share a JVM with the services. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
public class WebApplication {

    public static void main(String[] args) {
        application().run(args);
    }

    /** The application, not yet started; {@link SpringApplication} settings may be added. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(WebApplication.class).properties("spring.config.name=web");
    }
}
