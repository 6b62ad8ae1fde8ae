package org.natter.attendee.person;

/** The double keeps the promises of the store it stands for. */
class SignInAsksInMemoryTest extends SignInAsksContract {

    @Override
    protected SignInAsks empty() {
        return new SignInAsksInMemory();
    }
}
