package net.coreserver.api.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.coreserver.api.testing.FakeClock;
import net.coreserver.api.testing.FakeTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BacklogTest {

    private static void add(Backlog backlog, long number, FakeTarget target) {
        backlog.add(number, target, target.latest(), false, true);
    }

    private static List<Backlog.Update> rest(Backlog backlog) {
        List<Backlog.Update> rest = new ArrayList<>();
        for (Backlog.Update update = backlog.next(); update != null; update = backlog.next()) {
            rest.add(update);
        }
        return rest;
    }

    @Test
    void aTargetThatChangesOftenKeepsItsTurnAndWaitsOnce() {
        FakeTarget one = new FakeTarget("edge-1");
        FakeTarget two = new FakeTarget("edge-2");
        Backlog backlog = new Backlog(0);
        add(backlog, 1, one);
        add(backlog, 2, two);
        one.isUp(FakeTarget.snapshot("edge-1", FakeClock.START));
        add(backlog, 3, one);

        assertThat(backlog.size()).isEqualTo(2);
        List<Backlog.Update> updates = rest(backlog);

        assertThat(updates).extracting(Backlog.Update::target).containsExactly(one, two);
        assertThat(updates.getFirst().latest()).isSameAs(one.latest());
        assertThat(updates).extracting(Backlog.Update::upTo).containsExactly(1L, 3L);
    }

    @Test
    void aTargetThatGoesAndOneThatComesBackAreToldAsTheyAreThen() {
        FakeTarget target = new FakeTarget("edge-1");
        Backlog backlog = new Backlog(0);
        add(backlog, 1, target);
        backlog.add(2, target, null, false, false);
        assertThat(rest(backlog)).singleElement().satisfies(update -> {
            assertThat(update.latest()).isNull();
            assertThat(update.hasSnapshot()).isFalse();
        });

        backlog.add(3, target, null, false, false);
        backlog.add(4, target, target.latest(), true, false);
        assertThat(rest(backlog)).singleElement().satisfies(update -> {
            assertThat(update.latest()).isSameAs(target.latest());
            assertThat(update.hasState()).isTrue();
        });
    }

    /** Wherever a client stops, what it has not been told of has a greater number than the one it comes back with. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void nothingIsLostOnAClientThatComesBack(long seed) {
        Random random = new Random(seed);
        List<FakeTarget> targets = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            targets.add(new FakeTarget("edge-" + i));
        }
        Backlog backlog = new Backlog(0);
        Map<FakeTarget, Long> changed = new HashMap<>();
        Map<FakeTarget, Long> told = new HashMap<>();
        long upTo = 0;
        for (long number = 1; number < 500; number++) {
            FakeTarget target = targets.get(random.nextInt(targets.size()));
            add(backlog, number, target);
            changed.put(target, number);
            for (int takes = random.nextInt(3); takes > 0; takes--) {
                Backlog.Update update = backlog.next();
                if (update == null) {
                    continue;
                }
                FakeTarget of = (FakeTarget) update.target();
                told.put(of, changed.getOrDefault(of, 0L));
                assertThat(update.upTo()).isGreaterThanOrEqualTo(upTo);
                upTo = update.upTo();
            }
            for (Map.Entry<FakeTarget, Long> latest : changed.entrySet()) {
                if (!latest.getValue().equals(told.get(latest.getKey()))) {
                    assertThat(latest.getValue()).isGreaterThan(upTo);
                }
            }
        }
    }
}
