package net.coreserver.agent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import net.coreserver.interfaces.Counter64;
import net.coreserver.interfaces.Statistics;

/**
 * The counters that Linux keeps of one interface, from its line in {@code /proc/net/dev}.
 *
 * <p>That file and not {@code /sys/class/net/NAME/statistics}: the kernel fills a whole line from one look at the
 * counters, while each file of the other is a look of its own, so that a difference of two could go backwards; and it is
 * one file to open in place of a dozen for every interface.
 *
 * <p>Its columns become leaves of RFC 7223 as follows.
 *
 * <ul>
 *   <li>{@code in-unicast-pkts}: received packets less the multicast ones, so with the broadcast ones, which Linux does
 *       not count apart; and {@code out-unicast-pkts}: all packets sent, of which Linux counts no kind apart. So the
 *       packets of all kinds always sum up to what was counted. Some drivers count multicast packets that they then do
 *       not receive: the difference never goes below zero.
 *   <li>{@code in-discards}, {@code out-discards}: the column {@code drop}, which for what came in is the packets that
 *       the kernel dropped and those that the device had no buffer for ({@code rx_dropped} and {@code
 *       rx_missed_errors}). Packets of a protocol that nobody wants are among them, so there is no {@code
 *       in-unknown-protos}. Those that reached a standby port of a bond ({@code rx_nohandler}) are not: they say nothing
 *       of trouble, and {@code /proc/net/dev} leaves them out on purpose.
 *   <li>{@code in-errors}, {@code out-errors}: the column {@code errs}.
 *   <li>{@code in-broadcast-pkts}, {@code out-broadcast-pkts}, {@code out-multicast-pkts}: not counted by Linux.
 * </ul>
 */
final class LinuxCounters {

    private static final int IN_OCTETS = 0;
    private static final int IN_PACKETS = 1;
    private static final int IN_ERRORS = 2;
    private static final int IN_DROPS = 3;
    private static final int IN_MULTICAST = 7;
    private static final int OUT_OCTETS = 8;
    private static final int OUT_PACKETS = 9;
    private static final int OUT_ERRORS = 10;
    private static final int OUT_DROPS = 11;
    private static final int COLUMNS = 16;

    /** The numbers after the interface's name, unsigned: eight of what came in, eight of what went out. */
    private final long[] columns;

    private LinuxCounters(long[] columns) {
        this.columns = columns;
    }

    /** {@return the counters of every interface in the file, by its name; none when the file cannot be read} */
    static Map<String, LinuxCounters> read(Path file) {
        Map<String, LinuxCounters> byName = new HashMap<>();
        String text;
        try {
            text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return byName; // a host without counters is still a host
        }
        text.lines().forEach(line -> {
            int colon = line.indexOf(':'); // never part of a name; the two lines of headings have none
            if (colon > 0) {
                String[] numbers = line.substring(colon + 1).strip().split("\\s+");
                if (numbers.length >= COLUMNS) {
                    parse(numbers, line.substring(0, colon).strip(), byName);
                }
            }
        });
        return byName;
    }

    private static void parse(String[] numbers, String name, Map<String, LinuxCounters> byName) {
        long[] columns = new long[COLUMNS];
        try {
            for (int i = 0; i < COLUMNS; i++) {
                columns[i] = Long.parseUnsignedLong(numbers[i]);
            }
        } catch (NumberFormatException e) {
            return; // not a line of counters
        }
        byName.put(name, new LinuxCounters(columns));
    }

    Statistics statistics(Instant discontinuityTime) {
        return new Statistics(
                discontinuityTime,
                counter(IN_OCTETS),
                inUnicastPackets(),
                null,
                counter(IN_MULTICAST),
                counter(IN_DROPS),
                counter(IN_ERRORS),
                null,
                counter(OUT_OCTETS),
                counter(OUT_PACKETS),
                null,
                null,
                counter(OUT_DROPS),
                counter(OUT_ERRORS));
    }

    private Counter64 counter(int column) {
        return new Counter64(columns[column]);
    }

    private Counter64 inUnicastPackets() {
        long packets = columns[IN_PACKETS];
        long multicast = columns[IN_MULTICAST];
        return Long.compareUnsigned(packets, multicast) < 0 ? Counter64.ZERO : new Counter64(packets - multicast);
    }
}
