package net.coreserver.api.event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.coreserver.api.testing.FakeClock;
import net.coreserver.event.EventData;
import net.coreserver.event.EventKind;
import net.coreserver.event.EventReader;
import net.coreserver.event.EventRecorder;
import net.coreserver.event.LogEntry;
import net.coreserver.event.Occurrence;
import net.coreserver.event.Severity;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Things that happen, for tests. */
final class Happenings {

    /** Fewer than a log takes in at once. */
    private static final int PORTION = 2_000;

    private Happenings() {}

    /** A link that went down so many seconds after the start of the clock. */
    static Occurrence linkDown(int second, String target, String interfaceName) {
        return occurrence(second, target, interfaceName, EventKind.LINK_DOWN, interfaceName + " is down");
    }

    static Occurrence occurrence(
            int second, @Nullable String target, @Nullable String interfaceName, EventKind kind, String message) {
        return new Occurrence(
                FakeClock.START.plusSeconds(second),
                null,
                target,
                interfaceName,
                kind,
                kind.severity(),
                message,
                EventData.NONE);
    }

    /** One of which all is known that there can be. */
    static Occurrence full() {
        return new Occurrence(
                FakeClock.START,
                FakeClock.START.minus(Duration.ofSeconds(2)),
                "edge-1",
                "eth0",
                EventKind.LINK_DOWN,
                Severity.INFO,
                "eth0 is down: \"west\"\n\u2028 Łódź",
                EventData.of(Map.of("operStatus", "down")));
    }

    static void record(EventRecorder log, Occurrence... occurrences) {
        log.record(new LogEntry(List.of(occurrences), List.of(), null));
    }

    /** Records many, and waits until all are there. */
    static <L extends EventReader & EventRecorder> void recordAndWait(L log, List<Occurrence> occurrences) {
        long newest = log.newest();
        for (int i = 0; i < occurrences.size(); i += PORTION) {
            List<Occurrence> portion =
                    new ArrayList<>(occurrences.subList(i, Math.min(i + PORTION, occurrences.size())));
            log.record(new LogEntry(portion, List.of(), null));
            newest += portion.size();
            long expected = newest;
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> log.newest() >= expected);
        }
    }
}
