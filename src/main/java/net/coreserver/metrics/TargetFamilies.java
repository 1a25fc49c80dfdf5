package net.coreserver.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.Snapshot;
import net.coreserver.monitor.PollReport;
import net.coreserver.monitor.TargetStatus;
import net.coreserver.netconf.FailureKind;
import org.jspecify.annotations.Nullable;

/** What is told of each target, however it is. */
final class TargetFamilies {

    static final List<Section> ALL = List.of(
            number(
                    Family.gauge(
                            "netconf_target_up", "Whether a session with the target is open: 1 when it is, else 0."),
                    view -> view.observation().status().state().isConnected() ? 1 : 0),
            number(
                    Family.gauge(
                            "netconf_target_enabled",
                            "Whether the target is to be polled at all: 1 when it is, else 0."),
                    view -> view.target().enabled() ? 1 : 0),
            time(
                    Family.gauge(
                            "netconf_target_last_success_timestamp_seconds",
                            "seconds",
                            "When the last successful poll ended."),
                    view -> view.observation().status().lastSuccess()),
            duration(
                    Family.gauge(
                            "netconf_target_poll_duration_seconds",
                            "seconds",
                            "How long the last poll took, whether or not it succeeded."),
                    view -> {
                        PollReport poll = lastPoll(view);
                        return poll == null ? null : poll.duration();
                    }),
            duration(
                    Family.gauge(
                            "netconf_target_poll_lateness_seconds",
                            "seconds",
                            "How much later than planned the last poll started."),
                    view -> {
                        PollReport poll = lastPoll(view);
                        return poll == null ? null : poll.lateness();
                    }),
            duration(
                    Family.gauge(
                            "netconf_target_poll_interval_seconds",
                            "seconds",
                            "How far the polls are apart now; longer than configured for a target that answers slowly."),
                    TargetFamilies::interval),
            number(
                    Family.counter("netconf_target_polls", "Polls that have ended, whether or not they succeeded."),
                    view -> view.tally().polls()),
            new Section.OfTargetAnd<>(
                    Family.counter(
                            "netconf_target_failures",
                            "Polls and attempts to connect that have failed, by what went wrong."),
                    "kind",
                    List.of(FailureKind.values()),
                    FailureKind::word,
                    (view, kind) -> view.tally().failures(kind)),
            number(
                    Family.gauge(
                            "netconf_target_consecutive_failures",
                            "Polls and attempts to connect that have failed since the last success."),
                    view -> view.observation().status().consecutiveFailures()),
            known(
                    Family.gauge(
                            "netconf_target_interfaces",
                            "How many interfaces the target has; absent when that is not known now."),
                    snapshot -> snapshot.interfaces().size()),
            known(
                    Family.gauge(
                            "netconf_target_anomalies",
                            "How many values the target sent, in the last poll, that cannot be, such as negative counters;"
                                    + " absent when that is not known now."),
                    TargetFamilies::anomalies));

    /** A whole number of a target. */
    @FunctionalInterface
    private interface Count {
        long of(TargetView view);
    }

    /** A whole number of a snapshot. */
    @FunctionalInterface
    private interface CountOfSnapshot {
        long of(Snapshot snapshot);
    }

    /** A time of a target. */
    @FunctionalInterface
    private interface Time {
        @Nullable Instant of(TargetView view);
    }

    /** A duration of a target. */
    @FunctionalInterface
    interface Span {
        @Nullable Duration of(TargetView view);
    }

    private TargetFamilies() {}

    private static Section number(Family family, Count count) {
        return new Section.OfTarget(family, (view, out) -> {
            out.unsigned(count.of(view));
            return true;
        });
    }

    private static long anomalies(Snapshot snapshot) {
        long count = 0;
        for (InterfaceSample sample : snapshot.interfaces()) {
            count += sample.anomalies().size();
        }
        return count;
    }

    /** Of what is so now. */
    private static Section known(Family family, CountOfSnapshot count) {
        return new Section.OfTarget(family, (view, out) -> {
            Snapshot snapshot = view.snapshot();
            if (snapshot != null) {
                out.unsigned(count.of(snapshot));
            }
            return snapshot != null;
        });
    }

    private static Section time(Family family, Time time) {
        return new Section.OfTarget(family, (view, out) -> {
            Instant at = time.of(view);
            if (at != null) {
                out.seconds(at);
            }
            return at != null;
        });
    }

    static Section duration(Family family, Span span) {
        return new Section.OfTarget(family, (view, out) -> {
            Duration duration = span.of(view);
            if (duration != null) {
                out.seconds(duration);
            }
            return duration != null;
        });
    }

    /** The last poll of this run of the service. */
    private static @Nullable PollReport lastPoll(TargetView view) {
        TargetStatus status = view.observation().status();
        return status.isRemembered() ? null : status.lastPoll();
    }

    private static Duration interval(TargetView view) {
        Duration stretched = view.observation().status().stretchedInterval();
        return stretched == null ? view.target().pollInterval() : stretched;
    }
}
