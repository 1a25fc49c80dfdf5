package net.coreserver.monitor;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.DoubleSupplier;
import net.coreserver.interfaces.Snapshot;
import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.NetconfException;
import net.coreserver.netconf.NetconfSession;
import net.coreserver.netconf.ParseException;
import net.coreserver.netconf.TransportException;
import net.coreserver.target.Target;
import org.jspecify.annotations.Nullable;

/**
 * Looks after one target: keeps its session, polls it, and says how it is. All of it happens on one thread, so that polls
 * never overlap, one target never waits for another, and everybody hears of its changes in their order. A target that is
 * disabled has no thread.
 *
 * <p>Its settings may be changed at any time. Whoever does so never waits: the new ones are put down, and the thread,
 * which is interrupted in what it does where that has become pointless, takes them up.
 */
final class TargetSupervisor implements MonitoredTarget {

    /** Why a target is no longer looked after. */
    private enum Ending {
        REMOVED,
        STOPPED
    }

    private static final System.Logger LOG = System.getLogger(TargetSupervisor.class.getName());

    private final SessionOpener opener;
    private final ModelLadder ladder;
    private final ModelMemory models;
    private final InstantSource clock;
    private final Listeners listeners;
    private final SessionUsers users;
    private final Executor threads;
    private final Backoff backoff;
    private final Health health;
    private final PollRequests requests = new PollRequests();
    private final Poller poller;

    private volatile @Nullable Conversation conversation;

    /** The server that what is known is of; for the thread alone. */
    private @Nullable Endpoint server;

    /** For what follows. An interrupt is only ever sent under it, so that none comes late, to a thread that has moved on. */
    private final ReentrantLock lock = new ReentrantLock();

    private volatile Target target;
    private @Nullable Ending ending;
    private boolean running;
    private @Nullable Thread thread;
    private @Nullable Target takenUp;

    /**
     * Makes the supervisor of a target; {@link #apply} sets it to work.
     *
     * @param remembered what was known of it when the service ran last; null for nothing
     * @param threads gives each task a thread of its own at once
     */
    TargetSupervisor(
            Target target,
            @Nullable Remembered remembered,
            SessionOpener opener,
            ModelLadder ladder,
            InstantSource clock,
            DoubleSupplier random,
            Listeners listeners,
            SessionUsers users,
            Executor threads) {
        this.target = target;
        this.opener = opener;
        this.clock = clock;
        this.listeners = listeners;
        this.users = users;
        this.threads = threads;
        this.backoff = new Backoff(random);
        this.ladder = ladder;
        this.conversation = remembered == null ? null : remembered.conversation();
        this.models = new ModelMemory(ladder, target, conversation);
        this.health = new Health(target, remembered, clock, latest -> listeners.observed(this, latest));
        this.poller = new Poller(this::target, clock, health, requests, random);
    }

