package net.coreserver.event.derivation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import net.coreserver.event.EventRecorder;
import net.coreserver.event.notification.Notification;
import net.coreserver.event.notification.NotificationReceiver;
import net.coreserver.monitor.Monitor;
import net.coreserver.monitor.MonitorListener;
import net.coreserver.monitor.MonitoredTarget;
import net.coreserver.monitor.Observation;
import net.coreserver.monitor.Registration;
import org.jspecify.annotations.Nullable;

/**
 * Notices what happens to the targets and their interfaces, and records it: what changes between two snapshots, what changes in
 * the health of a target, and what targets tell themselves. Whatever is told of by several of these makes one event.
 *
 * <p>Safe for use by any number of threads; no method blocks.
 */
public final class Derivation implements MonitorListener, NotificationReceiver, AutoCloseable {

    private final EventRecorder recorder;
    private final InstantSource clock;
    private final Scheduler scheduler;
    private final @Nullable ScheduledExecutorService timer;
    private final Map<String, TargetWatch> watches = new ConcurrentHashMap<>();

    /**
     * Makes one that has noticed nothing yet.
     *
     * @param recorder takes what happens
     * @param clock tells the time: the one by which snapshots are dated
     */
    public Derivation(EventRecorder recorder, InstantSource clock) {
        this.recorder = recorder;
        this.clock = clock;
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("event-derivation").factory());
        this.timer = started;
        this.scheduler = (delay, task) -> schedule(started, delay, task);
    }

    Derivation(EventRecorder recorder, InstantSource clock, Scheduler scheduler) {
        this.recorder = recorder;
        this.clock = clock;
        this.timer = null;
        this.scheduler = scheduler;
    }

    private static void schedule(ScheduledExecutorService timer, Duration delay, Runnable task) {
        try {
            var _ = timer.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // It is closed: there will be no more polls.
        }
    }

    /**
     * Listens to a monitor, and looks at what it knows already.
     *
     * @param monitor the monitor
     * @return what ends it when closed
     */
    public Registration watch(Monitor monitor) {
        Registration registration = monitor.listen(this);
        monitor.targets().forEach(each -> watchOf(each).look());
        return registration;
    }

    @Override
    public void observed(MonitoredTarget target, Observation latest) {
        watchOf(target).observed(latest);
    }

    private TargetWatch watchOf(MonitoredTarget target) {
        String name = target.target().name();
        TargetWatch known = watches.get(name);
        if (known != null && known.isOf(target)) {
            return known;
        }
        TargetWatch started = new TargetWatch(target, recorder, clock, scheduler);
        TargetWatch watching = watches.compute(name, (_, before) -> {
            if (before != null && before.isOf(target)) {
                return before;
            }
            if (before != null) {
                before.giveWay();
            }
            return started;
        });
        if (watching.equals(started)) {
            started.begin();
        }
        return watching;
    }

    @Override
    public void removed(MonitoredTarget target) {
        // What is known is forgotten before there can be another target of the name, whose baseline it would replace.
        watches.computeIfPresent(target.target().name(), (_, watch) -> {
            if (!watch.isOf(target)) {
                return watch;
            }
            watch.end();
            return null;
        });
    }

    @Override
    public void notified(MonitoredTarget target, Notification notification) {
        TargetWatch watch = watches.get(target.target().name());
        if (watch != null && watch.isOf(target)) {
            watch.notified(notification);
        } else {
            // The target is gone, and with it whatever could say what this means.
            EntryDraft draft = new EntryDraft(clock.instant(), notification.target());
            draft.tell(notification);
            draft.recordIn(recorder);
        }
    }

    /**
     * Asks for no more polls. What waits for one has not been marked as dealt with, so that it is replayed when the service runs
     * again.
     */
    @Override
    public void close() {
        if (timer != null) {
            timer.shutdownNow();
        }
    }
}
