package net.coreserver.metrics;

import java.util.List;
import java.util.stream.Stream;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.Snapshot;
import net.coreserver.monitor.Monitor;
import net.coreserver.monitor.MonitoredTarget;

/** Makes what scrapes get. Safe for use by any number of threads. */
public final class Expositions {

    private static final int LABELS_LENGTH = 64;
    private static final byte[] NOTHING = {};

    /** What a probe tells of itself, as exporters of many targets do. */
    private static final List<Section> OF_PROBE = List.of(
            new Section.OfTarget(
                    Family.gauge(
                            "probe_success", "Whether it is known what the target is like now: 1 when it is, else 0."),
                    (view, out) -> {
                        out.octet(view.snapshot() == null ? '0' : '1');
                        return true;
                    }),
            TargetFamilies.duration(
                    Family.gauge("probe_duration_seconds", "seconds", "How long the poll took that this is told from."),
                    view -> {
                        Snapshot snapshot = view.snapshot();
                        return snapshot == null ? null : snapshot.pollDuration();
                    }));

    private final Monitor monitor;
    private final Tallies tallies;
    private final MetricsSettings settings;

    /**
     * Makes the maker.
     *
     * @param monitor knows the targets
     * @param tallies listens to the same monitor
     * @param settings what they are like
     */
    public Expositions(Monitor monitor, Tallies tallies, MetricsSettings settings) {
        this.monitor = monitor;
        this.tallies = tallies;
        this.settings = settings;
    }

    /**
     * All targets as they are now.
     *
     * @param format how it is written
     * @param tail other families, already in this format, without the end
     * @return the exposition
     */
    public Exposition ofAll(ExpositionFormat format, byte[] tail) {
        List<TargetView> views = monitor.targets().stream()
                .map(target -> view(target, labels(target), Expositions::appendInterface))
                .toList();
        return exposition(format, Stream.of(TargetFamilies.ALL, InterfaceFamilies.ALL), views, tail);
    }

    /**
     * One target as it is now, for a scraper that knows itself which one it asks for: nothing in it names the target.
     *
     * @param target which
     * @param module what the metrics are named
     * @param format how it is written
     * @return the exposition
     */
    public Exposition ofOne(MonitoredTarget target, ProbeModule module, ExpositionFormat format) {
        return switch (module) {
            case NETCONF ->
                exposition(
                        format,
                        Stream.of(OF_PROBE, TargetFamilies.ALL, InterfaceFamilies.ALL),
                        List.of(view(target, NOTHING, Expositions::appendInterface)),
                        NOTHING);
            case IF_MIB ->
                exposition(
                        format,
                        Stream.of(OF_PROBE, IfMibFamilies.ALL),
                        List.of(view(target, NOTHING, IfMibFamilies::appendLabels)),
                        NOTHING);
        };
    }

    private Exposition exposition(
            ExpositionFormat format, Stream<List<Section>> sections, List<TargetView> views, byte[] tail) {
        return new Exposition(
                format, settings.hasTimestamps(), sections.flatMap(List::stream).toList(), views, tail);
    }

    private TargetView view(MonitoredTarget target, byte[] labels, TargetView.InterfaceLabels interfaceLabels) {
        return new TargetView(target.target(), target.latest(), tallies.of(target), labels, interfaceLabels);
    }

    private byte[] labels(MonitoredTarget target) {
        Octets out = new Octets(LABELS_LENGTH);
        out.label("target", target.target().name());
        for (TargetLabel label : settings.targetLabels()) {
            String value = target.target().labels().get(label.key());
            if (value != null) {
                out.label(label.name(), value);
            }
        }
        return out.toByteArray();
    }

    private static void appendInterface(InterfaceSample sample, Octets out) {
        out.label("interface", sample.name());
    }
}
