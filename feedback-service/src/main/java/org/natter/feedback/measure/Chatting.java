package org.natter.feedback.measure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * C1 to C7, does chatting count? Of a region's season: talks by the kind written down within days, and what came of them
 * months later.
 *
 * <p>Something overheard has no talk and stays outside C1 to C6. It cannot say that the chat caused anything, nor that those
 * who did not answer had nothing. Source: measures, section 8.
 */
public record Chatting(Talks talks, List<Good> goods, int overheard, Followed followed) {

    private static final int LEAST_GOODS = 10;
    private static final double HALF = 0.5;
    private static final double HUNDRED = 100;
    private static final double LESS_OFTEN_BELOW = 0.8;
    private static final double AS_OFTEN_BELOW = 1.25;
    private static final double A_LITTLE_TO = 2;

    public Chatting {
        goods = List.copyOf(goods);
    }

    /** What sort of talk it was; where the two sides differ it was both. */
    public enum Kind {
        CHAT(1),
        USEFUL(0),
        BOTH(HALF);

        private final double chat;

        Kind(double chat) {
            this.chat = chat;
        }

        /** How much of it was just a chat, from 0 to 1. */
        public double chat() {
            return chat;
        }
    }

    /** How many talks were of which kind: reported pairs with a kind, frozen as the form closed. */
    public record Talks(int chat, int useful, int both) {

        double chats() {
            return chat + both * HALF;
        }

        double usefuls() {
            return useful + both * HALF;
        }
    }

    /** One good thing: by how many links it came, first one first; never empty. */
    public record Good(List<Kind> links) {

        public Good {
            links = List.copyOf(links);
            if (links.isEmpty()) {
                throw new IllegalArgumentException("it came of something");
            }
        }

        /** The share of its links that were just a chat. */
        double credit() {
            return links.stream().mapToDouble(Kind::chat).sum() / links.size();
        }

        public boolean beganAsAChat() {
            return links.get(0) == Kind.CHAT;
        }
    }

    /** Chats whose people were asked again, of those the ones with an answer, and of those the ones of which something came. */
    public record Followed(int asked, int answered, int withOutcome) {}

    /** How many good things began as just a chat. */
    public int beganAsAChat() {
        return (int) goods.stream().filter(Good::beganAsAChat).count();
    }

    /** C1: good things whose first link is a chat, of all, with the interval; undefined of none. */
    public Optional<Interval> first() {
        return Interval.of(beganAsAChat(), goods.size());
    }

    /** C2: the credit that goes to chats, of all; undefined of none. */
    public OptionalDouble credit() {
        return Ratio.of(chatCredit(), goods.size());
    }

    /** C3: how many of all talks are just chats; undefined without talks. */
    public OptionalDouble baseRate() {
        return Ratio.of(talks.chats(), talks.chats() + talks.usefuls());
    }

    /** C4: C2/C3; 1 is a fair share. */
    public OptionalDouble lift() {
        return Ratio.of(credit(), baseRate());
    }

    /** C4 by first link: C1/C3. */
    public OptionalDouble firstLift() {
        return Ratio.of(Ratio.of(beganAsAChat(), goods.size()), baseRate());
    }

    /** C5: good things for each hundred chats. */
    public OptionalDouble chatYield() {
        return Ratio.of(HUNDRED * chatCredit(), talks.chats());
    }

    /** C5: good things for each hundred useful talks. */
    public OptionalDouble usefulYield() {
        return Ratio.of(HUNDRED * (goods.size() - chatCredit()), talks.usefuls());
    }

    /** C6: of the chats with an answer, those of which something came. */
    public OptionalDouble chatToOutcome() {
        return Ratio.of(followed.withOutcome(), followed.answered());
    }

    /** C6, the floor: of all chats that were asked about. */
    public OptionalDouble chatToOutcomeFloor() {
        return Ratio.of(followed.withOutcome(), followed.asked());
    }

    /** C7: things overheard, of everything that came of it. */
    public OptionalDouble overheardShare() {
        return Ratio.of(overheard, overheard + goods.size());
    }

