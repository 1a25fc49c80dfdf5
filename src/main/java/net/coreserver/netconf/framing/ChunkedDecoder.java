package net.coreserver.netconf.framing;

import java.nio.charset.StandardCharsets;

/**
 * Reads chunks: {@code LF # size LF octets}, and {@code LF # # LF} at the end of a message. Source: RFC 6242 section
 * 4.2.
 *
 * <p>A size is checked against the bound when it is announced, before any of its octets come. A few more LFs than one
 * before a chunk are let pass, since some servers send them and nothing else can be meant.
 */
final class ChunkedDecoder implements FrameDecoder {

    static final byte[] END_OF_CHUNKS = "\n##\n".getBytes(StandardCharsets.US_ASCII);

    private static final long MAX_CHUNK_OCTETS = 4_294_967_295L;
    private static final int MAX_EXTRA_LINE_FEEDS = 16;

    private enum State {
        LINE_FEED,
        HASH,
        FIRST_DIGIT_OR_HASH,
        DIGIT_OR_LINE_FEED,
        CONTENT,
        LAST_LINE_FEED
    }

    private final MessageSize size;
    private State state = State.LINE_FEED;
    private long chunkOctets;
    private boolean insideMessage;
    private int extraLineFeeds;

    ChunkedDecoder(long maxMessageOctets) {
        this.size = new MessageSize(maxMessageOctets);
    }

    @Override
    public int decode(byte[] bytes, int offset, int length, FrameHandler handler) throws FramingException {
        int end = offset + length;
        int at = offset;
        while (at < end) {
            if (state == State.CONTENT) {
                int piece = (int) Math.min(chunkOctets, end - at);
                handler.content(bytes, at, piece);
                at += piece;
                chunkOctets -= piece;
                if (chunkOctets == 0) {
                    state = State.LINE_FEED;
                }
            } else {
                boolean ended = state == State.LAST_LINE_FEED;
                header(bytes[at++]);
                if (ended) {
                    size.reset();
                    insideMessage = false;
                    handler.endOfMessage();
                    return at - offset;
                }
            }
        }
        return length;
    }

    private void header(byte octet) throws FramingException {
        switch (state) {
            case LINE_FEED -> {
                expect(octet, '\n', "a LF before a chunk");
                state = State.HASH;
            }
            case HASH -> {
                if (octet == '\n' && extraLineFeeds < MAX_EXTRA_LINE_FEEDS) {
                    extraLineFeeds++;
                } else {
                    expect(octet, '#', "a # before a chunk's size");
                    extraLineFeeds = 0;
                    state = State.FIRST_DIGIT_OR_HASH;
                }
            }
            case FIRST_DIGIT_OR_HASH -> {
                if (octet == '#' && insideMessage) {
                    state = State.LAST_LINE_FEED;
                } else if (octet >= '1' && octet <= '9') {
                    chunkOctets = digit(octet);
                    state = State.DIGIT_OR_LINE_FEED;
                } else {
                    throw new FramingException(
                            "expected a chunk's size" + (insideMessage ? " or #" : "") + ", got " + show(octet));
                }
            }
            case DIGIT_OR_LINE_FEED -> {
                if (octet == '\n') {
                    size.add(chunkOctets);
                    insideMessage = true;
                    state = State.CONTENT;
                } else if (octet >= '0' && octet <= '9') {
                    chunkOctets = chunkOctets * 10 + digit(octet);
                    if (chunkOctets > MAX_CHUNK_OCTETS) {
                        throw new FramingException("a chunk's size above " + MAX_CHUNK_OCTETS);
                    }
                } else {
                    throw new FramingException("expected a digit or LF in a chunk's size, got " + show(octet));
                }
            }
            case LAST_LINE_FEED -> {
                expect(octet, '\n', "a LF after the end of chunks");
                state = State.LINE_FEED;
            }
            case CONTENT -> throw new IllegalStateException("content is not a header");
        }
    }

    private static int digit(byte octet) {
        return octet - '0';
    }

    private static void expect(byte octet, char wanted, String what) throws FramingException {
        if (octet != wanted) {
            throw new FramingException("expected " + what + ", got " + show(octet));
        }
    }

    private static String show(byte octet) {
        return octet > ' ' && octet < 0x7f ? "'" + (char) octet + "'" : "0x%02x".formatted(octet & 0xff);
    }
}
