package org.natter.planted.pot.smtp;

/** Planted: a public type of an edge. */
public interface SmtpSees {}
