package net.coreserver.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.coreserver.interfaces.Counter64;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.Metric;
import net.coreserver.interfaces.Statistics;

/** What the history is compared with: a table with a row for each sample, keyed by interface and time, in batches of a thousand. */
final class PlainTable {

    private static final int POLLS = 200;
    private static final int BATCH = 1_000;
    private static final Duration INTERVAL = Duration.ofSeconds(30);

    private static final List<Metric> COUNTERS = List.of(Metric.values()).stream()
            .filter(metric -> metric.kind() == Metric.Kind.COUNTER)
            .toList();

    private PlainTable() {}

    static void measure(PrintStream out, Path file, int targets, int interfaces) throws SQLException {
        List<PolledInterfaces> polled = new ArrayList<>();
        for (int i = 0; i < targets; i++) {
            polled.add(new PolledInterfaces("load-" + i, interfaces, INTERVAL, i));
        }
        long samples = 0;
        long nanos = 0;
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = NORMAL");
            StringBuilder columns = new StringBuilder();
            COUNTERS.forEach(
                    counter -> columns.append(", ").append(counter.word()).append(" INTEGER"));
            statement.execute(
                    "CREATE TABLE sample (series INTEGER, at INTEGER, admin INTEGER, oper INTEGER, speed INTEGER"
                            + columns + ", PRIMARY KEY (series, at)) WITHOUT ROWID");
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO sample VALUES (?, ?, 1, 1, ?" + ", ?".repeat(COUNTERS.size()) + ")")) {
                for (int poll = 0; poll < POLLS; poll++) {
                    for (int i = 0; i < targets; i++) {
                        polled.get(i).poll(Instant.EPOCH.plus(INTERVAL.multipliedBy(poll)));
                        List<InterfaceSample> seen = Objects.requireNonNull(
                                        polled.get(i).latest().snapshot())
                                .interfaces();
                        long begun = System.nanoTime();
                        for (int j = 0; j < seen.size(); j++) {
                            insert(insert, i * interfaces + j, poll, seen.get(j));
                            samples++;
                            if (samples % BATCH == 0) {
                                connection.commit();
                            }
                        }
                        nanos += System.nanoTime() - begun;
                    }
                }
            }
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        out.printf(
                "%na row for each sample: %,.0f samples a second at most, %.1f us each, %.1f octets a sample on disk%n",
                samples / (nanos / 1e9),
                nanos / 1e3 / samples,
                (double) file.toFile().length() / samples);
    }

    private static void insert(PreparedStatement insert, int series, int poll, InterfaceSample sample)
            throws SQLException {
        Statistics statistics = Objects.requireNonNull(sample.statistics());
        insert.setInt(1, series);
        insert.setLong(2, INTERVAL.toMillis() * poll);
        insert.setLong(3, Objects.requireNonNull(sample.speedBitsPerSecond()));
        for (int i = 0; i < COUNTERS.size(); i++) {
            Counter64 counter = Objects.requireNonNull(COUNTERS.get(i).counter(statistics));
            insert.setLong(4 + i, counter.bits());
        }
        insert.executeUpdate();
    }
}
