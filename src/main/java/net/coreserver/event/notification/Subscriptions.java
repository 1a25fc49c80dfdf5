package net.coreserver.event.notification;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import net.coreserver.event.EventRecorder;
import net.coreserver.monitor.MonitoredTarget;
import net.coreserver.monitor.SessionUser;
import net.coreserver.netconf.Capability;
import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.NetconfSession;
import net.coreserver.netconf.Subscription;
import net.coreserver.target.EventSelection;

/**
 * Subscribes to the event streams of all targets that announce {@code :notification}, over their sessions, and hands on what
 * they tell: each notification once, also when a session was lost in between, as far as the server can replay it. Where it
 * cannot, an event says what is missing. Polls never wait for any of it. Source: RFC 5277.
 */
public final class Subscriptions implements SessionUser, AutoCloseable {

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final Surroundings surroundings;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<MonitoredTarget, TargetMemory> memories = new ConcurrentHashMap<>();

    /**
     * Makes a subscriber; it has to be told of sessions.
     *
     * @param recorder knows which notifications have been dealt with, and takes the events of the subscriptions themselves
     * @param receiver takes the notifications, and records their marks
     * @param clock tells the time
     */
    public Subscriptions(EventRecorder recorder, NotificationReceiver receiver, InstantSource clock) {
        this(recorder, receiver, clock, Pace.STANDARD);
    }

    Subscriptions(EventRecorder recorder, NotificationReceiver receiver, InstantSource clock, Pace pace) {
        this.surroundings = new Surroundings(recorder, receiver, new SubscriptionEvents(recorder, clock), clock, pace);
    }

    @Override
    public void opened(MonitoredTarget target, NetconfSession session, Subscription.SessionSource another) {
        EventSelection selection = target.target().events();
        if (selection.streams().isEmpty() || !session.serverHello().supports(Capability.NOTIFICATION)) {
            return;
        }
        TargetMemory memory = memoryOf(target);
        Carrier carrier = new Carrier(target, session, another);
        try {
            Future<?> work = threads.submit(new TargetSubscriptions(surroundings, carrier, selection, memory));
            var _ = session.ended().thenRun(() -> work.cancel(true));
        } catch (RejectedExecutionException e) {
            // It is over: nobody wants to hear any more.
        }
    }

    /** What was heard of one server says nothing of another. */
    private TargetMemory memoryOf(MonitoredTarget target) {
        Endpoint endpoint = target.target().endpoint();
        return memories.compute(target, (_, known) -> {
            if (known != null && known.isOf(endpoint)) {
                return known;
            }
            return new TargetMemory(endpoint, known == null, surroundings.pace());
        });
    }

    @Override
    public void removed(MonitoredTarget target) {
        memories.remove(target);
    }

    /** Ends all subscriptions; sessions of their own are closed politely, within five seconds in all. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            var _ = threads.awaitTermination(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
