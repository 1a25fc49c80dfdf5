package net.coreserver.event.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import net.coreserver.event.Event;
import net.coreserver.event.EventKind;
import net.coreserver.event.InMemoryEvents;
import net.coreserver.event.NotificationMark;
import net.coreserver.event.Occurrence;
import net.coreserver.event.notification.Notification;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.Snapshot;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A device whose links change at random, which tells of it late, as netconfd does, and answers polls from a cache: whatever the
 * order in which hints and polls come, each change that a poll saw is told once, and no hint is lost. The same runs each time.
 */
class ExactlyOnceTest {

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final List<String> STATES = List.of("up", "down", "lower-layer-down");
    private static final List<String> NAMES = List.of("eth0", "eth1", "eth2");
    private static final Set<EventKind> OF_STATE =
            EnumSet.of(EventKind.LINK_UP, EventKind.LINK_DOWN, EventKind.OPER_STATUS_CHANGED);

    private static final int RUNS = 60;
    private static final int STEPS = 120;

    /** One device and what became of it. */
    private static final class Run {

        private final SplittableRandom random;
        private final VirtualTime time = new VirtualTime();
        private final InMemoryEvents log = new InMemoryEvents();
        private Derivation derivation = new Derivation(log, time, time);
        private final SimulatedTarget target =
                new SimulatedTarget(time, (monitored, latest) -> derivation.observed(monitored, latest));
        private final Map<String, String> states = new HashMap<>();
        private final List<Notification> hints = new ArrayList<>();

        Run(long seed) {
            random = new SplittableRandom(seed);
            target.answersAfter(Duration.ofMillis(random.nextInt(10, 700)));
            target.answersFromCacheFor(Duration.ofMillis(random.nextInt(0, 1_000)));
            NAMES.forEach(name -> set(name, "up"));
            target.isPolledNow();
        }

        private void set(String name, String state) {
            states.put(name, state);
            target.has(Seen.oper(name, state));
        }

        /** A link changes; the device tells so between one second and 1.6 seconds later. */
        void change() {
            String name = NAMES.get(random.nextInt(NAMES.size()));
            String state = STATES.get(random.nextInt(STATES.size()));
            if (!state.equals(states.get(name))) {
                set(name, state);
                String told = state.equals("down") ? "link-down" : "link-up";
                Notification hint = Told.link(told, name, time.instant());
                hints.add(hint);
                time.after(Duration.ofMillis(random.nextInt(1_000, 1_600)), () -> derivation.notified(target, hint));
            }
        }

        /** Something happens, and time goes on. */
        void step(int shortestPause, int longestPause) {
            if (random.nextInt(3) == 0) {
                target.isPolled();
            } else {
                change();
            }
            time.advance(Duration.ofMillis(random.nextInt(shortestPause, longestPause)));
        }

        void restart() {
            derivation.close();
            derivation = new Derivation(log, time, time);
        }

        void settle() {
            for (int i = 0; i < 4; i++) {
                time.advance(3);
                target.isPolled();
            }
            time.advance(3);
        }

        /** The changes of state that the snapshots show, of one interface after another. */
        List<String> seen() {
            List<String> seen = new ArrayList<>();
            for (String name : NAMES) {
                String before = null;
                for (Snapshot snapshot : target.snapshots()) {
                    InterfaceSample sample = snapshot.find(name).orElseThrow();
                    String now = String.valueOf(sample.operStatus());
                    if (before != null && !before.equals(now)) {
                        seen.add(name + " " + before + " " + now);
                    }
                    before = now;
                }
            }
            return seen.stream().map(ExactlyOnceTest::plain).toList();
        }

        /** The same, as they were told: those with a state before and one after. */
        List<String> told() throws IOException {
            List<String> told = new ArrayList<>();
            for (String name : NAMES) {
                for (Event event : log.all()) {
                    Occurrence what = event.what();
                    if (name.equals(what.interfaceName()) && OF_STATE.contains(what.kind())) {
                        JsonNode state = JSON.readTree(what.data().json()).at("/operStatus");
                        if (state.has("from")) {
                            told.add(plain(name + " " + state.path("from").asText() + " "
                                    + state.path("to").asText()));
                        }
                    }
                }
            }
            return told;
        }

        /** What was told because of hints alone. */
        List<Occurrence> ofHintsAlone() throws IOException {
            List<Occurrence> alone = new ArrayList<>();
            for (Event event : log.all()) {
                Occurrence what = event.what();
                boolean isOfState = OF_STATE.contains(what.kind());
                if (what.kind() == EventKind.LINK_FLAPPED
                        || (isOfState
                                && !JSON.readTree(what.data().json())
                                        .at("/operStatus")
                                        .has("from"))) {
                    alone.add(what);
                }
            }
            return alone;
        }
    }

    private static String plain(String words) {
        return words.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyChangeThatAPollSawIsToldOnceAndNoHintIsLost(long seed) throws IOException {
        for (int run = 0; run < RUNS; run++) {
            Run device = new Run(seed * 1_000 + run);
            for (int step = 0; step < STEPS; step++) {
                device.step(0, 1_500);
            }
            device.settle();
            assertThat(device.told()).as("run %d", run).isEqualTo(device.seen());
            assertThat(device.log.allMarks())
                    .as("run %d", run)
                    .doesNotHaveDuplicates()
                    .extracting(NotificationMark::digest)
                    .containsExactlyInAnyOrderElementsOf(
                            device.hints.stream().map(Notification::digest).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void whereEveryChangeStaysUntilAPollHasSeenItNothingElseIsTold(long seed) throws IOException {
        for (int run = 0; run < RUNS; run++) {
            Run device = new Run(seed * 1_000 + run);
            for (int step = 0; step < STEPS; step++) {
                device.step(4_000, 9_000);
            }
            device.settle();
            assertThat(device.told()).as("run %d", run).isEqualTo(device.seen());
            assertThat(device.seen()).hasSameSizeAs(device.hints);
            assertThat(device.ofHintsAlone()).as("run %d", run).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void aRestartAtAnyTimeChangesNothingOfIt(long seed) throws IOException {
        for (int run = 0; run < RUNS; run++) {
            Run device = new Run(seed * 1_000 + run);
            for (int step = 0; step < STEPS; step++) {
                device.step(0, 1_500);
                if (device.random.nextInt(20) == 0) {
                    device.restart();
                }
            }
            device.settle();
            assertThat(device.told()).as("run %d", run).isEqualTo(device.seen());
            // Those that waited are replayed by the target, since they are not marked.
            assertThat(device.log.allMarks().stream()
                            .map(NotificationMark::digest)
                            .collect(Collectors.toSet()))
                    .hasSameSizeAs(device.log.allMarks());
        }
    }
}
