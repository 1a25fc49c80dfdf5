package net.coreserver.netconf.framing;

import org.jspecify.annotations.Nullable;

/**
 * Finds out by the first two octets how a peer frames its hello: {@code LF #} begins a chunk, and nothing that RFC 6242
 * section 4.1 lets it send.
 */
final class HelloDecoder implements FrameDecoder {

    private static final byte[] LINE_FEED = {'\n'};

    private final long maxMessageOctets;
    private @Nullable FrameDecoder chosen;
    private boolean lineFeedSeen;

    HelloDecoder(long maxMessageOctets) {
        this.maxMessageOctets = maxMessageOctets;
    }

    @Override
    public int decode(byte[] bytes, int offset, int length, FrameHandler handler) throws FramingException {
        if (length == 0) {
            return 0;
        }
        FrameDecoder decoder = chosen;
        if (decoder != null) {
            return decoder.decode(bytes, offset, length, handler);
        }
        if (!lineFeedSeen && bytes[offset] == '\n') {
            lineFeedSeen = true;
            return 1 + decode(bytes, offset + 1, length - 1, handler);
        }
        boolean chunk = lineFeedSeen && bytes[offset] == '#';
        decoder = (chunk ? Framing.CHUNKED : Framing.END_OF_MESSAGE).newDecoder(maxMessageOctets);
        chosen = decoder;
        if (lineFeedSeen) {
            decoder.decode(LINE_FEED, 0, 1, handler);
        }
        return decoder.decode(bytes, offset, length, handler);
    }
}
