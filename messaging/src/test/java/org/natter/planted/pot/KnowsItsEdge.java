package org.natter.planted.pot;

import org.natter.planted.pot.web.WebSees;

/** Planted: a core that knows an edge. */
record KnowsItsEdge(WebSees edge) {}
