package org.natter.feedback.measure;

import java.util.OptionalDouble;
import java.util.function.ToIntFunction;

/**
 * O2, the share of talks that were with somebody new, over what each person who answered said: mentions, not pairs.
 *
 * <p>A mention of a guest is new unless either of the two says that they knew each other. Shares from 0 to 1. Source:
 * measures, O2 and section 10; Ingram and Morris 2007.
 */
public record NewFaces(int named, int namedNew, int all, int allNew, int behindNew, int behindKnown) {

    public static NewFaces of(Crowd crowd) {
        var named = sum(crowd, voice -> voice.named().size());
        var namedNew = sum(crowd, voice -> namedNew(crowd, voice));
        var unnamed = sum(crowd, Voice::unnamed);
        var unnamedKnown = sum(crowd, Voice::unnamedKnown);
        return new NewFaces(
                named,
                namedNew,
                named + unnamed,
                namedNew + unnamed - unnamedKnown,
                (int) crowd.voices().stream()
                        .filter(voice -> allNew(crowd, voice) > 0)
                        .count(),
                (int) crowd.voices().stream()
                        .filter(voice -> allNew(crowd, voice) < voice.named().size() + voice.unnamed())
                        .count());
    }

    /** S over named people only; undefined if nobody was named. */
    public OptionalDouble shareOfNamed() {
        return Ratio.of(namedNew, named);
    }

    /** S = ΣNew/ΣN, people whose names were missed included; undefined if nobody talked. */
    public OptionalDouble share() {
        return Ratio.of(allNew, all);
    }

    private static int allNew(Crowd crowd, Voice voice) {
        return namedNew(crowd, voice) + voice.unnamed() - voice.unnamedKnown();
    }

    private static int namedNew(Crowd crowd, Voice voice) {
        return (int) voice.named().stream()
                .filter(mention -> !crowd.known(Pair.of(voice.writer(), mention.other())))
                .count();
    }

    private static int sum(Crowd crowd, ToIntFunction<Voice> of) {
        return crowd.voices().stream().mapToInt(of).sum();
    }
}
