package net.coreserver.api.testing;

import com.sun.net.httpserver.HttpServer;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.coreserver.event.EventFilter;
import net.coreserver.event.EventKind;
import net.coreserver.event.InMemoryEvents;
import net.coreserver.event.Severity;
import net.coreserver.event.sink.Destination;
import net.coreserver.event.sink.SinkSettings;
import net.coreserver.event.sink.Sinks;
import net.coreserver.netconf.Secret;
import net.coreserver.store.Migrations;
import net.coreserver.store.Store;
import net.coreserver.store.Upkeep;

/** Sinks over a log of their own: "lines" takes everything, "picky" refuses every event, "off" is switched off. */
@Alternative
@Singleton
public class TestSinks {

    private static final int UNPROCESSABLE = 422;
    private static final int NO_CONTENT = 204;

    private final InMemoryEvents log = new InMemoryEvents();
    private final Path directory;
    private final HttpServer refusing;
    private final Store store;
    private final Sinks sinks;
    private volatile int status = UNPROCESSABLE;

    TestSinks() throws IOException {
        directory = Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "sinks");
        refusing = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        refusing.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        refusing.start();
        InstantSource clock = InstantSource.system();
        store = new Store(
                directory.resolve("sinks.db"), Migrations.CORESERVER, Upkeep.RECORDS, clock, Duration.ofMillis(20));
        store.start(Duration.ofSeconds(60));
        EventFilter linkDown = new EventFilter(
                Set.of(), Set.of(), EnumSet.of(EventKind.LINK_DOWN), EnumSet.noneOf(Severity.class), null, null);
        URI hook = URI.create("http://127.0.0.1:" + refusing.getAddress().getPort() + "/hook");
        Destination.Webhook webhook = new Destination.Webhook(
                hook,
                Secret.of("test-signing-secret"),
                Secret.of("test-bearer-token"),
                1,
                Duration.ofSeconds(10),
                null);
        sinks = new Sinks(
                List.of(
                        new SinkSettings(
                                "lines", true, linkDown, Duration.ofDays(1), new Destination.JsonLines(lines())),
                        new SinkSettings("off", false, EventFilter.ALL, Duration.ofDays(1), webhook),
                        new SinkSettings("picky", true, linkDown, Duration.ofDays(1), webhook)),
                log,
                log,
                store,
                clock);
        sinks.start();
    }

    /** Where the log of the sinks is filled. */
    public InMemoryEvents log() {
        return log;
    }

    /** While something is done, "picky" refuses nothing. */
    public void takingEverything(Runnable action) {
        status = NO_CONTENT;
        try {
            action.run();
        } finally {
            status = UNPROCESSABLE;
        }
    }

    /** The file of the sink "lines". */
    public Path lines() {
        return directory.resolve("events.ndjson").toAbsolutePath();
    }

    @Produces
    @Singleton
    Sinks sinks() {
        return sinks;
    }

    @PreDestroy
    void close() {
        sinks.close();
        store.close();
        refusing.stop(0);
    }
}
