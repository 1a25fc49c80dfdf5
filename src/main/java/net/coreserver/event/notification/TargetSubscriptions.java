package net.coreserver.event.notification;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import net.coreserver.netconf.operation.SubtreeFilter;
import net.coreserver.target.EventSelection;

/**
 * Keeps the streams of a target subscribed for as long as one session of it lives; then, and when everything ends, the thread
 * is interrupted. The first stream rides on the session of the polls where the server allows that; each further one needs a
 * session of its own, since a session has one subscription at most.
 */
final class TargetSubscriptions implements Runnable {

    private static final System.Logger LOG = System.getLogger(TargetSubscriptions.class.getName());

    private final Carrier carrier;
    private final TargetMemory memory;
    private final Semaphore changes = new Semaphore(0);
    private final List<StreamSubscription> streams;

    TargetSubscriptions(Surroundings surroundings, Carrier carrier, EventSelection selection, TargetMemory memory) {
        this.carrier = carrier;
        this.memory = memory;
        List<SubtreeFilter> filter = selection.filterNodes();
        this.streams = selection.streams().stream()
                .distinct()
                .map(stream -> new StreamSubscription(
                        surroundings, carrier, stream, filter, memory.historyOf(stream), changes::release))
                .toList();
    }

    @Override
    public void run() {
        Thread.currentThread().setName("notifications-" + carrier.name());
        try {
            var _ = changes.tryAcquire(memory.pause().toNanos(), TimeUnit.NANOSECONDS);
            subscribe();
        } catch (InterruptedException e) {
            // The session has ended, or everything ends.
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, carrier.name() + ": a mistake of our own", e);
        } finally {
            // What is closed says goodbye, which an interrupt would cut short.
            var _ = Thread.interrupted();
            streams.forEach(StreamSubscription::close);
        }
    }

    private void subscribe() throws InterruptedException {
        long began = System.nanoTime();
        try {
            while (true) {
                attend();
            }
        } finally {
            memory.ended(Duration.ofNanos(System.nanoTime() - began));
        }
    }

    private void attend() throws InterruptedException {
        long wait = StreamSubscription.NEVER;
        for (StreamSubscription each : streams) {
            wait = Math.min(wait, each.attend());
        }
        var _ = changes.tryAcquire(wait, TimeUnit.NANOSECONDS);
        var _ = changes.drainPermits();
    }
}
