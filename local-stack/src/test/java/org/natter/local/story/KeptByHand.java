package org.natter.local.story;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.natter.local.story.PlainNotebooks.Added;
import org.natter.local.story.PlainNotebooks.Kept;
import org.natter.local.story.PlainNotebooks.OwnCame;
import org.natter.local.story.PlainNotebooks.Pressed;
import org.natter.local.story.PlainNotebooks.Really;
import org.natter.local.story.PlainNotebooks.Removed;
import org.natter.web.services.AcquaintanceId;
import org.natter.web.services.Caller;
import org.natter.web.services.FeedbackApi.Direction;
import org.natter.web.services.FeedbackApi.OutcomeKind;
import org.natter.web.services.FormId;
import org.natter.web.services.HistoryApi.Acquaintance;
import org.natter.web.services.HistoryApi.Choices;
import org.natter.web.services.HistoryApi.MeetingWish;
import org.natter.web.services.HistoryApi.OwnOutcome;
import org.natter.web.services.HistoryApi.PageWish;

/** Everybody's own history, read as nobody else can, and what its owner keeps in it by hand. */
final class KeptByHand {

    private final Map<String, OwnHistory> histories = new ConcurrentHashMap<>();
    private final PlainRegion plain;
    private final PlayedRegion played;
    private final ServiceApis services;
    private final MailReader mails;
    private final Clock clock;

    KeptByHand(PlainRegion plain, PlayedRegion played, ServiceApis services, MailReader mails, Clock clock) {
        this.plain = plain;
        this.played = played;
        this.services = services;
        this.mails = mails;
        this.clock = clock;
    }

    List<String> lines(String owner) {
        return InLines.lines(historyOf(owner).read());
    }

    private OwnHistory historyOf(String owner) {
        return histories.computeIfAbsent(
                owner, name -> new OwnHistory(PlayedRegion.guest(name), services, mails, clock));
    }

    private Caller owner(Kept kept) {
        return historyOf(kept.owner()).caller();
    }

    private AcquaintanceId person(String owner, String whom) {
        return historyOf(owner).read().people().stream()
                .filter(one -> one.name().equals(whom) && !one.labelled())
                .map(Acquaintance::person)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(owner + " does not know " + whom));
    }

    private AcquaintanceId label(String owner, String words, int event) {
        return new AcquaintanceId(
                played.label(plain.events.get(event), owner, words).value());
    }

    void choose(String name) {
        Optional.ofNullable(plain.notebooks.shares.get(name)).ifPresent(shares -> {
            var caller = historyOf(name).caller();
            var seen = services.histories().choices(caller);
            services.histories()
                    .choose(caller, new Choices(shares.bothSaidSo(), shares.circles(), false).insteadOf(seen));
        });
    }

    void keep(Kept kept) {
        if (kept instanceof Added one) {
            add(one);
        } else if (kept instanceof Pressed one) {
            write(
                    one,
                    person(one.owner(), one.whom()),
                    new PageWish(
                            null, null, one.metAgain() ? true : null, one.keptInTouch() ? true : null, null, null));
        } else if (kept instanceof Removed one) {
            write(one, person(one.owner(), one.whom()), new PageWish(null, null, null, null, null, true));
        } else if (kept instanceof Really one) {
            write(
                    one,
                    label(one.owner(), one.words(), one.event()),
                    new PageWish(
                            null,
                            null,
                            null,
                            null,
                            one.isLabel()
                                    ? label(one.owner(), one.whom(), one.labelledAt())
                                    : person(one.owner(), one.whom()),
                            null));
        } else if (kept instanceof OwnCame one) {
            tell(one);
        } else {
            throw new IllegalStateException("Nobody keeps " + kept);
        }
    }

    private void write(Kept kept, AcquaintanceId about, PageWish page) {
        services.histories().keepPage(owner(kept), about, page);
    }

    private void add(Added one) {
        services.histories()
                .add(
                        owner(one),
                        new MeetingWish(
                                new FormId(one.id()),
                                one.isElsewhere()
                                        ? null
                                        : played.of(plain.events.get(one.event()))
                                                .id(),
                                one.isElsewhere() ? one.where() : null,
                                one.isElsewhere() ? one.on().toString() : null,
                                one.person().isEmpty() ? null : person(one.owner(), one.person()),
                                one.words().isEmpty() ? null : one.words(),
                                one.known(),
                                one.useful()));
    }

    private void tell(OwnCame one) {
        services.histories()
                .tell(
                        owner(one),
                        new OwnOutcome(
                                new FormId(one.id()),
                                OutcomeKind.valueOf(one.kind()),
                                Direction.valueOf(one.direction()),
                                one.month().getYear(),
                                one.month().getMonthValue(),
                                person(one.owner(), one.whom()),
                                ""));
    }
}
