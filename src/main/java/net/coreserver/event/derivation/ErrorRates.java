package net.coreserver.event.derivation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.coreserver.event.EventKind;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.Rates;
import net.coreserver.interfaces.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * Tells when the interfaces of a target begin to count errors or discards, and when they cease to. Nothing is kept of an
 * interface that counts none. For one thread at a time.
 */
final class ErrorRates {

    /** In errors, or discards, per second, both directions together. */
    private static final double CLIMBING = 1;

    private static final int SNAPSHOTS_IN_A_ROW = 2;
    private static final double QUIET_SECONDS = 60;

    private final Map<String, Erring> erring = new HashMap<>();

    /** An interface that counts errors, or has done so of late. */
    private static final class Erring {
        private @Nullable Rates latest;
        private int inARow;
        private boolean told;
        private double quietSeconds;
    }

    /** What is to be told of a new snapshot. */
    List<InterfaceChange> follow(Snapshot snapshot) {
        if (!erring.isEmpty()) {
            erring.keySet().removeIf(name -> snapshot.find(name).isEmpty());
        }
        List<InterfaceChange> changes = List.of();
        for (InterfaceSample sample : snapshot.interfaces()) {
            Rates rates = snapshot.rates(sample.name()).orElse(null);
            InterfaceChange change = rates == null ? null : follow(sample, rates);
            if (change != null) {
                changes = changes.isEmpty() ? new ArrayList<>() : changes;
                changes.add(change);
            }
        }
        return changes;
    }

    /** What is seen next has nothing to do with what was. */
    void forget() {
        erring.clear();
    }

    private @Nullable InterfaceChange follow(InterfaceSample sample, Rates rates) {
        double errors = sum(rates.inErrorsPerSecond(), rates.outErrorsPerSecond());
        double discards = sum(rates.inDiscardsPerSecond(), rates.outDiscardsPerSecond());
        boolean isQuiet = errors == 0 && discards == 0;
        Erring known = erring.get(sample.name());
        if (known == null) {
            if (isQuiet) {
                return null;
            }
            known = new Erring();
            erring.put(sample.name(), known);
        }
        // Polls in quick succession share the rates of the last two that were far enough apart, and so do two
        // interfaces
        // of one name.
        if (known.latest == rates) {
            return null;
        }
        known.latest = rates;
        known.inARow = errors >= CLIMBING || discards >= CLIMBING ? known.inARow + 1 : 0;
        known.quietSeconds = isQuiet ? known.quietSeconds + rates.intervalSeconds() : 0;
        if (!known.told && known.inARow >= SNAPSHOTS_IN_A_ROW) {
            known.told = true;
            return change(sample, rates, EventKind.ERRORS_CLIMBING, errors, discards);
        }
        if (known.quietSeconds >= QUIET_SECONDS) {
            erring.remove(sample.name());
            return known.told ? change(sample, rates, EventKind.ERRORS_CEASED, errors, discards) : null;
        }
        return null;
    }

    private static double sum(@Nullable Double in, @Nullable Double out) {
        return (in == null ? 0 : in) + (out == null ? 0 : out);
    }

    private static InterfaceChange change(
            InterfaceSample sample, Rates rates, EventKind kind, double errors, double discards) {
        Map<String, Object> data = new LinkedHashMap<>();
        put(data, "inErrorsPerSecond", rates.inErrorsPerSecond());
        put(data, "outErrorsPerSecond", rates.outErrorsPerSecond());
        put(data, "inDiscardsPerSecond", rates.inDiscardsPerSecond());
        put(data, "outDiscardsPerSecond", rates.outDiscardsPerSecond());
        String what = errors >= discards ? "errors" : "discards";
        String name = "Interface " + Excerpt.name(sample.name());
        String message = kind == EventKind.ERRORS_CLIMBING
                ? name + " counts " + Math.round(Math.max(errors, discards)) + " " + what + " per second"
                : name + " has counted no errors for a minute";
        return InterfaceChange.of(sample.name(), kind, message, data, sample.operStatus());
    }

    private static void put(Map<String, Object> data, String name, @Nullable Double value) {
        if (value != null) {
            data.put(name, Math.round(value * 1_000) / 1_000.0);
        }
    }
}
