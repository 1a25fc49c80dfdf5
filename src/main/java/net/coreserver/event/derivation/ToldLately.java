package net.coreserver.event.derivation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.coreserver.interfaces.OperStatus;
import org.jspecify.annotations.Nullable;

/**
 * Which changes of state were told a short time ago, so that a hint that comes late is known to be about one of them. For one
 * thread at a time.
 */
final class ToldLately {

    /** How much later than its event a hint may come. */
    private static final Duration WINDOW = Duration.ofSeconds(10);

    /** The same for one that is replayed: a long replay takes its time. */
    private static final Duration REPLAY_WINDOW = Duration.ofMinutes(2);

    private static final int MAX_PER_INTERFACE = 16;
    private static final int MAX_INTERFACES = 10_000;

    private final Map<String, List<Told>> byInterface = new HashMap<>();

    /** One event. */
    private static final class Told {

        private final Instant at;
        private final @Nullable OperStatus state;
        private boolean claimed;

        Told(Instant at, @Nullable OperStatus state, boolean claimed) {
            this.at = at;
            this.state = state;
            this.claimed = claimed;
        }

        boolean mayBeMeantBy(LinkHint hint) {
            Duration window = hint.notification().isReplayed() ? REPLAY_WINDOW : WINDOW;
            return !at.isBefore(hint.heardAt().minus(window));
        }
    }

    /**
     * An event was told.
     *
     * @param state the state that it is about; null when that is not known, or the interface is gone
     * @param claimed whether a hint came with it
     */
    void add(String interfaceName, Instant at, @Nullable OperStatus state, boolean claimed) {
        if (byInterface.size() == MAX_INTERFACES && !byInterface.containsKey(interfaceName)) {
            return;
        }
        List<Told> told = byInterface.computeIfAbsent(interfaceName, name -> new ArrayList<>(1));
        if (told.size() == MAX_PER_INTERFACE) {
            told.removeFirst();
        }
        told.add(new Told(at, state, claimed));
    }

    /** Forgets what no hint can be about any more. */
    void forget(Instant now) {
        if (!byInterface.isEmpty()) {
            Instant oldest = now.minus(REPLAY_WINDOW);
            byInterface.values().removeIf(told -> {
                told.removeIf(each -> each.at.isBefore(oldest));
                return told.isEmpty();
            });
        }
    }

    void clear() {
        byInterface.clear();
    }

    /** Whether any event of the interface was told so lately that the hint may be about it. */
    boolean isAnyMeantBy(LinkHint hint) {
        return of(hint).stream().anyMatch(told -> told.mayBeMeantBy(hint));
    }

    /**
     * Takes hints, which are about one interface, to be about events that came without any: each about another.
     *
     * @return whether there are that many; if not, nothing is taken to be about anything
     */
    boolean claim(List<LinkHint> hints) {
        List<Told> claimed = new ArrayList<>();
        for (LinkHint hint : hints) {
            Told match = of(hint).stream()
                    .filter(told -> !told.claimed
                            && told.mayBeMeantBy(hint)
                            && hint.claim().fits(told.state))
                    .findFirst()
                    .orElse(null);
            if (match == null) {
                claimed.forEach(told -> told.claimed = false);
                return false;
            }
            match.claimed = true;
            claimed.add(match);
        }
        return true;
    }

    private List<Told> of(LinkHint hint) {
        return byInterface.getOrDefault(hint.interfaceName(), List.of());
    }
}
