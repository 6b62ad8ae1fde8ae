package org.natter.planted.programme;

import org.natter.messaging.EventLog;

interface KnowsTheOutbox {

    EventLog log();
}
