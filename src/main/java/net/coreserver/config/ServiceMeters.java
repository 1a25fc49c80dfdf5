package net.coreserver.config;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import net.coreserver.event.EventReader;
import net.coreserver.event.sink.SinkState;
import net.coreserver.event.sink.Sinks;
import net.coreserver.history.HistoryReader;
import net.coreserver.history.HistoryReport;
import net.coreserver.history.HistoryState;
import net.coreserver.monitor.Monitor;

/** The meters of the service's own parts: what waits in them, what they have done, and what they could not do. */
final class ServiceMeters implements MeterBinder {

    private final Monitor monitor;
    private final EventReader events;
    private final Sinks sinks;
    private final HistoryReader history;

    ServiceMeters(Monitor monitor, EventReader events, Sinks sinks, HistoryReader history) {
        this.monitor = monitor;
        this.events = events;
        this.sinks = sinks;
        this.history = history;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("coreserver.targets", monitor, all -> all.targets().size())
                .description("Targets that are monitored, those that are not enabled included.")
                .register(registry);
        Gauge.builder("coreserver.sessions.open", monitor, ServiceMeters::sessions)
                .description("NETCONF sessions over which targets are polled now.")
                .register(registry);
        FunctionCounter.builder("coreserver.events", events, EventReader::newest)
                .description("Events that the log was ever told of.")
                .register(registry);
        sinks.all().stream().map(SinkState::name).forEach(name -> bindSink(registry, name));
        bindHistory(registry);
    }

    private static double sessions(Monitor monitor) {
        return monitor.targets().stream()
                .filter(target -> target.latest().status().session() != null)
                .count();
    }

    private void bindSink(MeterRegistry registry, String sink) {
        sinkGauge(
                registry,
                "coreserver.sink.backlog",
                sink,
                SinkState::backlog,
                "Events that wait for the sink, at most.");
        sinkGauge(
                registry,
                "coreserver.sink.dead.letters",
                sink,
                SinkState::deadLetters,
                "Events that are kept and that the sink did not take.");
        sinkCounter(
                registry, "coreserver.sink.delivered", sink, SinkState::delivered, "Events that the sink has taken.");
        sinkCounter(
                registry,
                "coreserver.sink.discarded",
                sink,
                SinkState::discarded,
                "Events that were given up and are kept no longer.");
        sinkCounter(
                registry,
                "coreserver.sink.lost",
                sink,
                SinkState::lost,
                "Events that the log dropped before the sink could have them, at most.");
    }

    private void sinkGauge(
            MeterRegistry registry, String name, String sink, ToDoubleFunction<SinkState> value, String description) {
        Gauge.builder(name, sinks, all -> of(all, sink, value))
                .tag("sink", sink)
                .description(description)
                .register(registry);
    }

    private void sinkCounter(
            MeterRegistry registry, String name, String sink, ToDoubleFunction<SinkState> value, String description) {
        FunctionCounter.builder(name, sinks, all -> of(all, sink, value))
                .tag("sink", sink)
                .description(description)
                .register(registry);
    }

    private static double of(Sinks sinks, String name, ToDoubleFunction<SinkState> value) {
        return sinks.find(name).map(state -> value.applyAsDouble(state)).orElse(Double.NaN);
    }

    private void bindHistory(MeterRegistry registry) {
        historyGauge(
                registry,
                "coreserver.history.up",
                ServiceMeters::isKept,
                "Whether the history is written: 1 when it is, else 0.");
        historyGauge(
                registry, "coreserver.history.series", HistoryReport::series, "Interfaces of which something is kept.");
        historyGauge(
                registry,
                "coreserver.history.samples.waiting",
                HistoryReport::samplesWaiting,
                "Samples that wait to be written.");
        historyGauge(
                registry, "coreserver.history.size.octets", HistoryReport::octets, "The size of the history's files.");
        historyGauge(
                registry,
                "coreserver.history.max.size.octets",
                HistoryReport::octetsAtMost,
                "How large the history's files may become.");
        historyCounter(
                registry, "coreserver.history.samples.kept", HistoryReport::samplesKept, "Samples that were written.");
        historyCounter(
                registry,
                "coreserver.history.samples.dropped",
                HistoryReport::samplesDropped,
                "Samples that were not written, since too many waited, or since the clock was set back.");
    }

    private static double isKept(HistoryReport report) {
        return switch (report.state()) {
            case HistoryState.Kept _ -> 1;
            case HistoryState.Off _, HistoryState.Stopped _ -> 0;
        };
    }

    private void historyGauge(
            MeterRegistry registry, String name, ToDoubleFunction<HistoryReport> value, String description) {
        Gauge.builder(name, history, reader -> value.applyAsDouble(reader.report()))
                .description(description)
                .register(registry);
    }

    private void historyCounter(
            MeterRegistry registry, String name, ToDoubleFunction<HistoryReport> value, String description) {
        FunctionCounter.builder(name, history, reader -> value.applyAsDouble(reader.report()))
                .description(description)
                .register(registry);
    }
}
