package net.coreserver.api.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.nio.file.Path;
import net.coreserver.api.testing.ApiTest;
import net.coreserver.api.testing.FakeEvents;
import net.coreserver.api.testing.FakePulse;
import net.coreserver.event.InMemoryEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of those who read the log as a stream share: a log in memory, and that they leave nothing behind. */
abstract class LogStreamTest extends ApiTest {

    static final String EVENTS = "/api/v1/events";

    @Inject
    FakeEvents events;

    @Inject
    LogStreams streams;

    @Inject
    FakePulse pulse;

    @TempDir
    Path directory;

    InMemoryEvents log = new InMemoryEvents();

    @BeforeEach
    void beginALog() {
        log = events.showEmpty();
    }

    @AfterEach
    void nothingIsLeft() {
        await().until(() -> streams.open().isEmpty());
        assertThat(pulse.intervals()).isEmpty();
        assertThat(events.followers()).as("one for all streams").isEqualTo(1);
    }
}
