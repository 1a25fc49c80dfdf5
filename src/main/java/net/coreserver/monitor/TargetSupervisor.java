package net.coreserver.monitor;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.Rates;
import net.coreserver.interfaces.Snapshot;
import net.coreserver.interfaces.yang.InterfaceModel;
import net.coreserver.netconf.Capability;
import net.coreserver.netconf.DeadlineException;
import net.coreserver.netconf.NetconfException;
import net.coreserver.netconf.NetconfSession;
import net.coreserver.netconf.ParseException;
import net.coreserver.netconf.TransportException;
import net.coreserver.target.Target;

/**
 * Looks after one target: keeps its session, polls it, and says how it is. All of it happens on one virtual thread, so
 * that polls never overlap and one target never waits for another.
 */
final class TargetSupervisor implements MonitoredTarget {

    private static final System.Logger LOG = System.getLogger(TargetSupervisor.class.getName());

    /** A server that was silent this often in a row has lost its session. */
    private static final int MAX_SILENT_POLLS = 2;

    private final Target target;
    private final SessionOpener opener;
    private final InterfaceModel model;
    private final InstantSource clock;
    private final Backoff backoff;
    private final Health health;
    private final PollRequests requests = new PollRequests();
    private final RateTracker rateTracker;

    TargetSupervisor(Target target, SessionOpener opener, InterfaceModel model, InstantSource clock, Backoff backoff) {
        this.target = target;
        this.opener = opener;
        this.model = model;
        this.clock = clock;
        this.backoff = backoff;
        this.health = new Health(target, clock);
        this.rateTracker = new RateTracker(target.pollInterval());
        if (!target.enabled()) {
            requests.refuse(new TargetDisabledException(target.name()));
        }
    }

    @Override
    public Target target() {
        return target;
    }

    @Override
    public Observation latest() {
        return health.latest();
    }

    @Override
    public CompletableFuture<Snapshot> poll() {
        return requests.request();
    }

    /** Supervises until the thread is interrupted; then closes the session. */
    void run() {
        try {
            while (true) {
                try {
                    superviseOneSession();
                } catch (NetconfException e) {
                    waitAfter(e);
                } catch (RuntimeException e) {
                    LOG.log(System.Logger.Level.ERROR, "Target " + target.name() + ": a mistake of our own", e);
                    waitAfter(new ParseException(target.name(), "poll", "CoreServer failed on what it got: " + e, e));
                }
            }
        } catch (InterruptedException e) {
            requests.refuse(
                    new TransportException(target.name(), "poll", "CoreServer stopped and broke the poll off", null));
        }
    }

    private void waitAfter(NetconfException failure) throws InterruptedException {
        Duration wait = backoff.afterFailure(failure.kind());
        health.down(failure, clock.instant().plus(wait));
        requests.refuseFor(wait, failure);
    }

    /** Opens a session and polls over it until it ends, which is always with an exception. */
    private void superviseOneSession() throws InterruptedException {
        try (NetconfSession session = opener.open(target.endpoint())) {
            SessionInfo info = describe(session);
            var _ = session.ended().thenRun(requests::wake);
            int silentPolls = 0;
            while (true) {
                long started = System.nanoTime();
                try {
                    requests.begin();
                    Snapshot snapshot = poll(session);
                    silentPolls = 0;
                    backoff.reset();
                    health.up(snapshot, info);
                    requests.fulfil(snapshot);
                } catch (NetconfException e) {
                    silentPolls = e instanceof DeadlineException ? silentPolls + 1 : 0;
                    if (silentPolls == MAX_SILENT_POLLS) {
                        session.abort();
                        throw e;
                    }
                    throwIfEnded(session);
                    health.degraded(e, info);
                    requests.fail(e);
                }
                requests.await(target.pollInterval().toNanos() - (System.nanoTime() - started));
                throwIfEnded(session);
            }
        }
    }

    private Snapshot poll(NetconfSession session) throws InterruptedException {
        long started = System.nanoTime();
        List<InterfaceSample> samples = session.call(
                model.request(), model.replyReader(), target.endpoint().rpcTimeout());
        long ended = System.nanoTime();
        Map<String, Rates> rates = rateTracker.follow(samples, ended);
        return new Snapshot(target.name(), clock.instant(), Duration.ofNanos(ended - started), samples, rates);
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
