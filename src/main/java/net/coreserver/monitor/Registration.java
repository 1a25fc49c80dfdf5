package net.coreserver.monitor;

/** What a {@link MonitorListener} or a {@link SessionUser} gets for being told; closing it more than once does no harm. */
@FunctionalInterface
public interface Registration extends AutoCloseable {

    /** Ends it: it is called no more, but for a call that is under way. */
    @Override
    void close();
}
