package net.coreserver.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import net.coreserver.monitor.Registration;

/** A log without a disk. Nothing in it is ever dropped, unless a test takes it away. */
public final class InMemoryEvents implements EventRecorder, EventReader {

    private final List<Event> events = new ArrayList<>();
    private final List<NotificationMark> marks = new ArrayList<>();
    private final Map<String, Baseline> baselines = new HashMap<>();
    private final List<EventFollower> followers = new CopyOnWriteArrayList<>();
    private long newest;

    /** {@return all events, the oldest first} */
    public synchronized List<Event> all() {
        return List.copyOf(events);
    }

    /** {@return all marks, in the order in which they came} */
    public synchronized List<NotificationMark> allMarks() {
        return List.copyOf(marks);
    }

    /** Takes the oldest events away, as retention does. */
    public synchronized void removeUpTo(long id) {
        events.removeIf(event -> event.id() <= id);
    }

    @Override
    public void record(LogEntry entry) {
        long now;
        synchronized (this) {
            entry.occurrences().forEach(what -> events.add(new Event(++newest, what)));
            marks.addAll(entry.marks());
            Baseline baseline = entry.baseline();
            if (baseline != null && baseline.document().equals(Baseline.NOTHING)) {
                baselines.remove(baseline.target());
            } else if (baseline != null) {
                baselines.put(baseline.target(), baseline);
            }
            now = newest;
        }
        if (!entry.occurrences().isEmpty()) {
            followers.forEach(follower -> follower.appended(now));
        }
    }

    @Override
    public synchronized CompletableFuture<List<NotificationMark>> marks(String target, String stream) {
        return CompletableFuture.completedFuture(marks.stream()
                .filter(mark -> mark.target().equals(target) && mark.stream().equals(stream))
                .sorted(Comparator.comparing(NotificationMark::eventTime).reversed())
                .toList());
    }

    @Override
    public synchronized CompletableFuture<Optional<Baseline>> baseline(String target) {
        return CompletableFuture.completedFuture(Optional.ofNullable(baselines.get(target)));
    }

    @Override
    public synchronized long newest() {
        return newest;
    }

    @Override
    public synchronized CompletableFuture<EventBatch> after(long id, EventFilter filter, int limit) {
        return found(
                events.stream()
                        .filter(event -> event.id() > id && filter.selects(event))
                        .limit(limit)
                        .toList(),
                limit,
                Math.max(id, newest));
    }

    @Override
    public synchronized CompletableFuture<EventBatch> before(long id, EventFilter filter, int limit) {
        return found(
                events.reversed().stream()
                        .filter(event -> event.id() < id && filter.selects(event))
                        .limit(limit)
                        .toList(),
                limit,
                1);
    }

    private CompletableFuture<EventBatch> found(List<Event> found, int limit, long end) {
        long upTo = found.size() == limit ? found.getLast().id() : end;
        long oldest = events.isEmpty() ? newest + 1 : events.getFirst().id();
        return CompletableFuture.completedFuture(new EventBatch(found, upTo, oldest));
    }

    @Override
    public synchronized CompletableFuture<Optional<Event>> find(long id) {
        return CompletableFuture.completedFuture(
                events.stream().filter(event -> event.id() == id).findFirst());
    }

    @Override
    public Registration follow(EventFollower follower) {
        followers.add(follower);
        return () -> followers.remove(follower);
    }
}
