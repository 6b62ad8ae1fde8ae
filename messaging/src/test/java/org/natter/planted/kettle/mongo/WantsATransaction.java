package org.natter.planted.kettle.mongo;

import org.springframework.transaction.annotation.Transactional;

/** Planted: a transaction. */
interface WantsATransaction {

    @Transactional
    void pour();
}
