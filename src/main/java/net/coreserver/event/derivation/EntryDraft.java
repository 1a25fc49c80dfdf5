package net.coreserver.event.derivation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.coreserver.event.Baseline;
import net.coreserver.event.EventRecorder;
import net.coreserver.event.LogEntry;
import net.coreserver.event.NotificationMark;
import net.coreserver.event.Occurrence;
import net.coreserver.event.notification.Notification;
import org.jspecify.annotations.Nullable;

/** An entry of the log that is being made. */
final class EntryDraft {

    private final Instant at;
    private final String target;
    private final List<Occurrence> occurrences = new ArrayList<>();
    private final List<NotificationMark> marks = new ArrayList<>();
    private @Nullable Baseline baseline;

    EntryDraft(Instant at, String target) {
        this.at = at;
        this.target = target;
    }

    /** When we learnt of what is in it. */
    Instant at() {
        return at;
    }

    /** The name of the target that it is about. */
    String target() {
        return target;
    }

    void tell(TargetChange change) {
        occurrences.add(change.occurrence(at, target));
    }

    /** Tells what happened to an interface, and by it what the target told of that. */
    void tell(InterfaceChange change, HintGroup hints) {
        occurrences.add(change.occurrence(at, target, hints));
        settle(hints);
    }

    /** Tells what the target told, as it stands. */
    void tell(Notification notification) {
        occurrences.add(NotificationEvents.of(notification, at));
        notification.mark().ifPresent(marks::add);
    }

    /** What the target told has been dealt with. */
    void settle(HintGroup hints) {
        marks.addAll(hints.marks());
    }

    void keep(String document) {
        baseline = new Baseline(target, document);
    }

    /** Hands it on, if there is anything in it. */
    void recordIn(EventRecorder recorder) {
        if (!occurrences.isEmpty() || !marks.isEmpty() || baseline != null) {
            recorder.record(new LogEntry(occurrences, marks, baseline));
        }
    }
}
