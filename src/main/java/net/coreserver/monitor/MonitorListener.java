package net.coreserver.monitor;

/**
 * Hears of every change of what is known of the targets. It is called on the thread that polls the target, so it must not
 * block; of one target it hears in order, of several at the same time.
 */
public interface MonitorListener {

    /**
     * There is something new of a target: its health, its snapshot, or both.
     *
     * @param target the target; always the same object for as long as the target is monitored
     * @param latest what is known of it now; its snapshot is the same object as before when there is no newer one
     */
    void observed(MonitoredTarget target, Observation latest);

    /**
     * A target is no longer monitored; its session is closed. It is the last that is heard of this target.
     *
     * @param target the target
     */
    void removed(MonitoredTarget target);
}
