package org.natter.web.services;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a command that carries its own id, or says how things are to be: sent twice, it has happened once. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface TwiceIsOnce {}
