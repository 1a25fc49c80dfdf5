package net.coreserver.netconf.framing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The framing mechanisms of RFC 6242 section 4. */
public enum Framing {
    /** Every message ends with {@code ]]>]]>}; section 4.3. A session starts with it, and stays with it in base:1.0. */
    END_OF_MESSAGE("end-of-message") {
        @Override
        public FrameDecoder newDecoder(long maxMessageOctets) {
            return new EndOfMessageDecoder(maxMessageOctets);
        }

        @Override
        void frameTo(ByteArrayOutputStream out, byte[] message) {
            if (EndOfMessageDecoder.occursIn(message)) {
                throw new IllegalArgumentException("a message with ]]>]]> in it cannot be framed");
            }
            out.writeBytes(message);
            out.writeBytes(EndOfMessageDecoder.DELIMITER);
        }
    },
    /** Every message is a row of chunks that tell their size; section 4.2. Both sides use it when both have base:1.1. */
    CHUNKED("chunked") {
        @Override
        public FrameDecoder newDecoder(long maxMessageOctets) {
            return new ChunkedDecoder(maxMessageOctets);
        }

        @Override
        void frameTo(ByteArrayOutputStream out, byte[] message) {
            if (message.length == 0) {
                throw new IllegalArgumentException("an empty message cannot be framed in chunks");
            }
            out.writeBytes(("\n#" + message.length + "\n").getBytes(StandardCharsets.US_ASCII));
            out.writeBytes(message);
            out.writeBytes(ChunkedDecoder.END_OF_CHUNKS);
        }
    };

    private static final int OVERHEAD_OCTETS = 24;

    private final String word;

    Framing(String word) {
        this.word = word;
    }

    /** {@return the name of the mechanism, {@code end-of-message} or {@code chunked}} */
    public String word() {
        return word;
    }

    /**
     * Makes a decoder for one direction of one session.
     *
     * @param maxMessageOctets what a message may hold; a larger one breaks the framing
     * @return a decoder that stands between two messages
     */
    public abstract FrameDecoder newDecoder(long maxMessageOctets);

    /**
     * Makes a decoder for a peer's first message, the hello. It ends with {@code ]]>]]>}; but where it begins like a chunk,
     * as no XML document does, it is read as chunks, since some servers send it so.
     *
     * @param maxMessageOctets what the message may hold; a larger one breaks the framing
     * @return a decoder that stands before the message
     */
    public static FrameDecoder newHelloDecoder(long maxMessageOctets) {
        return new HelloDecoder(maxMessageOctets);
    }

    /**
     * Frames one message.
     *
     * @param message the whole message
     * @return what to send
     * @throws IllegalArgumentException when this mechanism cannot carry the message
     */
    public byte[] frame(byte[] message) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(message.length + OVERHEAD_OCTETS);
        frameTo(out, message);
        return out.toByteArray();
    }

    abstract void frameTo(ByteArrayOutputStream out, byte[] message);
}