    private double chatCredit() {
        return goods.stream().mapToDouble(Good::credit).sum();
    }

    /** Whether chats had their share of what came of it. */
    public enum Verdict {
        MORE,
        FAIR,
        LESS
    }

    /** How often useful talk paid off, beside chats. */
    public enum Payoff {
        A_LITTLE_LESS,
        AS_OFTEN,
        A_LITTLE_MORE,
        MUCH_MORE;

        static Payoff of(double usefulToChat) {
            if (usefulToChat < LESS_OFTEN_BELOW) {
                return A_LITTLE_LESS;
            }
            if (usefulToChat <= AS_OFTEN_BELOW) {
                return AS_OFTEN;
            }
            return usefulToChat <= A_LITTLE_TO ? A_LITTLE_MORE : MUCH_MORE;
        }
    }

    /** A share of all talks in everyday words; the nearest of six. */
    public enum Fraction {
        QUARTER(0.25),
        THIRD(1.0 / 3),
        HALF(0.5),
        TWO_THIRDS(2.0 / 3),
        THREE_QUARTERS(0.75),
        NINE_IN_TEN(0.9);

        private static final double EXACT_WITHIN = 0.01;

        private final double share;

        Fraction(double share) {
            this.share = share;
        }

        static Fraction nearest(double share) {
            return Arrays.stream(values())
                    .min(Comparator.comparingDouble(one -> Math.abs(one.share - share)))
                    .orElseThrow();
        }

        boolean isAbout(double value) {
            return Math.abs(share - value) > EXACT_WITHIN;
        }
    }

    /** Whether chats had their share, by where the base rate lies beside the interval of C1; empty without talks or goods. */
    public Optional<Verdict> verdict() {
        var base = baseRate();
        return base.isEmpty()
                ? Optional.empty()
                : first().map(share -> {
                    if (share.within().holds(base.getAsDouble())) {
                        return Verdict.FAIR;
                    }
                    return base.getAsDouble() < share.within().low() ? Verdict.MORE : Verdict.LESS;
                });
    }

    /** How often useful talk paid off beside chats; empty where either has no talks, or nothing came of chats. */
    public Optional<Payoff> payoff() {
        var ratio = Ratio.of(usefulYield(), chatYield());
        return ratio.isEmpty() ? Optional.empty() : Optional.of(Payoff.of(ratio.getAsDouble()));
    }

    /**
     * What may be told.
     *
     * <p>{@code numbers} is empty where fewer than five people stand behind the good things that began as a chat, or behind the
     * rest; the share of them is then said in {@code share}'s word.
     */
    public record Sentence(
            Told.Band share,
            Fraction baseRate,
            boolean about,
            Verdict verdict,
            Optional<Payoff> payoff,
            Optional<Numbers> numbers) {}

    /** Good things, how many of them began as a chat, and good things for each hundred talks of a kind, rounded half up. */
    public record Numbers(int goods, int beganAsAChat, int chatPerHundred, int usefulPerHundred) {}

    /**
     * The sentence, from ten good things by five people; empty before.
     *
     * @param people how many stand behind all of it
     * @param behindChats how many behind what began as a chat
     * @param behindRest how many behind the rest
     */
    public Optional<Sentence> sentence(int people, int behindChats, int behindRest) {
        var base = baseRate();
        if (goods.size() < LEAST_GOODS || people < Gate.PEOPLE || base.isEmpty()) {
            return Optional.empty();
        }
        return verdict()
                .map(found -> new Sentence(
                        Told.Band.of(first().orElseThrow().share()),
                        Fraction.nearest(base.getAsDouble()),
                        Fraction.nearest(base.getAsDouble()).isAbout(base.getAsDouble()),
                        found,
                        payoff(),
                        Gate.lets(behindChats, behindRest) ? Optional.of(numbers()) : Optional.empty()));
    }

    private Numbers numbers() {
        return new Numbers(
                goods.size(), beganAsAChat(), (int) Math.floor(chatYield().orElse(0) + HALF), (int)
                        Math.floor(usefulYield().orElse(0) + HALF));
    }
}
