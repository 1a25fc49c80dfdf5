package net.coreserver.agent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import net.coreserver.netconf.framing.FrameDecoder;
import net.coreserver.netconf.framing.FrameHandler;
import net.coreserver.netconf.framing.Framing;
import net.coreserver.netconf.framing.FramingException;
import org.jspecify.annotations.Nullable;

/** Reads whole messages from a stream, waiting for what has not come yet. */
final class MessageReader {

    private static final int BUFFER_OCTETS = 8 * 1024;

    private final InputStream in;
    private final long maxMessageOctets;
    private final byte[] buffer = new byte[BUFFER_OCTETS];
    private int position;
    private int limit;
    private FrameDecoder decoder;

    /**
     * Reads messages with end-of-message framing, as every session starts with.
     *
     * @param in the stream
     * @param maxMessageOctets what a message may hold
     */
    MessageReader(InputStream in, long maxMessageOctets) {
        this.in = in;
        this.maxMessageOctets = maxMessageOctets;
        this.decoder = Framing.END_OF_MESSAGE.newDecoder(maxMessageOctets);
    }

    /** Expects another framing from the next message on, of which some bytes may have been read already. */
    void use(Framing framing) {
        decoder = framing.newDecoder(maxMessageOctets);
    }

    /** {@return the next message, or null when the stream ends before its end} */
    byte @Nullable [] next() throws IOException, FramingException {
        Gathered gathered = new Gathered();
        while (!gathered.complete) {
            if (position == limit) {
                int count = in.read(buffer);
                if (count < 0) {
                    return null;
                }
                position = 0;
                limit = count;
            }
            position += decoder.decode(buffer, position, limit - position, gathered);
        }
        return gathered.message.toByteArray();
    }

    /** One message. */
    private static final class Gathered implements FrameHandler {

        private final ByteArrayOutputStream message = new ByteArrayOutputStream();
        private boolean complete;

        @Override
        public void content(byte[] bytes, int offset, int length) {
            message.write(bytes, offset, length);
        }

        @Override
        public void endOfMessage() {
            complete = true;
        }
    }
}
