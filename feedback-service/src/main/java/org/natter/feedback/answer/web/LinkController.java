package org.natter.feedback.answer.web;

import java.time.Clock;
import org.natter.feedback.answer.PersonalLink;
import org.natter.feedback.answer.PersonalLinks;
import org.natter.feedback.answer.ReadingLinks;
import org.natter.feedback.answer.UnknownLink;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LinkController {

    private final PersonalLinks links;
    private final ReadingLinks reading;
    private final Clock clock;

    LinkController(PersonalLinks links, ReadingLinks reading, Clock clock) {
        this.links = links;
        this.reading = reading;
        this.clock = clock;
    }

    @PostMapping("/links/read")
    LinkResponse read(@RequestBody TokenRequest request) {
        return LinkResponse.of(reading.read(verified(request), clock.instant()));
    }

    @PostMapping("/links/stop")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stop(@RequestBody TokenRequest request) {
        reading.stop(verified(request), clock.instant());
    }

    private PersonalLink verified(TokenRequest request) {
        return links.verified(request.text()).orElseThrow(UnknownLink::new);
    }
}
