package net.coreserver.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import net.coreserver.history.GraphRequest;
import net.coreserver.history.History;
import net.coreserver.history.HistoryFollower;
import net.coreserver.history.HistorySettings;
import net.coreserver.history.SeriesKey;
import net.coreserver.history.TopRequest;
import net.coreserver.history.series.Line;
import net.coreserver.interfaces.Metric;
import net.coreserver.store.Migrations;
import net.coreserver.store.Store;
import net.coreserver.store.StoreState;
import net.coreserver.store.Upkeep;
import org.jspecify.annotations.Nullable;

/**
 * What the history costs: octets and CPU time a sample, beside a plain table with a row for each; and how long graphs take while
 * 20,000 samples a second come in. Time is made up, so that 90 days are there within minutes.
 */
final class HistoryBench {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration POLLED_FOR = Duration.ofDays(90);
    private static final Duration INTERVAL = Duration.ofSeconds(30);
    private static final int OBSERVED = 10;

    private static final int TARGETS = 200;
    private static final int INTERFACES = 100;
    private static final Duration LOAD_FOR = Duration.ofSeconds(90);
    private static final int GRAPHS = 300;
    private static final int LONG_GRAPHS = 60;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final PrintStream out;
    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final Store store;
    private final History history;
    private long polled;

    private HistoryBench(PrintStream out, Path directory) {
        this.out = out;
        HistorySettings settings =
                new HistorySettings(true, 8L << 30, Duration.ofDays(2), Duration.ofDays(30), Duration.ofDays(365));
        store = new Store(
                directory.resolve("history.db"), Migrations.HISTORY, Upkeep.BULK, now::get, Duration.ofSeconds(1));
        history = new History(store, settings, now::get, new HistoryFollower() {
            @Override
            public void stopped(String reason) {
                out.println("  the history has stopped: " + reason);
            }

            @Override
            public void resumed(long samplesLost) {
                out.println("  the history goes on; lost: " + samplesLost);
            }
        });
    }

    /** Runs the benchmark and prints its results. */
    static void run(PrintStream out) throws IOException, InterruptedException, SQLException {
        try (Workspace workspace = new Workspace()) {
            PlainTable.measure(out, workspace.file("plain.db"), TARGETS / 10, INTERFACES);
            HistoryBench bench = new HistoryBench(out, Files.createDirectory(workspace.file("history")));
            try {
                bench.run();
            } finally {
                bench.history.close();
                bench.store.close();
            }
        }
    }

    private void run() throws InterruptedException {
        store.start(Duration.ofSeconds(10));
        history.start();
        if (store.state() != StoreState.Available.AVAILABLE) {
            throw new IllegalStateException("the store did not open: " + store.state());
        }
        PolledInterfaces observed = new PolledInterfaces("observed", OBSERVED, INTERVAL, 1);
        fill(observed);
        loadAndRead(observed);
    }

    /** As fast as it goes. */
    private void fill(PolledInterfaces observed) throws InterruptedException {
        long begun = System.nanoTime();
        Instant end = START.plus(POLLED_FOR);
        for (Instant at = START; at.isBefore(end); at = at.plus(INTERVAL)) {
            now.set(at);
            history.recorder().observed(observed.poll(at), observed.latest());
            polled += OBSERVED;
            while (polled - history.report().samplesKept() > 50_000) {
                Thread.sleep(1);
            }
        }
        awaitKept();
        double seconds = (System.nanoTime() - begun) / 1e9;
        awaitTidy();
        out.printf(
                "%n%d interfaces over %d days: %,d samples in %.0f s, %,.0f a second; %.1f MiB, of which 48 h are samples%n",
                OBSERVED, POLLED_FOR.toDays(), polled, seconds, polled / seconds, octets() / 1024.0 / 1024);
    }

    /** What is older than it may be has gone. */
    private void awaitTidy() throws InterruptedException {
        long before = Long.MAX_VALUE;
        for (long now = octets(); now < before; now = octets()) {
            before = now;
            Thread.sleep(3_000);
        }
    }

    private void awaitKept() throws InterruptedException {
        while (history.report().samplesKept() + history.report().samplesDropped() < polled) {
            Thread.sleep(5);
        }
    }

    /** What is in use of the file; the rest of it is room for what comes. */
    private long octets() {
        return store.read(connection -> {
                    try (Statement statement = connection.createStatement()) {
                        return (pragma(statement, "page_count") - pragma(statement, "freelist_count"))
                                * pragma(statement, "page_size");
                    }
                })
                .join();
    }

