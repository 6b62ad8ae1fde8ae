package org.natter.attendee.person;

/** The double keeps the promises of the store it stands for. */
class SignInRequestsInMemoryTest extends SignInRequestsContract {

    @Override
    protected SignInRequests empty() {
        return new SignInRequestsInMemory();
    }
}
