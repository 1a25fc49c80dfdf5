package net.coreserver.event.sink;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeoutException;
import net.coreserver.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * Sends events to a syslog server over a connection, each with its length in front; RFC 6587 section 3.4.1, RFC 5425 section 4.3.
 *
 * <p>The server acknowledges nothing. So what was written in the last seconds before a connection ends is written again over the
 * next one, as soon as there is one: it may be that the server has not read it.
 */
final class StreamOutlet implements Outlet {

    private static final int EVENTS_AT_ONCE = 100;
    private static final Duration TO_WRITE = Duration.ofSeconds(10);
    private static final Duration IN_DOUBT = Duration.ofSeconds(5);
    private static final int MOST_OCTETS_IN_DOUBT = 16 * 1024 * 1024;

    private final Destination.Syslog syslog;
    private final Runnable onDebt;
    private @Nullable SyslogMessage messages;
    private @Nullable StreamConnection connection;

    /** What was written over the connection lately, the oldest first. */
    private final Deque<Sent> sent = new ArrayDeque<>();

    private long sentOctets;

    /** What is to be written before anything else. */
    private final List<byte[]> owed = new ArrayList<>();

    /** A message with its length in front, and when it was written. */
    private static final class Sent {

        private final byte[] frame;
        private final long nanos;

        Sent(byte[] frame, long nanos) {
            this.frame = frame;
            this.nanos = nanos;
        }
    }

    StreamOutlet(Destination.Syslog syslog, Runnable onDebt) {
        this.syslog = syslog;
        this.onDebt = onDebt;
    }

    @Override
    public int batchSize() {
        return EVENTS_AT_ONCE;
    }

    @Override
    public boolean owed() {
        letGoWhenEnded();
        return !owed.isEmpty();
    }

    @Override
    public Outcome deliver(List<Event> events) throws InterruptedException {
        letGoWhenEnded();
        List<byte[]> frames = new ArrayList<>(owed);
        for (Event event : events) {
            frames.add(frame(messages().of(event)));
        }
        if (frames.isEmpty()) {
            return Outcome.Taken.TAKEN;
        }
        try {
            StreamConnection open = connection;
            if (open == null) {
                open = StreamConnection.open(syslog, onDebt);
                connection = open;
            }
            open.write(joined(frames), TO_WRITE);
        } catch (TimeoutException e) {
            boolean wasOpen = connection != null;
            letGo(System.nanoTime());
            return Outcome.Failed.passing(
                    wasOpen ? "It does not read what is sent" : "There was no connection in time");
        } catch (IOException e) {
            letGo(System.nanoTime());
            return Failures.of(e);
        }
        owed.clear();
        remember(frames);
        return Outcome.Taken.TAKEN;
    }

    private SyslogMessage messages() {
        SyslogMessage known = messages;
        if (known == null) {
            known = SyslogMessage.ofThisProcess(syslog.facility(), SyslogMessage.LONGEST_IN_STREAM);
            messages = known;
        }
        return known;
    }

    private static byte[] frame(byte[] message) {
        byte[] length = (message.length + " ").getBytes(StandardCharsets.US_ASCII);
        return joined(List.of(length, message));
    }

    private static byte[] joined(List<byte[]> parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        parts.forEach(joined::writeBytes);
        return joined.toByteArray();
    }

    private void remember(List<byte[]> frames) {
        long now = System.nanoTime();
        for (byte[] frame : frames) {
            sent.addLast(new Sent(frame, now));
            sentOctets += frame.length;
        }
        Sent oldest = sent.peekFirst();
        while (oldest != null && (now - oldest.nanos > IN_DOUBT.toNanos() || sentOctets > MOST_OCTETS_IN_DOUBT)) {
            sentOctets -= oldest.frame.length;
            sent.removeFirst();
            oldest = sent.peekFirst();
        }
    }

    private void letGoWhenEnded() {
        StreamConnection open = connection;
        Long ended = open == null ? null : open.endedNanos();
        if (ended != null) {
            letGo(ended);
        }
    }

    /** What was written shortly before is owed from now on. */
    private void letGo(long endedNanos) {
        sent.stream()
                .filter(each -> endedNanos - each.nanos <= IN_DOUBT.toNanos())
                .map(each -> each.frame)
                .forEach(owed::add);
        sent.clear();
        sentOctets = 0;
        close();
    }

    @Override
    public void close() {
        StreamConnection open = connection;
        connection = null;
        if (open != null) {
            open.close();
        }
    }
}
