package net.coreserver.netconf.framing;

import java.nio.charset.StandardCharsets;

/**
 * Finds {@code ]]>]]>} in a stream of bytes, also where it is cut in pieces. Source: RFC 6242 section 4.3.
 *
 * <p>Bytes that may be the start of the delimiter are held back until they are known to be content. They are never
 * stored: what is held back is a prefix of the delimiter.
 */
final class EndOfMessageDecoder implements FrameDecoder {

    static final byte[] DELIMITER = "]]>]]>".getBytes(StandardCharsets.US_ASCII);

    /** The delimiter is the same twice. */
    private static final int HALF = 3;

    /** By matched octets: the longest shorter prefix of the delimiter that still ends where they end. */
    private static final int[] FALLBACK = {0, 0, 1, 0, 1, 2};

    private final MessageSize size;
    private int matched;

    EndOfMessageDecoder(long maxMessageOctets) {
        this.size = new MessageSize(maxMessageOctets);
    }

    /** Whether a decoder would find the delimiter before the end of the message, when the delimiter follows it. */
    static boolean occursIn(byte[] message) {
        int matched = 0;
        for (byte octet : message) {
            while (matched > 0 && octet != DELIMITER[matched]) {
                matched = FALLBACK[matched];
            }
            if (octet == DELIMITER[matched] && ++matched == DELIMITER.length) {
                return true;
            }
        }
        return matched == HALF; // which the first half of the delimiter that follows would make whole
    }

    @Override
    public int decode(byte[] bytes, int offset, int length, FrameHandler handler) throws FramingException {
        int end = offset + length;
        int held = matched; // of the matched octets, those that came before this call
        for (int at = offset; at < end; at++) {
            byte octet = bytes[at];
            while (matched > 0 && octet != DELIMITER[matched]) {
                int released = matched - FALLBACK[matched];
                int releasedOfHeld = Math.min(released, held);
                emit(DELIMITER, 0, releasedOfHeld, handler);
                held -= releasedOfHeld;
                matched = FALLBACK[matched];
            }
            if (octet == DELIMITER[matched] && ++matched == DELIMITER.length) {
                emit(bytes, offset, at + 1 - (DELIMITER.length - held) - offset, handler);
                matched = 0;
                size.reset();
                handler.endOfMessage();
                return at + 1 - offset;
            }
        }
        emit(bytes, offset, length - (matched - held), handler);
        return length;
    }

    private void emit(byte[] bytes, int offset, int length, FrameHandler handler) throws FramingException {
        if (length > 0) {
            size.add(length);
            handler.content(bytes, offset, length);
        }
    }
}
