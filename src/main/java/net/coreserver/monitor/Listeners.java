package net.coreserver.monitor;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Those who listen to a monitor. What one of them does wrong harms neither the others nor the poll. */
final class Listeners {

    private static final System.Logger LOG = System.getLogger(Listeners.class.getName());

    private final List<Listening> listening = new CopyOnWriteArrayList<>();

    /** One registration; the same listener may have several, and each ends alone. */
    private static final class Listening {

        private final MonitorListener listener;

        Listening(MonitorListener listener) {
            this.listener = listener;
        }
    }

    Registration add(MonitorListener listener) {
        Listening added = new Listening(listener);
        listening.add(added);
        return () -> listening.remove(added);
    }

    void observed(MonitoredTarget target, Observation latest) {
        tell(target, listener -> listener.observed(target, latest));
    }

    void removed(MonitoredTarget target) {
        tell(target, listener -> listener.removed(target));
    }

    private void tell(MonitoredTarget target, Consumer<MonitorListener> news) {
        for (Listening each : listening) {
            try {
                news.accept(each.listener);
            } catch (RuntimeException e) {
                String name = target.target().name();
                LOG.log(System.Logger.Level.ERROR, "Target " + name + ": a listener failed", e);
            }
        }
    }
}
