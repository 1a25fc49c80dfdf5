package net.coreserver.monitor;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.Rates;
import net.coreserver.interfaces.Snapshot;
import net.coreserver.interfaces.yang.InterfaceModel;
import net.coreserver.netconf.Capability;
import net.coreserver.netconf.DeadlineException;
import net.coreserver.netconf.NetconfException;
import net.coreserver.netconf.NetconfSession;
import net.coreserver.target.Target;

/**
 * Polls one target, over one session after another: on its schedule, and when somebody asks. What it needs to know of the
 * target it looks up anew each time, so that another interval or deadline holds from the next poll on. For one thread.
 */
final class Poller {

    /** A server that was silent this often in a row has lost its session. */
    private static final int MAX_SILENT_POLLS = 2;

    private final Supplier<Target> target;
    private final InterfaceModel model;
    private final InstantSource clock;
    private final Health health;
    private final PollRequests requests;
    private final PollSchedule schedule;
    private final RateTracker rateTracker = new RateTracker();
    private final Stretch stretch = new Stretch();

    Poller(
            Supplier<Target> target,
            InterfaceModel model,
            InstantSource clock,
            Health health,
            PollRequests requests,
            DoubleSupplier random) {
        this.target = target;
        this.model = model;
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

    /**
     * Polls over a session until it ends, which is always with an exception.
     *
     * @param succeeded is told of each poll that succeeds
     */
    void pollOver(NetconfSession session, Runnable succeeded) throws InterruptedException {
        SessionInfo info = describe(session);
        var _ = session.ended().thenRun(requests::wake);
        schedule.begin(System.nanoTime(), interval());
        int silentPolls = 0;
        while (true) {
            awaitNext(session);
            long started = System.nanoTime();
            try {
                requests.begin();
                Snapshot snapshot = poll(session, started);
                silentPolls = 0;
                succeeded.run();
                health.polled(snapshot, info, stretch.isStretched());
                requests.fulfil(snapshot);
            } catch (NetconfException e) {
                if (e instanceof DeadlineException) {
                    silentPolls++;
                    took(started);
                } else {
                    silentPolls = 0;
                }
                if (silentPolls == MAX_SILENT_POLLS) {
                    session.abort();
                    throw e;
                }
                throwIfEnded(session);
                health.pollFailed(e, info);
                requests.fail(e);
            }
            schedule.polled(System.nanoTime(), interval());
        }
    }

    /** Waits until a poll is due, or asked for. */
    private void awaitNext(NetconfSession session) throws InterruptedException {
        boolean asked = false;
        while (!asked && !schedule.isDue(System.nanoTime())) {
            asked = requests.await(schedule.planned() - System.nanoTime());
            throwIfEnded(session);
            stretch.adaptTo(target.get().pollInterval());
            schedule.follow(System.nanoTime(), interval());
        }
    }

    private Snapshot poll(NetconfSession session, long started) throws InterruptedException {
        Target asked = target.get();
        List<InterfaceSample> samples = session.call(
                model.request(), model.replyReader(), asked.endpoint().rpcTimeout());
        Duration duration = took(started);
        Map<String, Rates> rates = rateTracker.follow(samples, started + duration.toNanos(), interval());
        return new Snapshot(asked.name(), clock.instant(), duration, samples, rates);
    }

    private Duration took(long started) {
        Duration duration = Duration.ofNanos(System.nanoTime() - started);
        stretch.took(duration, target.get().pollInterval());
        return duration;
    }

    private Duration interval() {
        return stretch.effective(target.get().pollInterval());
    }

    /** Throws the reason when the session has ended. */
    private static void throwIfEnded(NetconfSession session) {
        NetconfException reason = session.ended().getNow(null);
        if (reason != null) {
            throw reason;
        }
    }

    private static SessionInfo describe(NetconfSession session) {
        List<String> capabilities = session.serverHello().capabilities().stream()
                .map(Capability::uri)
                .toList();
        return new SessionInfo(session.sessionId(), session.framing().word(), capabilities, session.negotiated());
    }
}
