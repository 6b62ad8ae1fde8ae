package org.natter.planted.pot;

import org.natter.messaging.Outbox;

/** Planted: more of the messaging library than a core may know. */
record KnowsTheOutbox(Outbox outbox) {}
