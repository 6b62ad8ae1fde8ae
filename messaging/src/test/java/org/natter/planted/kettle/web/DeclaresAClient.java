package org.natter.planted.kettle.web;

import org.springframework.web.service.annotation.GetExchange;

/** Planted: HTTP to others, declared. */
interface DeclaresAClient {

    @GetExchange("/pots")
    String pots();
}
