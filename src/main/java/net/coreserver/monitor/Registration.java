package net.coreserver.monitor;

/** What a {@link MonitorListener} gets for listening; closing it more than once does no harm. */
@FunctionalInterface
public interface Registration extends AutoCloseable {

    /** Ends it: the listener is called no more, but for a call that is under way. */
    @Override
    void close();
}
