package net.coreserver.event.derivation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.coreserver.event.EventKind;
import net.coreserver.interfaces.AdminStatus;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.OperStatus;
import net.coreserver.interfaces.Snapshot;
import net.coreserver.interfaces.Statistics;
import org.jspecify.annotations.Nullable;

/**
 * Tells what happened to the interfaces of a target between what was known of them and a new snapshot. A pure function.
 *
 * <p>Of a leaf that the snapshot does not have, what was known before stays known, and there is no change; nor is there one when
 * a leaf comes that was never there. Of a name that came twice in one reply, the first counts.
 */
final class SnapshotChanges {

    /**
     * What came of it.
     *
     * @param changes what happened, in the order of the interfaces; then those that vanished
     * @param known what is known from now on
     * @param isNews whether that is worth to be kept: whether more than counters differs
     */
    record Outcome(List<InterfaceChange> changes, KnownInterfaces known, boolean isNews) {}

    private final KnownInterfaces before;
    private final Snapshot snapshot;
    private final boolean sameSelection;
    private final Duration interval;
    private final Map<String, InterfaceSample> fuller = new HashMap<>();
    private final Set<String> resets = new HashSet<>();
    private final List<InterfaceChange> changes = new ArrayList<>();
    private boolean isNews;

    private SnapshotChanges(KnownInterfaces before, Snapshot snapshot, boolean sameSelection) {
        this.before = before;
        this.snapshot = snapshot;
        this.sameSelection = sameSelection;
        this.interval = before.until(snapshot);
    }

    /**
     * Compares.
     *
     * @param before what was known; null for nothing, which makes no changes
     * @param snapshot what is seen now
     * @param sameSelection whether the same interfaces were asked for; otherwise those that come and go do not count
     */
    static Outcome between(@Nullable KnownInterfaces before, Snapshot snapshot, boolean sameSelection) {
        if (before == null) {
            return new Outcome(List.of(), KnownInterfaces.of(snapshot, Map.of(), Set.of(), sizeOf(snapshot)), true);
        }
        return new SnapshotChanges(before, snapshot, sameSelection).compare();
    }

    private static int sizeOf(Snapshot snapshot) {
        int size = 0;
        String last = null;
        for (InterfaceSample sample : snapshot.interfaces()) {
            size += sample.name().equals(last) ? 0 : 1;
            last = sample.name();
        }
        return size;
    }

    private Outcome compare() {
        int size = 0;
        int met = 0;
        String last = null;
        for (InterfaceSample sample : snapshot.interfaces()) {
            // They are in the order of their names, and those of the same name in the order in which they came.
            if (sample.name().equals(last)) {
                continue;
            }
            last = sample.name();
            size++;
            InterfaceSample known = before.find(last);
            if (known == null) {
                appeared(sample);
            } else {
                met++;
                compare(known, sample);
            }
        }
        if (met < before.size()) {
            findVanished();
        }
        return new Outcome(
                List.copyOf(changes),
                KnownInterfaces.of(snapshot, Map.copyOf(fuller), Set.copyOf(resets), size),
                isNews);
    }

    private void compare(InterfaceSample known, InterfaceSample sample) {
        InterfaceSample now = sample;
        if (!isFull(known, sample)) {
            now = withWhatIsKnown(known, sample);
            fuller.put(sample.name(), now);
        }
        if (!InterfaceComparison.isSame(known, now)) {
            isNews = true;
            changes.addAll(InterfaceComparison.between(known, now));
        }
        InterfaceChange reset = InterfaceComparison.reset(known, now, interval);
        if (reset != null) {
            isNews = true;
            // Not every target moves its discontinuity-time in the very reply in which its counters began anew.
            if (!before.hasJustReset(sample.name())) {
                resets.add(sample.name());
                changes.add(reset);
            }
        } else if (!isNews) {
            isNews = hasFirst(known.statistics(), now.statistics());
        }
    }

    /** Whether this is the first time that the discontinuity-time is told. */
    private static boolean hasFirst(@Nullable Statistics known, @Nullable Statistics now) {
        return now != null && now.discontinuityTime() != null && (known == null || known.discontinuityTime() == null);
    }

    /** Whether a sample has all leaves of which something was known. */
    private static boolean isFull(InterfaceSample known, InterfaceSample sample) {
        return !lacks(sample.adminStatus(), known.adminStatus())
                && !lacks(sample.operStatus(), known.operStatus())
                && !lacks(sample.ifIndex(), known.ifIndex())
                && !lacks(sample.physAddress(), known.physAddress())
                && !lacks(sample.speedBitsPerSecond(), known.speedBitsPerSecond())
                && !lacks(sample.statistics(), known.statistics());
    }

    /** The sample, with what was known of the leaves that it does not have. */
    private static InterfaceSample withWhatIsKnown(InterfaceSample known, InterfaceSample sample) {
        return new InterfaceSample(
                sample.name(),
                null,
                null,
                either(sample.adminStatus(), known.adminStatus()),
                either(sample.operStatus(), known.operStatus()),
                null,
                either(sample.ifIndex(), known.ifIndex()),
                either(sample.physAddress(), known.physAddress()),
                either(sample.speedBitsPerSecond(), known.speedBitsPerSecond()),
                null,
                List.of(),
                List.of(),
                sample.ipv4(),
                sample.ipv6(),
                either(sample.statistics(), known.statistics()));
    }

    private static boolean lacks(@Nullable Object now, @Nullable Object known) {
        return now == null && known != null;
    }

    private static <T> @Nullable T either(@Nullable T now, @Nullable T known) {
        return now == null ? known : now;
    }

    private void appeared(InterfaceSample sample) {
        isNews = true;
        if (sameSelection) {
            changes.add(membership(sample, EventKind.INTERFACE_APPEARED, "appeared", sample.operStatus()));
        }
    }

    private void findVanished() {
        isNews = true;
        if (!sameSelection) {
            return;
        }
        String last = null;
        for (InterfaceSample known : before.all()) {
            if (!known.name().equals(last) && snapshot.find(known.name()).isEmpty()) {
                changes.add(membership(known, EventKind.INTERFACE_VANISHED, "vanished", null));
            }
            last = known.name();
        }
    }

    private static InterfaceChange membership(
            InterfaceSample sample, EventKind kind, String verb, @Nullable OperStatus now) {
        Map<String, Object> data = new LinkedHashMap<>();
        AdminStatus admin = sample.adminStatus();
        if (admin != null) {
            data.put("adminStatus", Excerpt.value(admin.word()));
        }
        OperStatus oper = sample.operStatus();
        if (oper != null) {
            data.put("operStatus", Excerpt.value(oper.word()));
        }
        String state = now == null ? "" : ", " + Excerpt.name(now.word());
        String message = "Interface " + Excerpt.name(sample.name()) + " " + verb + state;
        return InterfaceChange.of(sample.name(), kind, message, data, now);
    }
}
