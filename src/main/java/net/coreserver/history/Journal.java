package net.coreserver.history;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import net.coreserver.history.Series.Journaled;

/**
 * The octets of a row of the journal: entry after entry, each of them the number of a series, doubled, plus one when its head begins
 * there; how many octets follow; and these, which are the head's. A head that begins with nothing has been sealed before it was full.
 * The numbers are written seven bits at a time, the lowest first, with the highest bit set in all octets but the last.
 */
final class Journal {

    private static final int MAX_SHIFT = 63;

    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();

    /** What an entry is told to. */
    interface Reader {
        void entry(int series, Journaled journaled);
    }

    void add(Series series, Journaled entry) {
        number(2L * series.id() + (entry.begins() ? 1 : 0));
        number(entry.octets().length);
        octets.writeBytes(entry.octets());
    }

    /** The series was sealed. */
    void addEnd(Series series) {
        add(series, new Journaled(true, new byte[0]));
    }

    private void number(long value) {
        long left = value;
        while (left > 0x7f) {
            octets.write((int) ((left & 0x7f) | 0x80));
            left >>>= 7;
        }
        octets.write((int) left);
    }

    byte[] octets() {
        return octets.toByteArray();
    }

    /**
     * Reads a row.
     *
     * @throws IllegalArgumentException when it makes no sense; what came before that has been read
     */
    static void read(byte[] row, Reader reader) {
        ByteBuffer octets = ByteBuffer.wrap(row);
        try {
            while (octets.hasRemaining()) {
                long head = number(octets);
                long length = number(octets);
                if (length < 0 || length > octets.remaining()) {
                    throw new IllegalArgumentException("an entry of the journal is cut off");
                }
                byte[] content = new byte[(int) length];
                octets.get(content);
                reader.entry(Math.toIntExact(head >>> 1), new Journaled((head & 1) == 1, content));
            }
        } catch (BufferUnderflowException | ArithmeticException e) {
            throw new IllegalArgumentException("a number in the journal makes no sense", e);
        }
    }

    private static long number(ByteBuffer octets) {
        long value = 0;
        for (int shift = 0; shift < MAX_SHIFT; shift += 7) {
            byte next = octets.get();
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number in the journal is too long");
    }
}
