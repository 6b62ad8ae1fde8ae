package org.natter.attendee.person;

/** The double keeps the promises of the store it stands for. */
class PrivateWordsInMemoryTest implements PrivateWordsContract {

    private final PrivateWords words = new PrivateWordsInMemory();

    @Override
    public PrivateWords words() {
        return words;
    }
}
