package net.coreserver.monitor;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Hands what becomes known of targets to a {@link HealthMemory}, on a thread of its own, so that no poll waits for it: soon
 * after the state of any target has changed, otherwise once a minute, and at the end; each time all that is new in one go.
 *
 * <p>What could not be kept is tried again with what comes next.
 */
final class MemoryKeeper implements MonitorListener, AutoCloseable {

    /**
     * How long the news wait for company.
     *
     * @param changes of state
     * @param polls all other news
     */
    record Pace(Duration changes, Duration polls) {

        static final Pace STANDARD = new Pace(Duration.ofSeconds(1), Duration.ofMinutes(1));
    }

    private static final System.Logger LOG = System.getLogger(MemoryKeeper.class.getName());
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final HealthMemory memory;
    private final Pace pace;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    // Under the lock.
    private final Map<String, Seen> seen = new HashMap<>();
    private Map<String, MonitoredTarget> news = new HashMap<>();
    private Set<String> gone = new HashSet<>();
    private boolean hasChangeOfState;
    private boolean closed;

    private final AtomicLong failures = new AtomicLong();

    /** Whether the last attempt failed; for the thread alone. */
    private boolean failing;

    /** Which target of a name was heard of last, and where it stood. */
    private record Seen(MonitoredTarget target, TargetState state) {}

    MemoryKeeper(HealthMemory memory, Pace pace) {
        this.memory = memory;
        this.pace = pace;
        // A database waits in native code, which would hold the thread that carries the virtual ones.
        this.thread = Thread.ofPlatform().daemon().name("health-memory").unstarted(this::run);
    }

    /** What is remembered, by the names of the targets; nothing, when the memory fails. */
    Map<String, Remembered> load() {
        Map<String, Remembered> byName = new HashMap<>();
        try {
            for (Remembered each : memory.load()) {
                byName.put(each.target(), each);
            }
        } catch (RuntimeException e) {
            failures.incrementAndGet();
            LOG.log(System.Logger.Level.ERROR, "What was known of the targets cannot be read", e);
        }
        return byName;
    }

    void start() {
        thread.start();
    }

    /** How often the memory has failed. */
    long failures() {
        return failures.get();
    }

    @Override
    public void observed(MonitoredTarget target, Observation latest) {
        String name = target.target().name();
        Seen now = new Seen(target, latest.status().state());
        lock.lock();
        try {
            boolean isFirst = news.isEmpty();
            news.put(name, target);
            gone.remove(name);
            Seen before = seen.put(name, now);
            boolean isChangeOfState = !now.equals(before);
            if (isFirst || (isChangeOfState && !hasChangeOfState)) {
                changed.signalAll();
            }
            hasChangeOfState |= isChangeOfState;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void removed(MonitoredTarget target) {
        String name = target.target().name();
        lock.lock();
        try {
            Seen last = seen.get(name);
            // There may be another target of the name by now.
            if (last == null || last.target().equals(target)) {
                seen.remove(name);
                news.remove(name);
                gone.add(name);
                hasChangeOfState = true;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            long lastWrite = System.nanoTime();
            while (awaitNews(lastWrite)) {
                write();
                lastWrite = System.nanoTime();
            }
            write();
        } catch (InterruptedException e) {
            LOG.log(System.Logger.Level.WARNING, "What is known of the targets is not kept any more", e);
        }
    }

    /** Waits until there is something to write and it has waited long enough; false when it is time to end. */
    private boolean awaitNews(long lastWrite) throws InterruptedException {
        lock.lock();
        try {
            while (!closed) {
                if (news.isEmpty() && gone.isEmpty()) {
                    changed.await();
                    continue;
                }
                Duration wait = hasChangeOfState ? pace.changes() : pace.polls();
                long left = lastWrite + wait.toNanos() - System.nanoTime();
                if (left <= 0) {
                    return true;
                }
                var _ = changed.await(left, TimeUnit.NANOSECONDS);
            }
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void write() {
        Map<String, MonitoredTarget> changes;
        Set<String> left;
        lock.lock();
        try {
            changes = news;
            left = gone;
            news = new HashMap<>();
            gone = new HashSet<>();
            hasChangeOfState = false;
        } finally {
            lock.unlock();
        }
        if (changes.isEmpty() && left.isEmpty()) {
            return;
        }
        List<Remembered> batch = changes.values().stream().map(Remembered::of).toList();
        try {
            memory.keep(batch, Set.copyOf(left));
            failing = false;
        } catch (RuntimeException e) {
            failures.incrementAndGet();
            if (!failing) {
                failing = true;
                LOG.log(
                        System.Logger.Level.ERROR,
                        "What is known of the targets could not be kept; it is tried again",
                        e);
            }
            takeBack(changes, left);
        }
    }

    /** What could not be kept is news again, unless there is newer. */
    private void takeBack(Map<String, MonitoredTarget> changes, Set<String> left) {
        lock.lock();
        try {
            changes.forEach((name, target) -> {
                if (!gone.contains(name)) {
                    news.putIfAbsent(name, target);
                }
            });
            left.stream().filter(name -> !news.containsKey(name)).forEach(gone::add);
        } finally {
            lock.unlock();
        }
    }

    /** Hands on what is new, and ends. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            var _ = thread.join(STOP_TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
