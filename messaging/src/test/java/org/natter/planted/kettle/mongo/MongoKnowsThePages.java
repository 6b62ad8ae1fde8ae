package org.natter.planted.kettle.mongo;

import org.springframework.http.HttpStatus;

/** Planted: HTTP in the mongo edge. */
record MongoKnowsThePages(HttpStatus status) {}
