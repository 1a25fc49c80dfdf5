package net.coreserver.metrics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.Snapshot;
import net.coreserver.monitor.Observation;
import net.coreserver.target.Target;
import org.jspecify.annotations.Nullable;

/**
 * A target as one scrape sees it: looked at once, however long the scrape takes. The labels of its interfaces, which stand in many
 * families, are written once.
 */
final class TargetView {

    private static final int LABELS_LENGTH = 64;

    private final Target target;
    private final Observation observation;
    private final Tally tally;
    private final byte[] labels;
    private final InterfaceLabels interfaceLabels;

    // Until the first line of an interface is written.
    private @Nullable List<InterfaceSample> interfaces;
    private byte[] texts = {};
    private int[] ends = {};

    /** Writes the labels of an interface. */
    @FunctionalInterface
    interface InterfaceLabels {

        /**
         * Writes them.
         *
         * @param out may hold labels already
         */
        void append(InterfaceSample sample, Octets out);
    }

    /**
     * Looks at a target.
     *
     * @param labels of all that is told of it, as text
     * @param interfaceLabels of its interfaces, besides these
     */
    TargetView(Target target, Observation observation, Tally tally, byte[] labels, InterfaceLabels interfaceLabels) {
        this.target = target;
        this.observation = observation;
        this.tally = tally;
        this.labels = labels;
        this.interfaceLabels = interfaceLabels;
    }

    Target target() {
        return target;
    }

    Observation observation() {
        return observation;
    }

    Tally tally() {
        return tally;
    }

    byte[] labels() {
        return labels;
    }

    /** {@return what is so now; null when that is not known, so that nothing old looks alive} */
    @Nullable Snapshot snapshot() {
        return observation.isStale() ? null : observation.snapshot();
    }

    /** {@return when its interfaces were seen} */
    Instant takenAt() {
        Snapshot snapshot = snapshot();
        return snapshot == null ? Instant.EPOCH : snapshot.takenAt();
    }

    /** {@return its interfaces, each name once; none when it is not known what they are like now} */
    List<InterfaceSample> interfaces() {
        List<InterfaceSample> known = interfaces;
        if (known == null) {
            known = distinct();
            interfaces = known;
            writeLabels(known);
        }
        return known;
    }

    /** A reply may hold a name twice; then there is only the first. */
    private List<InterfaceSample> distinct() {
        Snapshot snapshot = snapshot();
        if (snapshot == null) {
            return List.of();
        }
        List<InterfaceSample> all = snapshot.interfaces();
        List<InterfaceSample> first = new ArrayList<>(all.size());
        Set<String> names = HashSet.newHashSet(all.size());
        for (InterfaceSample sample : all) {
            if (names.add(sample.name())) {
                first.add(sample);
            }
        }
        return first;
    }

    private void writeLabels(List<InterfaceSample> samples) {
        Octets written = new Octets(samples.size() * LABELS_LENGTH);
        Octets one = new Octets(LABELS_LENGTH);
        ends = new int[samples.size()];
        for (int i = 0; i < ends.length; i++) {
            one.truncate(0);
            one.octets(labels);
            interfaceLabels.append(samples.get(i), one);
            one.copyTo(written);
            ends[i] = written.length();
        }
        texts = written.toByteArray();
    }

    /** Writes the labels of an interface. */
    void appendLabels(int index, Octets out) {
        out.octets(texts, index == 0 ? 0 : ends[index - 1], ends[index]);
    }
}
