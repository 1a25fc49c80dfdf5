package net.coreserver.netconf.framing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A handler that keeps the messages it was told of. */
final class Collected implements FrameHandler {

    final List<String> messages = new ArrayList<>();
    private final ByteArrayOutputStream current = new ByteArrayOutputStream();

    /** Feeds bytes in pieces of one size. */
    static List<String> decode(FrameDecoder decoder, byte[] bytes, int pieceSize) throws FramingException {
        Collected collected = new Collected();
        for (int from = 0; from < bytes.length; from += pieceSize) {
            int at = from;
            int end = Math.min(bytes.length, from + pieceSize);
            while (at < end) {
                at += decoder.decode(bytes, at, end - at, collected);
            }
        }
        return collected.messages;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What came of the message that has not ended. */
    String pending() {
        return current.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void content(byte[] bytes, int offset, int length) {
        current.write(bytes, offset, length);
    }

    @Override
    public void endOfMessage() {
        messages.add(current.toString(StandardCharsets.UTF_8));
        current.reset();
    }
}
