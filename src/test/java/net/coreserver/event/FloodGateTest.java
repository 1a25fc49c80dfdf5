package net.coreserver.event;

import static net.coreserver.event.Logs.occurrence;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FloodGateTest {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final int RATE = 10;

    private final FloodGate gate = new FloodGate(RATE);

    private int admitted(String target, EventKind kind, int events, Instant now) {
        List<Occurrence> told = IntStream.range(0, events)
                .mapToObj(i -> occurrence(now, target, kind, "told"))
                .toList();
        return gate.admit(new LogEntry(told, List.of(), null), now)
                .occurrences()
                .size();
    }

    @Test
    void aBurstPassesAndThenSoManyASecond() {
        assertThat(admitted("edge-1", EventKind.NOTIFICATION, FloodGate.BURST + 7, START))
                .isEqualTo(FloodGate.BURST);
        assertThat(admitted("edge-1", EventKind.NOTIFICATION, 100, START.plusSeconds(3)))
                .isEqualTo(3 * RATE);
        assertThat(admitted("edge-1", EventKind.NOTIFICATION, 1, START.plusSeconds(3)))
                .isZero();
        assertThat(admitted("edge-2", EventKind.NOTIFICATION, 1, START.plusSeconds(3)))
                .isEqualTo(1);
    }

    @Test
    void aClockThatIsSetBackGivesNothingAwayAndTakesNothing() {
        admitted("edge-1", EventKind.NOTIFICATION, FloodGate.BURST, START);

        assertThat(admitted("edge-1", EventKind.NOTIFICATION, 5, START.minusSeconds(3_600)))
                .isZero();
        assertThat(admitted("edge-1", EventKind.NOTIFICATION, 5, START.minusSeconds(3_599)))
                .isEqualTo(5);
    }

    @Test
    void whatBecomesOfTheTargetAlwaysPasses() {
        admitted("edge-1", EventKind.NOTIFICATION, FloodGate.BURST, START);

        assertThat(admitted("edge-1", EventKind.TARGET_DOWN, 3, START)).isEqualTo(3);
        assertThat(admitted("edge-1", EventKind.LINK_DOWN, 3, START)).isZero();
    }

    @Test
    void marksAndBaselinePassEvenWhenTheEventDoesNot() {
        admitted("edge-1", EventKind.NOTIFICATION, FloodGate.BURST, START);
        NotificationMark mark = new NotificationMark("edge-1", "NETCONF", START, "digest");
        Baseline baseline = new Baseline("edge-1", "known");
        LogEntry entry = new LogEntry(
                List.of(occurrence(START, "edge-1", EventKind.NOTIFICATION, "told")), List.of(mark), baseline);

        assertThat(gate.admit(entry, START)).isEqualTo(new LogEntry(List.of(), List.of(mark), baseline));
    }

    @Test
    void whatWasDroppedIsToldOnceByTargetAndReason() {
        admitted("edge-1", EventKind.LINK_UP, FloodGate.BURST + 2, START);
        admitted("edge-1", EventKind.LINK_DOWN, 1, START);
        gate.drop(
                Occurrence.ofService(START, EventKind.SINK_FAILING, "It fails", EventData.NONE)
                        .entry(),
                FloodGate.Reason.LOG_UNAVAILABLE,
                START.plusSeconds(1));

        assertThat(gate.summaries(START.plusSeconds(9), false)).isEmpty();
        assertThat(gate.summaries(START.plusSeconds(10), false))
                .singleElement()
                .satisfies(summary -> assertThat(summary.data().json())
                        .isEqualTo("{\"reason\":\"flood\",\"count\":3,\"kinds\":{\"link-up\":2,\"link-down\":1},"
                                + "\"from\":\"2026-03-01T10:00:00Z\",\"to\":\"2026-03-01T10:00:00Z\"}"));
        assertThat(gate.summaries(START.plusSeconds(10), true))
                .extracting(Occurrence::message)
                .containsExactly("1 event was dropped: the log could not be written, and no more could wait");
        assertThat(gate.summaries(START.plusSeconds(60), true)).isEmpty();
    }
}
