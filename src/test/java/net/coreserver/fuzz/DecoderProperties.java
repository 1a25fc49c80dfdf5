package net.coreserver.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.coreserver.netconf.framing.FrameDecoder;
import net.coreserver.netconf.framing.FrameHandler;
import net.coreserver.netconf.framing.Framing;
import net.coreserver.netconf.framing.FramingException;

/** What holds for a decoder and any bytes: however they are cut, they are the same messages and the same mistake. */
final class DecoderProperties {

    /** Small, so that the bound is met, too. */
    private static final int MAX_MESSAGE_OCTETS = 64;

    private static final int LARGEST_PIECE = 7;

    private DecoderProperties() {}

    static void check(Framing framing, byte[] input) {
        Decoded whole = Decoded.of(framing, input, input.length, input.length);
        assertThat(Decoded.of(framing, input, 1, 1)).isEqualTo(whole);
        assertThat(Decoded.of(framing, input, 1, LARGEST_PIECE)).isEqualTo(whole);
        assertThat(whole.messages())
                .allSatisfy(message -> assertThat(message.length()).isLessThanOrEqualTo(MAX_MESSAGE_OCTETS));
        whole.messages().forEach(message -> checkRoundTrip(framing, message.getBytes(StandardCharsets.ISO_8859_1)));
        if (input.length <= MAX_MESSAGE_OCTETS) {
            checkRoundTrip(framing, input);
        }
    }

    private static void checkRoundTrip(Framing framing, byte[] message) {
        byte[] framed;
        try {
            framed = framing.frame(message);
        } catch (IllegalArgumentException e) {
            return; // what this framing cannot carry
        }
        Decoded decoded = Decoded.of(framing, framed, 1, LARGEST_PIECE);
        assertThat(decoded).isEqualTo(new Decoded(List.of(latin1(message)), ""));
    }

    /** The same once more, found in the plainest way: every message of a stream that holds no long one. */
    static void checkEndOfMessages(byte[] input) {
        String[] parts = latin1(input).split("]]>]]>", -1);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < parts.length && parts[i].length() <= MAX_MESSAGE_OCTETS; i++) {
            if (i < parts.length - 1) {
                expected.add(parts[i]);
            }
        }
        assertThat(Decoded.of(Framing.END_OF_MESSAGE, input, input.length, input.length)
                        .messages())
                .isEqualTo(expected);
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /**
     * What a decoder made of bytes; each octet is a character here.
     *
     * @param messages those that were complete
     * @param mistake what broke the framing after them, or nothing
     */
    private record Decoded(List<String> messages, String mistake) {

        static Decoded of(Framing framing, byte[] input, int smallestPiece, int largestPiece) {
            FrameDecoder decoder = framing.newDecoder(MAX_MESSAGE_OCTETS);
            Collector collector = new Collector();
            Random pieces = new Random(input.length);
            try {
                for (int from = 0; from < input.length; ) {
                    int piece = smallestPiece == largestPiece
                            ? smallestPiece
                            : pieces.nextInt(smallestPiece, largestPiece + 1);
                    int end = Math.min(input.length, from + piece);
                    while (from < end) {
                        int taken = decoder.decode(input, from, end - from, collector);
                        assertThat(taken).isBetween(1, end - from);
                        from += taken;
                    }
                }
                return new Decoded(collector.messages, "");
            } catch (FramingException e) {
                return new Decoded(collector.messages, String.valueOf(e.getMessage()));
            }
        }
    }

    private static final class Collector implements FrameHandler {

        final List<String> messages = new ArrayList<>();
        private final ByteArrayOutputStream current = new ByteArrayOutputStream();

        @Override
        public void content(byte[] bytes, int offset, int length) {
            assertThat(length).isPositive();
            current.write(bytes, offset, length);
        }

        @Override
        public void endOfMessage() {
            messages.add(current.toString(StandardCharsets.ISO_8859_1));
            current.reset();
        }
    }
}
