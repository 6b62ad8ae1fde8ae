package org.natter.planted.pot;

import org.springframework.stereotype.Component;

/** Planted: a framework in a core. */
@Component
final class KnowsAFramework {}
