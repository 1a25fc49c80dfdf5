package net.coreserver.history;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Writes history for as long as it lives, and prints how many samples are kept, as soon as it knows. */
final class SampleWriter {

    static final Duration INTERVAL = Duration.ofSeconds(1);

    private SampleWriter() {}

    /**
     * Runs it.
     *
     * @param arguments the directory, and the time of the first poll
     */
    public static void main(String[] arguments) {
        Instant start = Instant.parse(arguments[1]);
        SeenTarget target = new SeenTarget("edge-1", INTERVAL, "eth0", "eth1");
        try (Histories histories = Histories.in(Path.of(arguments[0]))) {
            long polls = 0;
            while (!System.out.checkError()) {
                for (int i = 0; i < 20; i++) {
                    target.port(0).octets += 125_000;
                    histories.saw(target.polled(start.plus(INTERVAL.multipliedBy(polls++))));
                }
                histories.awaitKept(2 * polls);
                System.out.println(2 * polls);
            }
        }
    }
}
