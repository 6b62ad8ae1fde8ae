package org.natter.planted.kettle.schedule;

import org.springframework.http.HttpStatus;

/** Planted: HTTP in a timer. */
record ScheduleKnowsThePages(HttpStatus status) {}
