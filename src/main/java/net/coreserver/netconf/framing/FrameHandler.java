package net.coreserver.netconf.framing;

/** Takes what a {@link FrameDecoder} finds. */
public interface FrameHandler {

    /**
     * A piece of the current message. A message may come in any number of pieces, none included.
     *
     * @param bytes holds the piece, and is only lent: it may change after this call
     * @param offset where the piece starts
     * @param length its octets, at least one
     */
    void content(byte[] bytes, int offset, int length);

    /** The current message is complete. */
    void endOfMessage();
}
