package net.coreserver.netconf.framing;

import static net.coreserver.netconf.framing.Collected.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndOfMessageDecoderTest {

    private static final String STREAM = "<hello/>]]>]]><a>]]]]>]]</a>]]>]]>ü]]>]]]>]]>]]>]]>";
    private static final List<String> MESSAGES = List.of("<hello/>", "<a>]]]]>]]</a>", "ü]]>]", "");

    static IntStream pieceSizes() {
        return IntStream.rangeClosed(1, bytes(STREAM).length);
    }

    @ParameterizedTest
    @MethodSource("pieceSizes")
    void messagesAreTheSameHoweverTheStreamIsCut(int pieceSize) throws FramingException {
        assertThat(Collected.decode(new EndOfMessageDecoder(1000), bytes(STREAM), pieceSize))
                .isEqualTo(MESSAGES);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 1000})
    void everyStreamOfDelimiterCharactersIsCutWhereTheDelimiterIs(int pieceSize) throws FramingException {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            StringBuilder stream = new StringBuilder();
            for (int i = 0; i < 60; i++) {
                stream.append("]]]>>x".charAt(random.nextInt(6)));
            }
            stream.append("]]>]]>");
            List<String> expected = List.of(stream.toString().split("]]>]]>", -1));
            List<String> decoded = Collected.decode(new EndOfMessageDecoder(1000), bytes(stream.toString()), pieceSize);
            assertThat(decoded).isEqualTo(expected.subList(0, expected.size() - 1));
        }
    }

    @Test
    void contentThatCannotBeTheDelimiterIsHandedOnAtOnce() throws FramingException {
        Collected collected = new Collected();
        new EndOfMessageDecoder(1000).decode(bytes("abc]]>]"), 0, 7, collected);
        assertThat(collected.pending()).isEqualTo("abc");
    }

    @Test
    void decodingStopsAtTheEndOfAMessage() throws FramingException {
        byte[] stream = bytes("a]]>]]>\n#1\nb\n##\n");
        int taken = new EndOfMessageDecoder(1000).decode(stream, 0, stream.length, new Collected());
        assertThat(taken).isEqualTo(7);
    }

    @Test
    void aMessageMayHoldAsMuchAsTheBoundAndNoMore() throws FramingException {
        assertThat(Collected.decode(new EndOfMessageDecoder(3), bytes("abc]]>]]>def]]>]]>"), 1))
                .containsExactly("abc", "def");
        assertThatThrownBy(() -> Collected.decode(new EndOfMessageDecoder(3), bytes("abcd"), 1))
                .isInstanceOf(FramingException.class)
                .hasMessageContaining("more than 3 octets");
    }

    @Test
    void whatIsFramedIsDecodedToTheSame() throws FramingException {
        byte[] framed = Framing.END_OF_MESSAGE.frame(bytes("<rpc/>"));
        assertThat(Collected.decode(Framing.END_OF_MESSAGE.newDecoder(100), framed, 1))
                .containsExactly("<rpc/>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a]]]>]]>b", "a]]>"})
    void aMessageInWhichTheDelimiterWouldBeFoundTooEarlyCannotBeFramed(String message) {
        assertThatThrownBy(() -> Framing.END_OF_MESSAGE.frame(bytes(message)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
