package net.coreserver.event.sink;

import static net.coreserver.event.sink.SinkFixture.settings;
import static net.coreserver.event.sink.SinkFixture.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.LongStream;
import net.coreserver.event.Event;
import net.coreserver.event.EventKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("events.jsonl");
    }

    private static List<Event> events(int from, int to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(id -> new Event(id, SinkFixture.occurrence(HeldClock.START, EventKind.LINK_DOWN, "edge-1")))
                .toList();
    }

    private static List<Long> ids(Path lines) throws IOException {
        assertThat(Files.readString(lines)).endsWith("\n");
        return Files.readAllLines(lines).stream()
                .map(line -> {
                    try {
                        return JSON.readTree(line).get("id").asLong();
                    } catch (IOException e) {
                        throw new AssertionError(line, e);
                    }
                })
                .toList();
    }

    private Outlet outlet() {
        return new JsonLinesOutlet(new Destination.JsonLines(file));
    }

    @Test
    void eachEventIsALineAndTheFileIsForFew() throws Exception {
        try (Outlet outlet = outlet()) {
            assertThat(outlet.deliver(events(1, 2))).isEqualTo(Outcome.Taken.TAKEN);
            assertThat(outlet.deliver(events(3, 3))).isEqualTo(Outcome.Taken.TAKEN);
        }
        assertThat(ids(file)).containsExactly(1L, 2L, 3L);
        // The umask of the process can only take rights away.
        assertThat(PosixFilePermissions.fromString("rw-r-----")).containsAll(Files.getPosixFilePermissions(file));
    }

    @Test
    void aFileThatWasMovedAwayIsMadeAnew() throws Exception {
        Path moved = directory.resolve("events.jsonl.1");
        try (Outlet outlet = outlet()) {
            outlet.deliver(events(1, 1));
            Files.move(file, moved);
            outlet.deliver(events(2, 2));
            Files.delete(file);
            outlet.deliver(events(3, 3));
        }
        assertThat(ids(moved)).containsExactly(1L);
        assertThat(ids(file)).containsExactly(3L);
    }

    @Test
    void aFileThatAnotherTookThePlaceOfIsLetGo() throws Exception {
        Path moved = directory.resolve("events.jsonl.1");
        try (Outlet outlet = outlet()) {
            outlet.deliver(events(1, 1));
            Files.move(file, moved);
            Files.createFile(file); // as logrotate does when it is told to
            outlet.deliver(events(2, 2));
        }
        assertThat(ids(moved)).containsExactly(1L);
        assertThat(ids(file)).containsExactly(2L);
    }

    @Test
    void aHalfWrittenLineIsEndedBeforeTheNext() throws Exception {
        Files.writeString(file, "{\"id\":1}\n{\"id\":2,\"mess");
        try (Outlet outlet = outlet()) {
            outlet.deliver(events(2, 2));
        }
        assertThat(Files.readAllLines(file)).hasSize(3).last().asString().startsWith("{\"id\":2,\"at\":");
    }

    @Test
    void whatDoesNotFitOnTheDiskIsTakenBack() throws Exception {
        try (LineFile lines = LineFile.open(file, FullDisk.after(25))) {
            lines.append("{\"id\":1}\n".getBytes(StandardCharsets.US_ASCII));
            assertThatThrownBy(() -> lines.append("{\"id\":2}\n{\"id\":3}\n".getBytes(StandardCharsets.US_ASCII)))
                    .isInstanceOf(IOException.class)
                    .hasMessage("No space left on device");
        }
        assertThat(ids(file)).containsExactly(1L);
    }

    @Test
    void aPlaceThatCannotBeWrittenIsAFailureLikeAnyOther() throws Exception {
        Files.createDirectory(file);
        try (SinkFixture fixture = new SinkFixture(directory);
                Sinks sinks = fixture.startReal(settings("lines", new Destination.JsonLines(file)))) {
            fixture.awaitBegun(1);
            fixture.happen(2);
            await().untilAsserted(() -> assertThat(state(sinks, "lines").failure())
                    .isNotNull()
                    .returns("It cannot be written: it is not a regular file", SinkFailure::message));
            Files.delete(file);
            fixture.clock.advanceToNext();
            await().untilAsserted(
                            () -> assertThat(state(sinks, "lines").cursor()).isEqualTo(2));
        }
        assertThat(ids(file)).containsExactly(1L, 2L);
    }
}
