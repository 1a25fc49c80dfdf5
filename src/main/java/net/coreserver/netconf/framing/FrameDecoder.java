package net.coreserver.netconf.framing;

/**
 * Turns framed bytes into messages, incrementally: bytes may come one at a time. One decoder serves one direction of
 * one session; it is not safe for use by several threads at once.
 */
public sealed interface FrameDecoder permits EndOfMessageDecoder, ChunkedDecoder, HelloDecoder {

    /**
     * Takes bytes in, up to the end of a message: a caller goes on with the rest itself, since the framing may change
     * between two messages.
     *
     * @param bytes holds what arrived
     * @param offset where it starts
     * @param length its octets
     * @param handler is told what was found
     * @return how many octets were taken: all, unless a message ended before
     * @throws FramingException when the bytes break the framing or a bound; the decoder is of no use after that
     */
    int decode(byte[] bytes, int offset, int length, FrameHandler handler) throws FramingException;
}
