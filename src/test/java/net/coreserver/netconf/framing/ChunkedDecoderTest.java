package net.coreserver.netconf.framing;

import static net.coreserver.netconf.framing.Collected.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkedDecoderTest {

    private static final String STREAM = "\n#4\n<rpc\n#18\n message-id=\"102\"\n\n##\n\n#3\n\n##\n##\n";

    static IntStream pieceSizes() {
        return IntStream.rangeClosed(1, STREAM.length());
    }

    @ParameterizedTest
    @MethodSource("pieceSizes")
    void messagesAreTheSameHoweverTheStreamIsCut(int pieceSize) throws FramingException {
        assertThat(Collected.decode(new ChunkedDecoder(1000), bytes(STREAM), pieceSize))
                .containsExactly("<rpc message-id=\"102\"\n", "\n##");
    }

    @Test
    void sizesCountOctetsNotCharacters() throws FramingException {
        assertThat(Collected.decode(new ChunkedDecoder(1000), bytes("\n#2\nü\n##\n"), 1))
                .containsExactly("ü");
    }

    @Test
    void aFewMoreLineFeedsBeforeAChunkAreLetPass() throws FramingException {
        assertThat(Collected.decode(new ChunkedDecoder(1000), bytes("\n\n\n#1\na\n\n#1\nb\n##\n"), 1))
                .containsExactly("ab");
    }

    @Test
    void lineFeedsWithoutEndAreNot() {
        assertThatThrownBy(() -> Collected.decode(new ChunkedDecoder(1000), bytes("\n".repeat(100)), 1))
                .isInstanceOf(FramingException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <hello/>     | expected a LF before a chunk, got '<'
                    ~4~          | expected a # before a chunk's size, got '4'
                    ~#0~         | expected a chunk's size, got '0'
                    ~#04~        | expected a chunk's size, got '0'
                    ~#-1~        | expected a chunk's size, got '-'
                    ~##~         | expected a chunk's size, got '#'
                    ~#1x         | expected a digit or LF in a chunk's size, got 'x'
                    ~#3~abcd     | expected a LF before a chunk, got 'd'
                    ~#1~a~##x    | expected a LF after the end of chunks, got 'x'
                    ~#1~a~#x     | expected a chunk's size or #, got 'x'
                    ~#4294967296 | a chunk's size above 4294967295
                    """)
    void whatBreaksTheFramingIsRefusedWithWhatIsWrong(String stream, String message) {
        assertThatThrownBy(() -> Collected.decode(new ChunkedDecoder(1000), bytes(stream.replace('~', '\n')), 1))
                .isInstanceOf(FramingException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n#4294967295\n", "\n#11\n", "\n#6\nabcdef\n#5\n"})
    void aChunkThatTakesAMessageOverTheBoundIsRefusedBeforeItComes(String stream) {
        assertThatThrownBy(() -> Collected.decode(new ChunkedDecoder(10), bytes(stream), 1000))
                .isInstanceOf(FramingException.class)
                .hasMessage("a message of more than 10 octets");
    }

    @Test
    void theBoundCountsForEachMessageAnew() throws FramingException {
        String ten = "\n#6\nabcdef\n#4\nghij\n##\n";
        assertThat(Collected.decode(new ChunkedDecoder(10), bytes(ten + ten), 7))
                .containsExactly("abcdefghij", "abcdefghij");
    }

    @Test
    void aMessageIsFramedToTheLetterWithEveryLineFeed() {
        assertThat(new String(Framing.CHUNKED.frame(bytes("<rpc>ü</rpc>")), StandardCharsets.UTF_8))
                .isEqualTo("\n#13\n<rpc>ü</rpc>\n##\n");
    }

    @Test
    void whatIsFramedIsDecodedToTheSame() throws FramingException {
        byte[] framed = Framing.CHUNKED.frame(bytes("<rpc>ü</rpc>"));
        assertThat(Collected.decode(Framing.CHUNKED.newDecoder(100), framed, 1)).containsExactly("<rpc>ü</rpc>");
    }
}
