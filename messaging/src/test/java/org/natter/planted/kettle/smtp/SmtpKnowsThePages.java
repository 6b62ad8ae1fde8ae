package org.natter.planted.kettle.smtp;

import org.springframework.http.HttpStatus;

/** Planted: HTTP in the mail edge. */
record SmtpKnowsThePages(HttpStatus status) {}
