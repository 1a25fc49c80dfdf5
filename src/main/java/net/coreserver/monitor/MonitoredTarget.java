package net.coreserver.monitor;

import java.util.concurrent.CompletableFuture;
import net.coreserver.interfaces.Snapshot;
import net.coreserver.target.Target;

/** A target as its readers see it. Safe for use by any number of threads; no method blocks. */
public interface MonitoredTarget {

    /** {@return the configuration} */
    Target target();

    /** {@return what is known of it now} */
    Observation latest();

    /** {@return the conversation with it in short: the one that goes on, or the last one} */
    Explanation explain();

    /**
     * Asks for a poll that starts after this call. Calls that come while a poll runs share the next one, so that any
     * number of callers cause at most two.
     *
     * @return the snapshot of that poll; or, completed exceptionally, a {@link net.coreserver.netconf.NetconfException}
     *     that says why there is none (at once, with the last failure, while the target is down and waits for its next
     *     attempt), a {@link TargetDisabledException}, or a {@link TargetRemovedException}. Its completion may run on the polling thread: a dependent
     *     stage must not block.
     */
    CompletableFuture<Snapshot> poll();
}
