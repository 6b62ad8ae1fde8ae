package org.natter.planted.kettle.web;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Autowired;

/** Planted: a field that is injected. */
final class InjectsAField {

    @Autowired
    Clock clock;
}
