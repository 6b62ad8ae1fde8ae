package org.natter.planted.programme.mongo;

import org.springframework.transaction.annotation.Transactional;

class WantsATransaction {

    @Transactional
    void write() {}
}
