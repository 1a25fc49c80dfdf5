package net.coreserver.interfaces;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {

    private static final List<String> IN_ORDER = List.of(
            "",
            "0",
            "00",
            "01",
            "1",
            "2",
            "10",
            "184467440737095516150",
            "GigabitEthernet0/0/2",
            "GigabitEthernet0/0/10",
            "GigabitEthernet0/1",
            "br-",
            "eth0",
            "eth00",
            "eth0.9",
            "eth0.10",
            "eth01",
            "eth1",
            "eth2",
            "eth10",
            "lo",
            "wlan-é");

    @Test
    void digitsCountAsNumbers() {
        List<String> names = new ArrayList<>(IN_ORDER);
        Random random = new Random(11);
        for (int round = 0; round < 100; round++) {
            Collections.shuffle(names, random);
            names.sort(NaturalOrder.BY_NAME);
            assertThat(names).isEqualTo(IN_ORDER);
        }
    }

    @Test
    void theOrderIsTotal() {
        for (String left : IN_ORDER) {
            for (String right : IN_ORDER) {
                int comparison = Integer.signum(NaturalOrder.BY_NAME.compare(left, right));
                assertThat(comparison)
                        .as("%s and %s", left, right)
                        .isEqualTo(Integer.compare(IN_ORDER.indexOf(left), IN_ORDER.indexOf(right)));
            }
        }
    }

    @Test
    void aSnapshotStandsInThatOrderAndFindsByName() {
        List<InterfaceSample> samples = new ArrayList<>();
        for (String name : List.of("eth10", "lo", "eth2")) {
            samples.add(new InterfaceSample(
                    name, null, null, null, null, null, null, null, null, null, List.of(), List.of(), List.of(),
                    List.of(), null));
        }
        Snapshot snapshot = new Snapshot("t", Instant.EPOCH, Duration.ZERO, samples, Map.of());
        assertThat(snapshot.interfaces()).extracting(InterfaceSample::name).containsExactly("eth2", "eth10", "lo");
        assertThat(snapshot.find("lo")).isPresent();
        assertThat(snapshot.find("LO")).isEmpty();
    }
}
