package net.coreserver.monitor;

import java.util.Collection;
import java.util.List;

/**
 * Keeps what is known of targets over a restart of this service. It is called by one thread at a time, which may be made to
 * wait; when it fails, the monitoring goes on.
 */
public interface HealthMemory {

    /** Remembers nothing. */
    HealthMemory NONE = new HealthMemory() {

        @Override
        public Collection<Remembered> load() {
            return List.of();
        }

        @Override
        public void keep(Collection<Remembered> changed, Collection<String> gone) {
            // nothing is kept
        }
    };

    /** {@return what was kept last of each target} */
    Collection<Remembered> load();

    /**
     * Keeps what has become known, in place of what was kept of the same targets. All of it, or nothing.
     *
     * @param changed at most one of each target
     * @param gone the names of targets that are no longer monitored; none of them is among the changed
     */
    void keep(Collection<Remembered> changed, Collection<String> gone);
}
