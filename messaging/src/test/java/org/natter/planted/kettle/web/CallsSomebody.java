package org.natter.planted.kettle.web;

import java.net.http.HttpClient;

/** Planted: HTTP to others. */
record CallsSomebody(HttpClient client) {}
