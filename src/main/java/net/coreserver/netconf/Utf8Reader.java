package net.coreserver.netconf;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;

/**
 * Decodes UTF-8 into characters that XML 1.0 allows, whatever the octets are.
 *
 * <p>What is not UTF-8 becomes U+FFFD, where and as often as the JDK's decoders do it, and so does each character that
 * XML 1.0 section 2.2 forbids: one bad octet in a description is not to cost a device all its interfaces. Each replacement
 * is told of. A byte order mark in front is no character.
 *
 * <p>A read returns as soon as there is a character, and asks the stream only while there is none.
 */
final class Utf8Reader extends Reader {

    /** What stands in place of what cannot be a character. */
    static final char REPLACEMENT = '\uFFFD';

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int FIRST_OCTETS = 512;
    private static final int MAX_OCTETS = 8192;
    private static final int NONE = -1;

    private final InputStream in;
    private final LongConsumer replaced;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);

    /** What was read and is not decoded yet; small at first, as most messages are. */
    private ByteBuffer octets = ByteBuffer.allocate(FIRST_OCTETS).limit(0);

    /** A character that is decoded, and for which there was no room; or {@link #NONE}. */
    private int heldBack = NONE;

    private boolean started;
    private boolean atEnd;

    /**
     * Makes a reader.
     *
     * @param in the octets; closing the reader does not close it
     * @param replaced is told, by whoever reads, how many replacements a read has made; not told of none
     */
    Utf8Reader(InputStream in, LongConsumer replaced) {
        this.in = in;
        this.replaced = replaced;
    }

    /**
     * Tells whether XML 1.0 has a character, which may be half of a surrogate pair.
     *
     * @param character a UTF-16 code unit
     * @return whether it may stand in a document
     */
    static boolean isAllowed(char character) {
        return character >= ' ' ? character < '\uFFFE' : character == '\n' || character == '\r' || character == '\t';
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (heldBack != NONE) {
            buffer[offset] = (char) heldBack;
            heldBack = NONE;
            return 1;
        }
        if (length == 1) {
            return readOne(buffer, offset);
        }
        CharBuffer characters = CharBuffer.wrap(buffer, offset, length);
        while (true) {
            decode(characters);
            int count = characters.position() - offset;
            if (count > 0 && !started) {
                started = true;
                if (buffer[offset] == BYTE_ORDER_MARK) {
                    count--;
                    System.arraycopy(buffer, offset + 1, buffer, offset, count);
                    characters.position(offset + count);
                }
            }
            if (count > 0) {
                return count;
            }
            if (atEnd) {
                return -1;
            }
            fill();
        }
    }

    /** A surrogate pair has no room in one character; so two are asked for. */
    private int readOne(char[] buffer, int offset) throws IOException {
        char[] two = new char[2];
        int count = read(two, 0, 2);
        if (count > 0) {
            buffer[offset] = two[0];
        }
        if (count == 2) {
            heldBack = two[1];
        }
        return Math.min(count, 1);
    }

    /** Decodes as much as is there and has room, without a forbidden character. */
    private void decode(CharBuffer characters) {
        int from = characters.position();
        int malformed = 0;
        CoderResult result = decoder.decode(octets, characters, atEnd);
        while (result.isError() && characters.hasRemaining()) {
            characters.put(REPLACEMENT);
            malformed++;
            octets.position(octets.position() + result.length());
            result = decoder.decode(octets, characters, atEnd);
        }
        int replacements = malformed + replaceForbidden(characters.array(), from, characters.position());
        if (replacements > 0) {
            replaced.accept(replacements);
        }
    }

    private static int replaceForbidden(char[] buffer, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            if (!isAllowed(buffer[i])) {
                buffer[i] = REPLACEMENT;
                count++;
            }
        }
        return count;
    }

    /** Takes what the stream has, behind what may be the beginning of a character. */
    private void fill() throws IOException {
        boolean wasFull = octets.limit() == octets.capacity();
        if (wasFull && octets.capacity() < MAX_OCTETS) {
            octets = ByteBuffer.allocate(Math.min(4 * octets.capacity(), MAX_OCTETS))
                    .put(octets);
        } else {
            octets.compact();
        }
        int count = in.read(octets.array(), octets.position(), octets.remaining());
        if (count < 0) {
            atEnd = true;
        } else {
            octets.position(octets.position() + count);
        }
        octets.flip();
    }

    @Override
    public void close() {
        // the stream belongs to whoever opened it
    }
}
