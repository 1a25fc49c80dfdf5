package net.coreserver.event.notification;

import java.time.Instant;
import javax.xml.stream.XMLStreamException;
import net.coreserver.monitor.MonitoredTarget;
import net.coreserver.netconf.NetconfException;
import net.coreserver.netconf.NotificationListener;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/** Takes what comes over one subscription to one stream. */
final class StreamListener implements NotificationListener {

    /** The names of YANG are short; whatever else it may be is cut. */
    private static final int MAX_NAME_CHARACTERS = 1_024;

    private final MonitoredTarget target;
    private final String stream;
    private final StreamHistory.Listening listening;
    private final NotificationReceiver receiver;
    private final SubscriptionEvents events;
    private final Seam seam;
    private final Runnable onEnd;
    private volatile boolean replaying;
    private volatile boolean ended;
    private boolean toldUnreadable;

    /**
     * Makes a listener.
     *
     * @param seam what the server is asked to replay first
     * @param onEnd is called when the subscription has ended; must not block
     */
    StreamListener(
            MonitoredTarget target,
            String stream,
            Seam seam,
            StreamHistory.Listening listening,
            NotificationReceiver receiver,
            SubscriptionEvents events,
            Runnable onEnd) {
        this.target = target;
        this.stream = stream;
        this.seam = seam;
        this.replaying = seam.startTime() != null;
        this.listening = listening;
        this.receiver = receiver;
        this.events = events;
        this.onEnd = onEnd;
    }

    boolean hasEnded() {
        return ended;
    }

    @Override
    public void notified(@Nullable Instant eventTime, XMLStreamReader2 content) throws XMLStreamException {
        String namespace = content.getNamespaceURI();
        String name = content.getLocalName();
        NotificationBody body = NotificationBody.read(content);
        boolean isReplayed = replaying;
        Notification notification = new Notification(
                target.target().name(),
                stream,
                eventTime,
                isReplayed,
                cut(namespace == null ? "" : namespace),
                cut(name),
                body.json(),
                body.digest());
        listening.hear(eventTime, body.digest(), isReplayed, () -> receiver.notified(target, notification));
    }

    private static String cut(String name) {
        return name.length() <= MAX_NAME_CHARACTERS ? name : name.substring(0, MAX_NAME_CHARACTERS);
    }

    @Override
    public void replayCompleted() {
        replaying = false;
        Seam.Gap doubt = seam.doubt();
        if (!listening.replayed() && doubt != null) {
            events.gap(target.target().name(), stream, doubt);
        }
    }

    /** Told once for a subscription: a server that cannot write XML does so all the time. */
    @Override
    public void unreadable(NetconfException reason) {
        if (!toldUnreadable) {
            toldUnreadable = true;
            events.unreadable(target.target().name(), stream, String.valueOf(reason.getMessage()));
        }
    }

    @Override
    public void ended(@Nullable NetconfException reason) {
        ended = true;
        onEnd.run();
    }
}
