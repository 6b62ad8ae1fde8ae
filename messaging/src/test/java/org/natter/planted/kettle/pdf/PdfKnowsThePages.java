package org.natter.planted.kettle.pdf;

import org.springframework.http.HttpStatus;

/** Planted: HTTP in the edge that draws. */
record PdfKnowsThePages(HttpStatus status) {}
