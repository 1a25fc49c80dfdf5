package net.coreserver.monitor;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.Rates;
import net.coreserver.interfaces.Snapshot;
import net.coreserver.netconf.DeadlineException;
import net.coreserver.netconf.NetconfException;
import net.coreserver.netconf.NetconfSession;
import net.coreserver.netconf.SessionTraffic;
import net.coreserver.target.Target;
import org.jspecify.annotations.Nullable;

/**
 * Polls one target, over one session after another: on its schedule, and when somebody asks. What it needs to know of the
 * target it looks up anew each time, so that another interval or deadline holds from the next poll on. For one thread.
 */
final class Poller {

    /** A server that was silent this often in a row has lost its session. */
    private static final int MAX_SILENT_POLLS = 2;

    private final Supplier<Target> target;
    private final InstantSource clock;
    private final Health health;
    private final PollRequests requests;
    private final PollSchedule schedule;
    private final RateTracker rateTracker = new RateTracker();
    private final Stretch stretch = new Stretch();
    private @Nullable PollReport failedWithSession;

    Poller(Supplier<Target> target, InstantSource clock, Health health, PollRequests requests, DoubleSupplier random) {
        this.target = target;
        this.clock = clock;
        this.health = health;
        this.requests = requests;
        this.schedule = new PollSchedule(random);
    }

    /** What was seen so far is of another device. */
    void forget() {
        rateTracker.reset();
        stretch.reset();
    }

    /** What comes is told by another model, whose counters may be others. */
    void readAnew() {
        rateTracker.reset();
    }

    /**
     * Polls over a session until it ends, which is always with an exception.
     *
     * @param inquiry asks for the interfaces over it
     * @param info describes the session
     * @param succeeded is told of each poll that succeeds
     */
    void pollOver(NetconfSession session, Inquiry inquiry, SessionInfo info, Runnable succeeded)
            throws InterruptedException {
        // Once for the whole session: each that is asked for stays with the session until it ends.
        CompletableFuture<NetconfException> ended = session.ended();
        var _ = ended.thenRun(requests::wake);
        schedule.begin(System.nanoTime(), interval());
        int silentPolls = 0;
        while (true) {
            awaitNext(ended);
            Poll poll = new Poll(session, inquiry);
            try {
                requests.begin();
                Snapshot snapshot = poll.perform();
                silentPolls = 0;
                succeeded.run();
                PollReport report = poll.report(snapshot.interfaces().size());
                health.polled(snapshot, info, report, stretched());
                requests.fulfil(snapshot);
            } catch (NetconfException e) {
                boolean isSilent = e instanceof DeadlineException;
                silentPolls = isSilent ? silentPolls + 1 : 0;
                if (isSilent) {
                    stretch.took(poll.elapsedSinceAsked(), target.get().pollInterval());
                }
                PollReport report = poll.report(null);
                if (silentPolls == MAX_SILENT_POLLS) {
                    failedWithSession = report;
                    session.abort();
                    throw e;
                }
                if (ended.isDone()) {
                    failedWithSession = report;
                }
                throwIfEnded(ended);
                health.pollFailed(e, info, report, stretched());
                requests.fail(e);
            }
            schedule.polled(System.nanoTime(), interval());
        }
    }

    /** Waits until a poll is due, or asked for. */
    private void awaitNext(CompletableFuture<NetconfException> ended) throws InterruptedException {
        boolean asked = false;
        while (!asked && !schedule.isDue(System.nanoTime())) {
            asked = requests.await(schedule.planned() - System.nanoTime());
            throwIfEnded(ended);
            stretch.adaptTo(target.get().pollInterval());
            schedule.follow(System.nanoTime(), interval());
        }
    }

    /** The report of the poll that failed as the session ended; null if there was none, and from then on. */
    @Nullable PollReport takeLastReport() {
        PollReport report = failedWithSession;
        failedWithSession = null;
        return report;
    }

    private @Nullable Duration stretched() {
        return stretch.isStretched() ? interval() : null;
    }

    private Duration interval() {
        return stretch.effective(target.get().pollInterval());
    }

    /** Throws the reason when the session has ended. */
    private static void throwIfEnded(CompletableFuture<NetconfException> ended) {
        NetconfException reason = ended.getNow(null);
        if (reason != null) {
            throw reason;
        }
    }

    /** One poll. */
    private final class Poll {

        private final NetconfSession session;
        private final Inquiry inquiry;
        private final Instant startedAt = clock.instant();
        private final long started = System.nanoTime();
        private final Duration lateness = Duration.ofNanos(Math.max(0, started - schedule.planned()));
        private final SessionTraffic before;
        private Duration duration = Duration.ZERO;

        Poll(NetconfSession session, Inquiry inquiry) {
            this.session = session;
            this.inquiry = inquiry;
            this.before = session.traffic();
        }

        Snapshot perform() throws InterruptedException {
            Target asked = target.get();
            List<InterfaceSample> samples = inquiry.ask(asked);
            duration = elapsed();
            stretch.took(elapsedSinceAsked(), asked.pollInterval());
            Map<String, Rates> rates = rateTracker.follow(samples, started + duration.toNanos(), interval());
            return new Snapshot(asked.name(), clock.instant(), duration, samples, rates);
        }

        Duration elapsed() {
            return Duration.ofNanos(System.nanoTime() - started);
        }

        /** How long the request took that counts: what is asked before it, while a model is looked for, is asked once. */
        Duration elapsedSinceAsked() {
            return Duration.ofNanos(System.nanoTime() - inquiry.askedAt());
        }

        /** How it went; to be called when it has ended. */
        PollReport report(@Nullable Integer interfaces) {
            SessionTraffic after = session.traffic();
            return new PollReport(
                    startedAt,
                    lateness,
                    interfaces == null ? elapsed() : duration,
                    after.octetsReceived() - before.octetsReceived(),
                    after.octetsSent() - before.octetsSent(),
                    interfaces);
        }
    }
}
