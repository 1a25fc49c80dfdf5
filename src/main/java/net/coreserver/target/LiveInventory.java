package net.coreserver.target;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The inventory as it is now: the targets of all sources, each source replaced as a whole. Of two targets of one name, the one
 * of the earlier source counts, and the other one is put aside until that is gone. Safe for use by any number of threads.
 */
public final class LiveInventory {

    private static final System.Logger LOG = System.getLogger(LiveInventory.class.getName());

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<TargetSource, List<Target>> parts = new EnumMap<>(TargetSource.class);
    private final List<Consumer<Inventory>> followers = new CopyOnWriteArrayList<>();
    private volatile Inventory current = Inventory.of(List.of());
    private volatile List<Target> shadowed = List.of();

    /** Makes an inventory without targets. */
    public LiveInventory() {}

    /** {@return the targets that are monitored} */
    public Inventory current() {
        return current;
    }

    /** {@return the targets that are put aside, since an earlier source has one of their name} */
    public List<Target> shadowed() {
        return shadowed;
    }

    /**
     * Replaces all targets of a source.
     *
     * @param source the source
     * @param targets what it has now, no two of one name
     */
    public void replace(TargetSource source, List<Target> targets) {
        lock.lock();
        try {
            parts.put(source, List.copyOf(targets));
            merge();
            // Under the lock, so that followers see the changes in their order; none of them blocks.
            followers.forEach(follower -> follower.accept(current));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Follows the inventory.
     *
     * @param follower takes the inventory now, and again after each change, in order; it must not block
     */
    public void follow(Consumer<Inventory> follower) {
        lock.lock();
        try {
            followers.add(follower);
            follower.accept(current);
        } finally {
            lock.unlock();
        }
    }

    private void merge() {
        Map<String, Target> merged = new LinkedHashMap<>();
        List<Target> aside = new ArrayList<>();
        for (List<Target> part : parts.values()) {
            for (Target target : part) {
                Target other = merged.putIfAbsent(target.name(), target);
                if (other != null) {
                    aside.add(target);
                    if (!shadowed.contains(target)) {
                        LOG.log(
                                System.Logger.Level.WARNING,
                                "Target {0} of source {1} is put aside: source {2} has one of that name",
                                target.name(),
                                target.source().word(),
                                other.source().word());
                    }
                }
            }
        }
        current = new Inventory(merged);
        shadowed = Collections.unmodifiableList(aside);
    }
}
