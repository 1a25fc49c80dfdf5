package net.coreserver.event.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class AnnouncedCapabilitiesTest {

    private final AnnouncedCapabilities capabilities = new AnnouncedCapabilities();

    private Map<String, Object> follow(long session, String... announced) {
        return capabilities
                .follow(Statuses.session(session, announced), "edge-1")
                .map(TargetChange::data)
                .orElse(Map.of());
    }

    @Test
    void theFirstSessionHasNothingToBeComparedWith() {
        assertThat(follow(1, "urn:a")).isEmpty();
    }

    @Test
    void anotherSessionThatAnnouncesOthersIsTold() {
        var _ = follow(1, "urn:a", "urn:b?revision=2025-01-01");
        assertThat(follow(2, "urn:b?revision=2025-01-01", "urn:a")).isEmpty();
        assertThat(follow(3, "urn:b?revision=2026-01-01", "urn:a"))
                .isEqualTo(Map.of(
                        "added", List.of("urn:b?revision=2026-01-01"),
                        "removed", List.of("urn:b?revision=2025-01-01")));
        assertThat(follow(4, "urn:b?revision=2026-01-01", "urn:a")).isEmpty();
    }

    @Test
    void whatTheTargetHasToldOfItselfIsNotToldAgain() {
        var _ = follow(1, "urn:a", "urn:b?revision=2025-01-01");
        capabilities.told(List.of("urn:b?revision=2026-01-01"));
        assertThat(capabilities.fingerprint()).isNull();
        assertThat(follow(2, "urn:a", "urn:b?revision=2026-01-01")).isEmpty();
        capabilities.told(List.of("urn:c"));
        assertThat(follow(3, "urn:b?revision=2026-01-01", "urn:c"))
                .isEqualTo(Map.of("added", List.of(), "removed", List.of("urn:a")));
        capabilities.told(List.of());
        assertThat(follow(4, "urn:x")).isEmpty();
        assertThat(follow(5, "urn:y")).isNotEmpty();
    }

    @Test
    void afterARestartTheFingerprintDecides() {
        var _ = follow(1, "urn:a", "urn:b");
        AnnouncedCapabilities restarted = new AnnouncedCapabilities();
        restarted.restore(capabilities.fingerprint());
        assertThat(restarted.follow(Statuses.session(2, "urn:b", "urn:a"), "edge-1"))
                .isEmpty();
        AnnouncedCapabilities other = new AnnouncedCapabilities();
        other.restore(capabilities.fingerprint());
        assertThat(other.follow(Statuses.session(2, "urn:b"), "edge-1")).isPresent();
    }

    @Test
    void listsAreBounded() {
        var _ = follow(1);
        String[] many = IntStream.range(0, 250).mapToObj(i -> "urn:" + i).toArray(String[]::new);
        assertThat(follow(2, many))
                .containsEntry("addedInAll", 250)
                .extractingByKey("added")
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(100);
    }
}