    private static long pragma(Statement statement, String name) throws SQLException {
        try (ResultSet row = statement.executeQuery("PRAGMA " + name)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private void loadAndRead(PolledInterfaces observed) throws InterruptedException {
        List<PolledInterfaces> targets = new ArrayList<>();
        for (int i = 0; i < TARGETS; i++) {
            targets.add(new PolledInterfaces("load-" + i, INTERFACES, INTERVAL, i));
        }
        long octetsBefore = octets();
        long before = history.report().samplesKept();
        long cpuBefore = cpuOfWriting();
        AtomicBoolean goesOn = new AtomicBoolean(true);
        Thread reading = Thread.ofPlatform().start(() -> read(observed, goesOn));
        Instant first = now.get();
        long begun = System.nanoTime();
        long seconds = 0;
        while (System.nanoTime() - begun < LOAD_FOR.toNanos() || goesOn.get()) {
            seconds++;
            // Half a minute goes by in a second, so that the counters differ as they do between polls.
            Instant at = first.plus(INTERVAL.multipliedBy(seconds));
            now.set(at);
            for (PolledInterfaces target : targets) {
                history.recorder().observed(target.poll(at), target.latest());
                polled += INTERFACES;
            }
            long ahead = seconds * 1_000_000_000L - (System.nanoTime() - begun);
            if (ahead > 0) {
                Thread.sleep(Duration.ofNanos(ahead));
            }
        }
        double took = (System.nanoTime() - begun) / 1e9;
        reading.join();
        awaitKept();
        long kept = history.report().samplesKept() - before;
        out.printf(
                "%n%,d interfaces polled at 30 s, thirty times as fast: %,.0f samples a second for %.0f s, dropped: %d, waiting at the end: %d%n",
                TARGETS * INTERFACES,
                kept / took,
                took,
                history.report().samplesDropped(),
                history.report().samplesWaiting());
        out.printf(
                "  CPU time of the threads that write, reads and all: %.1f us a sample, %.0f%% of one core%n",
                (cpuOfWriting() - cpuBefore) / 1e3 / kept, (cpuOfWriting() - cpuBefore) / 1e7 / took);
        out.printf(
                "  on disk: %.1f octets a sample, with the journal and the indexes%n",
                (double) (octets() - octetsBefore) / kept);
        top(now.get());
    }

    private void read(PolledInterfaces observed, AtomicBoolean goesOn) {
        Instant to = START.plus(POLLED_FOR);
        try {
            Figures day = new Figures();
            Figures allOfTheDay = new Figures();
            for (int i = 0; i < GRAPHS; i++) {
                String name = observed.interfaceName(i % OBSERVED);
                day.add(graph(List.of(name), to.minus(Duration.ofDays(1)), to, null));
                allOfTheDay.add(graph(List.of(name), to.minus(Duration.ofDays(1)), to, INTERVAL));
            }
            List<String> all = new ArrayList<>();
            for (int i = 0; i < OBSERVED; i++) {
                all.add(observed.interfaceName(i));
            }
            Figures long90 = new Figures();
            for (int i = 0; i < LONG_GRAPHS; i++) {
                long90.add(graph(all, START, to, null));
            }
            out.printf("%nwhile that is written, ms: median (middle half), p99%n");
            print("one interface's day at 30 s, about 500 points", day);
            print("one interface's day at 30 s, all 2,880 points", allOfTheDay);
            print("ten interfaces' 90 days", long90);
        } finally {
            goesOn.set(false);
        }
    }

    private void print(String what, Figures figures) {
        out.printf("  %-46s %s, %.2f%n", what, figures, figures.quantile(0.99));
    }

    /** Two lines of each interface; in milliseconds. */
    private double graph(List<String> names, Instant from, Instant to, @Nullable Duration step) {
        GraphRequest request = new GraphRequest(
                List.of(Line.of(Metric.IN_BITS_PER_SECOND), Line.of(Metric.OUT_BITS_PER_SECOND)), from, to, step);
        long begun = System.nanoTime();
        names.stream()
                .map(name -> history.graph(new SeriesKey("observed", name), request))
                .toList()
                .forEach(graph -> {
                    if (graph.join().isEmpty()) {
                        throw new IllegalStateException("there is nothing");
                    }
                });
        return (System.nanoTime() - begun) / 1e6;
    }

    private void top(Instant to) {
        TopRequest request =
                new TopRequest(Line.of(Metric.IN_UTILIZATION), to.minus(Duration.ofHours(1)), to, key -> true, 10);
        Figures figures = new Figures();
        for (int i = 0; i < 5; i++) {
            long begun = System.nanoTime();
            history.top(request).join();
            figures.add((System.nanoTime() - begun) / 1e6);
        }
        out.printf("  the ten busiest of %,d, ms: %s%n", TARGETS * INTERFACES + OBSERVED, figures);
    }

    private static long cpuOfWriting() {
        long sum = 0;
        for (long id : THREADS.getAllThreadIds()) {
            var info = THREADS.getThreadInfo(id);
            if (info != null
                    && (info.getThreadName().equals("history")
                            || info.getThreadName().equals("store"))) {
                sum += THREADS.getThreadCpuTime(id);
            }
        }
        return sum;
    }
}
