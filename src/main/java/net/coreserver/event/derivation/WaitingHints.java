package net.coreserver.event.derivation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The hints about one interface that wait for a poll. For one thread at a time. */
final class WaitingHints {

    /** How many are kept: the first ones and the last ones, which say most. */
    private static final int MAX = 16;

    /** A target that answers from a cache, as netconfd does, may be behind by a second. */
    private static final Duration LONGEST_CACHE = Duration.ofMillis(1_200);

    private static final Duration MARGIN = Duration.ofMillis(300);

    private final List<LinkHint> hints = new ArrayList<>(1);
    private int leftOut;
    private @Nullable Instant doubtedUntil;

    /**
     * One more.
     *
     * @return the one for which there is no room any more; null when there is room for all
     */
    @Nullable LinkHint add(LinkHint hint) {
        LinkHint tooMany = null;
        if (hints.size() == MAX) {
            tooMany = hints.remove(MAX / 2);
            leftOut++;
        }
        hints.add(hint);
        return tooMany;
    }

    boolean isEmpty() {
        return hints.isEmpty();
    }

    Instant oldest() {
        return hints.getFirst().heardAt();
    }

    /** All of them. */
    HintGroup all() {
        return new HintGroup(hints, leftOut);
    }

    /**
     * Those that came before a poll started.
     *
     * @param now the time; where it is before that of a hint, the clock was set back, and the hint must not wait for it
     */
    List<LinkHint> before(Instant pollStarted, Instant now) {
        return hints.stream()
                .takeWhile(hint -> isBefore(hint, pollStarted, now))
                .toList();
    }

    /** Those at the beginning of what came after a poll started for which something holds. */
    List<LinkHint> firstAfter(Instant pollStarted, Instant now, Predicate<LinkHint> holds) {
        return hints.stream()
                .dropWhile(hint -> isBefore(hint, pollStarted, now))
                .takeWhile(holds)
                .toList();
    }

    private static boolean isBefore(LinkHint hint, Instant pollStarted, Instant now) {
        return !hint.heardAt().isAfter(pollStarted) || hint.heardAt().isAfter(now);
    }

    /** Takes these out: they are told. */
    HintGroup take(List<LinkHint> told) {
        HintGroup group = new HintGroup(told, told.isEmpty() ? 0 : leftOut);
        if (!told.isEmpty()) {
            leftOut = 0;
            doubtedUntil = null;
            // Two of them may be equal, and only one be told.
            Set<LinkHint> gone = Collections.newSetFromMap(new IdentityHashMap<>());
            gone.addAll(told);
            hints.removeIf(gone::contains);
        }
        return group;
    }

    /**
     * Whether a poll that contradicts them can be believed: it is the second, and so much later that no cache is behind it.
     *
     * @param pollStarted when it started
     * @param now the time
     */
    boolean isRefutedBy(Instant pollStarted, Instant now) {
        if (doubtedUntil == null) {
            doubtedUntil = now.plus(LONGEST_CACHE);
            return false;
        }
        return !pollStarted.isBefore(doubtedUntil);
    }

    /** When the next poll can say more. */
    Instant nextPoll(Instant now) {
        return doubtedUntil == null ? now : doubtedUntil.plus(MARGIN);
    }
}
