package org.natter.attendee.mail;

class KnownFactsInMemoryTest implements KnownFactsContract {

    private final KnownFactsInMemory known = new KnownFactsInMemory();

    @Override
    public KnownFacts known() {
        return known;
    }
}
