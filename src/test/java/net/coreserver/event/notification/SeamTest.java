package net.coreserver.event.notification;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.coreserver.netconf.discovery.EventStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SeamTest {

    private static final Instant POSITION = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant START = POSITION.minusSeconds(5);

    private static Seam seam(boolean replays, @Nullable Instant created, @Nullable Instant aged) {
        return Seam.with(POSITION, START, new EventStream("NETCONF", null, replays, created, aged));
    }

    @Test
    void aLogThatReachesBackClosesTheSeam() {
        assertThat(seam(true, POSITION.minusSeconds(1), POSITION.minusSeconds(1)))
                .isEqualTo(new Seam(START, null, null));
    }

    @Test
    void aLogThatBeginsLaterIsReplayedAndLeavesAGap() {
        Instant later = POSITION.plusSeconds(60);
        for (Seam seam : new Seam[] {seam(true, later, null), seam(true, POSITION.minusSeconds(60), later)}) {
            assertThat(seam.startTime()).isEqualTo(START);
            assertThat(requireNonNull(seam.gap()).from()).isEqualTo(POSITION);
            assertThat(seam.resumedAt()).contains(later);
        }
    }

    @Test
    void aLogOfWhichItIsNotKnownWhetherItReachesBackHasToProveIt() {
        for (Seam seam : new Seam[] {seam(true, null, null), seam(true, POSITION, null)}) {
            assertThat(seam.startTime()).isEqualTo(START);
            assertThat(seam.gap()).isNull();
            assertThat(requireNonNull(seam.doubt()).from()).isEqualTo(POSITION);
        }
    }

    @Test
    void withoutReplayThereIsAGapUpToNow() {
        Seam seam = seam(false, null, null);
        assertThat(seam.startTime()).isNull();
        assertThat(requireNonNull(seam.gap()).from()).isEqualTo(POSITION);
        assertThat(seam.resumedAt()).isEmpty();
    }
}
