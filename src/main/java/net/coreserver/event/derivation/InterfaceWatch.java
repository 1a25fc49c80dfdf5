package net.coreserver.event.derivation;

import java.util.ArrayList;
import java.util.List;
import net.coreserver.interfaces.InterfaceSelection;
import net.coreserver.interfaces.InterfaceType;
import net.coreserver.interfaces.Snapshot;
import org.jspecify.annotations.Nullable;

/** Follows the interfaces of one target from snapshot to snapshot. For one thread at a time. */
final class InterfaceWatch {

    /**
     * What came of a snapshot.
     *
     * @param changes what happened
     * @param isNews whether there is something new to be kept
     */
    record Outcome(List<InterfaceChange> changes, boolean isNews) {}

    private final ErrorRates errorRates = new ErrorRates();
    private @Nullable KnownInterfaces known;
    private InterfaceSelection asked = InterfaceSelection.ALL;
    private String selection = fingerprint(InterfaceSelection.ALL);

    /**
     * How many snapshots more cannot be compared for interfaces that come and go: when others are asked for, it is not known
     * which of the two the first snapshot has that comes then.
     */
    private int uncertain;

    /** Begins, with the interfaces that are asked for. */
    void begin(InterfaceSelection first) {
        asked = first;
        selection = fingerprint(first);
    }

    /** Goes on with what was known when the service ran last, and which interfaces were asked for then. */
    void restore(@Nullable KnownInterfaces interfaces, String selectionThen) {
        known = interfaces;
        uncertain = selectionThen.equals(selection) ? 0 : 1;
    }

    @Nullable KnownInterfaces known() {
        return known;
    }

    /** The fingerprint of which interfaces are asked for. */
    String selection() {
        return selection;
    }

    /**
     * There is a new snapshot.
     *
     * @param askedNow which interfaces are asked for now
     */
    Outcome follow(Snapshot snapshot, InterfaceSelection askedNow) {
        boolean isNews = false;
        if (!askedNow.equals(asked)) {
            begin(askedNow);
            uncertain = 2;
            isNews = true;
        }
        boolean sameSelection = uncertain == 0;
        uncertain -= sameSelection ? 0 : 1;
        SnapshotChanges.Outcome outcome = SnapshotChanges.between(known, snapshot, sameSelection);
        known = outcome.known();
        List<InterfaceChange> ofErrors = errorRates.follow(snapshot);
        List<InterfaceChange> changes = outcome.changes();
        if (!ofErrors.isEmpty()) {
            changes = new ArrayList<>(changes);
            changes.addAll(ofErrors);
        }
        return new Outcome(changes, isNews || outcome.isNews());
    }

    /**
     * What comes next has nothing to do with what was.
     *
     * @return whether anything was known
     */
    boolean forget() {
        boolean wasKnown = known != null;
        known = null;
        errorRates.forget();
        return wasKnown;
    }

    private static String fingerprint(InterfaceSelection selection) {
        List<String> texts = new ArrayList<>(selection.names());
        selection.types().stream().map(InterfaceType::text).forEach(type -> texts.add(" " + type));
        return Fingerprint.of(texts);
    }
}
