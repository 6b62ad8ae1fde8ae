package org.natter.web.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.natter.web.account.Allowances.Allowance;

/** What one form has taken of what strangers may ask; it counts unless the form is refused, for then nothing came of it. */
public final class Turns {

    private final Allowances allowances;
    private final Instant now;
    private final List<Taken> taken = new ArrayList<>();
    private boolean kept = true;

    Turns(Allowances allowances, Instant now) {
        this.allowances = allowances;
        this.now = now;
    }

    private record Taken(Allowance of, String whose) {}

    /** @throws AskedTooOften if there is none left; what was taken before it is handed back */
    Turns require(Allowance of, String whose) {
        var wait = allowances.take(of, whose, now);
        wait.ifPresent(until -> {
            handBack();
            throw AskedTooOften.waiting(until);
        });
        taken.add(new Taken(of, whose));
        return this;
    }

    Turns keepIfThereIsOne(Allowance of, String whose) {
        var one = kept && allowances.take(of, whose, now).isEmpty();
        if (one) {
            taken.add(new Taken(of, whose));
        }
        kept = one;
        return this;
    }

    /** Whether a place may be kept before it is confirmed. */
    public boolean kept() {
        return kept;
    }

    /** Nothing came of it: everything can be asked for again. */
    public void handBack() {
        taken.forEach(turn -> allowances.handBack(turn.of(), turn.whose(), now));
        taken.clear();
    }
}
