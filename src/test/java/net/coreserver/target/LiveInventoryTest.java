package net.coreserver.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.coreserver.interfaces.InterfaceSelection;
import net.coreserver.netconf.Credentials;
import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.HostKeyPolicy;
import net.coreserver.netconf.Secret;
import org.junit.jupiter.api.Test;

class LiveInventoryTest {

    private static final HostKeyPolicy HOST_KEY = new HostKeyPolicy.Pinned("SHA256:" + "A".repeat(43));

    private final LiveInventory live = new LiveInventory();

    private static Target target(String name, TargetSource source) {
        Endpoint endpoint = new Endpoint(
                name,
                "192.0.2.1",
                830,
                Credentials.ofPassword("monitor", Secret.of("test-password")),
                HOST_KEY,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1));
        return new Target(
                endpoint,
                Duration.ofSeconds(10),
                true,
                Map.of(),
                InterfaceSelection.ALL,
                EventSelection.STANDARD,
                null,
                source);
    }

    @Test
    void theTargetsOfAllSourcesAreTold() {
        List<List<String>> seen = new ArrayList<>();
        live.follow(inventory -> seen.add(List.copyOf(inventory.targets().keySet())));
        live.replace(TargetSource.API, List.of(target("b", TargetSource.API)));
        live.replace(TargetSource.CONFIGURATION, List.of(target("a", TargetSource.CONFIGURATION)));
        live.replace(TargetSource.API, List.of());

        assertThat(seen).containsExactly(List.of(), List.of("b"), List.of("a", "b"), List.of("a"));
        assertThat(live.current().targets()).containsOnlyKeys("a");
    }

    @Test
    void whoFollowsLaterHearsOfThoseThatAreThere() {
        live.replace(TargetSource.API, List.of(target("b", TargetSource.API)));
        List<Inventory> seen = new ArrayList<>();
        live.follow(seen::add);
        assertThat(seen).containsExactly(live.current());
    }

    @Test
    void ofTwoOfOneNameTheEarlierSourceCountsUntilItsTargetIsGone() {
        Target stored = target("edge", TargetSource.API);
        Target configured = target("edge", TargetSource.FILE);
        live.replace(TargetSource.API, List.of(stored));
        live.replace(TargetSource.FILE, List.of(configured));
        assertThat(live.current().targets()).containsValue(configured).hasSize(1);
        assertThat(live.shadowed()).containsExactly(stored);

        live.replace(TargetSource.FILE, List.of());
        assertThat(live.current().targets()).containsValue(stored).hasSize(1);
        assertThat(live.shadowed()).isEmpty();
    }
}
