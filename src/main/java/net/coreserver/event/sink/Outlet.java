package net.coreserver.event.sink;

import java.util.List;
import net.coreserver.event.Event;

/**
 * How events leave for one destination. It belongs to one thread at a time; nothing is open before the first delivery. It bounds
 * the time of whatever it does.
 */
interface Outlet extends AutoCloseable {

    /** {@return how many events it takes at once} */
    int batchSize();

    /**
     * Sends events, in their order; what is {@link #owed} goes before them.
     *
     * @param events may be empty when something is owed
     * @return what came of it
     * @throws InterruptedException when the thread is to end; whether the events have arrived is not known then
     */
    Outcome deliver(List<Event> events) throws InterruptedException;

    /** {@return whether something that seemed to have arrived is to be sent again} */
    default boolean owed() {
        return false;
    }

    /** Lets go of what is open. */
    @Override
    void close();
}