    /** The one place where it is decided whether this process polls a target. */
    private static boolean isOursToPoll(Target target) {
        return target.enabled();
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

    @Override
    public Explanation explain() {
        Target current = target;
        Endpoint endpoint = current.endpoint();
        Conversation last = conversation;
        return Explanation.of(
                endpoint.host(),
                endpoint.port(),
                health.latest().status(),
                last,
                last == null ? null : ladder.requestText(last.choice(), current.interfaces(), last.session()));
    }

    /** Begins to look after the target, with these settings; or goes on with them, if it has begun. */
    void apply(Target next) {
        if (isOursToPoll(next)) {
            requests.reopen();
        } else {
            requests.close(new TargetDisabledException(next.name()));
        }
        lock.lock();
        try {
            boolean isChange = !next.equals(target);
            target = next;
            if (takenUp == null) {
                moveOn(false);
            } else if (isChange) {
                moveOn(needsNoOtherSession(takenUp, next));
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends it because the target is no longer to be monitored. */
    void remove() {
        end(Ending.REMOVED, new TargetRemovedException(target.name()));
    }

    /** Ends it because everything ends. */
    void stop() {
        String broken = "CoreServer stopped and broke the poll off";
        end(Ending.STOPPED, new TransportException(target.name(), "poll", broken, null));
    }

    private void end(Ending why, RuntimeException reason) {
        requests.close(reason);
        lock.lock();
        try {
            ending = why;
            moveOn(false);
        } finally {
            lock.unlock();
        }
    }

    /** Lets the thread take up what has been put down. Whoever calls holds the lock. */
    private void moveOn(boolean keepingTheSession) {
        if (!running) {
            running = true;
            threads.execute(this::run);
        } else if (keepingTheSession) {
            requests.wake();
        } else if (thread != null) {
            thread.interrupt();
        }
    }

    private static boolean needsNoOtherSession(Target current, Target next) {
        // A subscription lasts as long as its session: NETCONF cannot end it.
        return isOursToPoll(current) == isOursToPoll(next)
                && current.events().equals(next.events())
                && current.endpoint().equals(withTimeoutOf(current, next.endpoint()));
    }

    /** An endpoint with the deadline for rpcs that a target has, which each rpc is given anew. */
    private static Endpoint withTimeoutOf(Target current, Endpoint endpoint) {
        return new Endpoint(
                endpoint.target(),
                endpoint.host(),
                endpoint.port(),
                endpoint.credentials(),
                endpoint.hostKeyPolicy(),
                endpoint.algorithms(),
                endpoint.connectTimeout(),
                current.endpoint().rpcTimeout());
    }

    private void run() {
        Thread.currentThread().setName("target-" + target.name());
        boolean resting = false;
        while (!resting) {
            Target current = takeUp();
            if (current == null) {
                sayGoodbye();
                return;
            }
            forgetAnotherServer(current.endpoint());
            if (isOursToPoll(current)) {
                health.connecting();
                backoff.reset();
                superviseUntilInterrupted(current.endpoint());
            } else {
                health.disabled();
                resting = restWith(current);
            }
        }
    }

    /** What is to be done now; null when it has ended. */
    private @Nullable Target takeUp() {
        lock.lock();
        try {
            // It has done its work: from here on the newest settings hold.
            var _ = Thread.interrupted();
            thread = Thread.currentThread();
            takenUp = ending == null ? target : null;
            return takenUp;
        } finally {
            lock.unlock();
        }
    }

    /** Lets the thread end, unless there is something new to be done. */
    private boolean restWith(Target current) {
        lock.lock();
        try {
            if (ending != null || !target.equals(current)) {
                return false;
            }
            running = false;
            thread = null;
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void sayGoodbye() {
        boolean removed;
        lock.lock();
        try {
            thread = null;
            removed = ending == Ending.REMOVED;
        } finally {
            lock.unlock();
        }
        if (removed) {
            listeners.removed(this);
            users.removed(this);
        }
    }

    private void forgetAnotherServer(Endpoint endpoint) {
        Endpoint known = server;
        if (known != null && (!known.host().equals(endpoint.host()) || known.port() != endpoint.port())) {
            health.forget();
            poller.forget();
            models.forget();
            conversation = null;
        }
        server = endpoint;
    }

    private void superviseUntilInterrupted(Endpoint endpoint) {
        try {
            while (true) {
                try {
                    superviseOneSession(endpoint);
                } catch (NetconfException e) {
                    waitAfter(e);
                } catch (RuntimeException e) {
                    String name = target.name();
                    LOG.log(System.Logger.Level.ERROR, "Target " + name + ": a mistake of our own", e);
                    waitAfter(new ParseException(name, "poll", "CoreServer failed on what it got: " + e, e));
                }
            }
        } catch (InterruptedException e) {
            requests.postpone();
        }
    }

    private void waitAfter(NetconfException failure) throws InterruptedException {
        Duration wait = backoff.afterFailure(failure.kind());
        health.down(failure, clock.instant().plus(wait), poller.takeLastReport());
        requests.refuseFor(wait, failure);
    }

    /** Opens a session and polls over it until it ends, which is always with an exception. */
    private void superviseOneSession(Endpoint endpoint) throws InterruptedException {
        try (NetconfSession session = opener.open(endpoint)) {
            SessionInfo info = SessionInfo.of(session, clock.instant());
            Inquiry inquiry = Inquiry.begin(models, session, info, target, choice -> chosen(info, choice));
            try (var _ = users.opened(this, session, () -> opener.open(endpoint))) {
                poller.pollOver(session, inquiry, info, backoff::reset);
            }
        }
    }

    private void chosen(SessionInfo session, ModelChoice choice) {
        Conversation before = conversation;
        if (before != null && !before.choice().model().equals(choice.model())) {
            poller.readAnew();
        }
        conversation = new Conversation(session, choice, false);
        if (choice.answered() && !choice.remembered()) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "Target {0} is asked by {1} ({2})",
                    target.name(),
                    choice.model(),
                    choice.reason());
        }
    }
}
