package net.coreserver.event.notification;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import net.coreserver.event.InMemoryEvents;
import net.coreserver.event.LogEntry;
import net.coreserver.monitor.MonitoredTarget;

/** Keeps what it is told, and marks it as dealt with. */
final class HeardNotifications implements NotificationReceiver {

    private final InMemoryEvents events;
    private final List<Notification> all = new CopyOnWriteArrayList<>();

    HeardNotifications(InMemoryEvents events) {
        this.events = events;
    }

    @Override
    public void notified(MonitoredTarget target, Notification notification) {
        all.add(notification);
        events.record(new LogEntry(List.of(), notification.mark().stream().toList(), null));
    }

    /** All of them. */
    List<Notification> all() {
        return all;
    }

    /** A line for each: name, text of {@code n} if there is one, and whether it was replayed. */
    List<String> lines() {
        return all.stream()
                .map(each -> each.stream() + " " + each.name() + " "
                        + each.body().json() + (each.isReplayed() ? " replayed" : ""))
                .toList();
    }
}
