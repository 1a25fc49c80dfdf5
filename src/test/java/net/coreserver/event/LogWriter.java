package net.coreserver.event;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** A process that records events in bursts until it is killed, and says which of them have been told. */
final class LogWriter {

    private static final int BURST = 50;

    private LogWriter() {}

    /**
     * Runs until it is killed. Each line is the number of the newest event that was told.
     *
     * @param arguments the data directory, and what the messages begin with
     */
    public static void main(String[] arguments) {
        PrintStream out = System.out;
        String prefix = arguments[1];
        Random random = new Random(prefix.hashCode());
        try (Logs logs = Logs.in(Path.of(arguments[0]))) {
            logs.log.follow(newest -> {
                out.println(newest);
                out.flush();
            });
            long before = logs.log.newest();
            long recorded = 0;
            while (!out.checkError()) {
                for (int i = random.nextInt(BURST); i >= 0; i--) {
                    String message = prefix + "-" + recorded;
                    NotificationMark mark = new NotificationMark("edge-1", "NETCONF", Instant.EPOCH, message);
                    logs.log.record(new LogEntry(
                            List.of(Logs.occurrence(Instant.now(), "edge-1", EventKind.NOTIFICATION, message)),
                            List.of(mark),
                            new Baseline("edge-1", message)));
                    recorded++;
                }
                // No faster than it is written: it is the kill that is to be seen, not a queue that is full.
                while (before + recorded - logs.log.newest() > BURST) {
                    Thread.onSpinWait();
                }
            }
        }
    }
}
