package org.natter.attendee.person;

import org.natter.attendee.WholeService;
import org.springframework.beans.factory.annotation.Autowired;

/** The words of the service itself. */
@WholeService
class StoredPrivateWordsTest implements PrivateWordsContract {

    private final PrivateWords words;

    @Autowired
    StoredPrivateWordsTest(PrivateWords words) {
        this.words = words;
    }

    @Override
    public PrivateWords words() {
        return words;
    }
}
