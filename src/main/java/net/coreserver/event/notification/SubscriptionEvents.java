package net.coreserver.event.notification;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import net.coreserver.event.EventData;
import net.coreserver.event.EventKind;
import net.coreserver.event.EventRecorder;
import net.coreserver.event.Occurrence;

/** Tells what becomes of the subscriptions, as events of their own. */
final class SubscriptionEvents {

    /** Servers may have a lot to say. */
    private static final int MAX_REASON_CHARACTERS = 1_000;

    private final EventRecorder recorder;
    private final InstantSource clock;

    SubscriptionEvents(EventRecorder recorder, InstantSource clock) {
        this.recorder = recorder;
        this.clock = clock;
    }

    /** The server does not send the notifications of a stream, though it announces that it could. */
    void refused(String target, String stream, String reason) {
        record(
                target,
                EventKind.SUBSCRIPTION_REFUSED,
                "No notifications of the stream " + stream + " are sent: " + shortened(reason),
                data(stream, reason));
    }

    /** Some notifications of a stream are lost. */
    void gap(String target, String stream, Seam.Gap gap) {
        Instant to = gap.to() == null ? clock.instant() : gap.to();
        Map<String, Object> data = data(stream, gap.reason());
        data.put("from", gap.from());
        data.put("to", to);
        record(
                target,
                EventKind.NOTIFICATIONS_GAP,
                "Notifications of the stream " + stream + " from " + gap.from() + " to " + to + " are missing: "
                        + shortened(gap.reason()),
                data);
    }

    /** A notification of a stream came, and is lost. */
    void unreadable(String target, String stream, String reason) {
        record(
                target,
                EventKind.NOTIFICATIONS_GAP,
                "A notification of the stream " + stream + " could not be read: " + shortened(reason),
                data(stream, reason));
    }

    private void record(String target, EventKind kind, String message, Map<String, Object> data) {
        recorder.record(Occurrence.ofTarget(clock.instant(), target, kind, message, EventData.of(data))
                .entry());
    }

    private static Map<String, Object> data(String stream, String reason) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("stream", stream);
        data.put("reason", shortened(reason));
        return data;
    }

    private static String shortened(String reason) {
        return reason.length() <= MAX_REASON_CHARACTERS ? reason : reason.substring(0, MAX_REASON_CHARACTERS) + "...";
    }
}
