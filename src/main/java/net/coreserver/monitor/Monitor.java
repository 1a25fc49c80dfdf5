package net.coreserver.monitor;

import java.util.List;
import java.util.Optional;

/** All monitored targets. Safe for use by any number of threads; no method blocks. */
public interface Monitor {

    /** {@return the targets, in the order of the inventory} */
    List<MonitoredTarget> targets();

    /**
     * Looks a target up.
     *
     * @param name its name
     * @return the target, or empty when there is none of that name
     */
    Optional<MonitoredTarget> target(String name);

    /**
     * Tells of every change from now on. Of what is known already nothing is told: whoever wants that, too, listens first
     * and looks then.
     *
     * @param listener is told
     * @return what ends it when closed
     */
    Registration listen(MonitorListener listener);
}
