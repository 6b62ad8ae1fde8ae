package org.natter.web.attendee.feedback;

import org.natter.web.attendee.Phrases;

/** What stands above every step; {@code initial} is all that is told of whose link it is, and may be empty. */
record Head(String initial, String title) {

    static Head of(Gathering gathering, Phrases phrases) {
        var greeting = gathering.greeting();
        return greeting == null ? nameless(phrases) : new Head(greeting.initial(), greeting.eventTitle());
    }

    /** Without attendee-service nobody has a name, not even the event. */
    static Head nameless(Phrases phrases) {
        return new Head("", phrases.say("feedback.title"));
    }
}
