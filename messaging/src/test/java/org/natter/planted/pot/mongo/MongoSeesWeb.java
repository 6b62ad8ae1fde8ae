package org.natter.planted.pot.mongo;

import org.natter.planted.pot.web.WebSees;

/** Planted: the mongo edge sees the web edge. */
record MongoSeesWeb(WebSees other) {}
