package org.natter.messaging;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/**
 * Everything a service needs to speak and to listen; imported by its one configuration class.
 *
 * <p>Guarantee: nothing in it is static, so several applications live in one JVM.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MessagingSettings.class)
public class MessagingConfiguration {}
