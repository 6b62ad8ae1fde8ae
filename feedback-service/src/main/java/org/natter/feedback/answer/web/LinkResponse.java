package org.natter.feedback.answer.web;

import java.time.Instant;
import java.util.List;
import org.natter.feedback.answer.LinkPurpose;
import org.natter.feedback.answer.LinkState;
import org.natter.feedback.answer.LinkView;

record LinkResponse(
        String attendance,
        String event,
        int generation,
        LinkPurpose kind,
        LinkState state,
        Instant closesAt,
        boolean answered,
        List<Integer> steps) {

    static LinkResponse of(LinkView link) {
        return new LinkResponse(
                link.attendance().value(),
                link.event().value(),
                link.generation(),
                link.kind(),
                link.state(),
                link.closesAt(),
                link.answered(),
                link.steps());
    }
}
