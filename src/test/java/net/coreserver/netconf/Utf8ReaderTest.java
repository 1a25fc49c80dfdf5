package net.coreserver.netconf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8ReaderTest {

    /** One, two, three and four octets for a character. */
    private static final String ALL_LENGTHS = "aé€😀z";

    private final AtomicLong replaced = new AtomicLong();

    private String decode(InputStream in, int room) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Utf8Reader reader = new Utf8Reader(in, replaced::addAndGet)) {
            char[] buffer = new char[room + 2];
            for (int count = reader.read(buffer, 1, room); count != -1; count = reader.read(buffer, 1, room)) {
                assertThat(count).isBetween(1, room);
                text.append(buffer, 1, count);
            }
            assertThat(reader.read(buffer, 1, room)).as("after the end").isEqualTo(-1);
        }
        return text.toString();
    }

    private String decode(byte[] octets) throws IOException {
        return decode(new ByteArrayInputStream(octets), 100);
    }

    private static InputStream inTwo(byte[] octets, int at) {
        return new SequenceInputStream(
                new ByteArrayInputStream(octets, 0, at), new ByteArrayInputStream(octets, at, octets.length - at));
    }

    /** Hands on pieces of any size up to 9 octets. */
    private static InputStream inPieces(byte[] octets, Random random) {
        return new ByteArrayInputStream(octets) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                return super.read(buffer, offset, Math.min(length, 1 + random.nextInt(9)));
            }
        };
    }

    /** Characters of all lengths, forbidden ones, and octets that are none. */
    private static byte[] anything(Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int parts = random.nextInt(3000);
        for (int i = 0; i < parts; i++) {
            switch (random.nextInt(8)) {
                case 0 -> out.write(random.nextInt(256));
                case 1 -> out.write(0xE0 + random.nextInt(32));
                case 2 -> out.write(0x80 + random.nextInt(64));
                case 3 -> out.write(random.nextInt(32));
                case 4 ->
                    out.writeBytes(Character.toString(random.nextInt(0x10000, 0x110000))
                            .getBytes(StandardCharsets.UTF_8));
                case 5 -> out.writeBytes(ALL_LENGTHS.getBytes(StandardCharsets.UTF_8));
                default -> out.write('a' + random.nextInt(26));
            }
        }
        return out.toByteArray();
    }

    private static String withoutForbidden(String decoded) {
        StringBuilder text = new StringBuilder();
        decoded.chars()
                .map(c -> (c < 0x20 && c != 0x9 && c != 0xA && c != 0xD) || c == 0xFFFE || c == 0xFFFF ? 0xFFFD : c)
                .forEach(c -> text.append((char) c));
        return text.toString();
    }

    private static long replacements(String text) {
        return text.chars().filter(c -> c == 0xFFFD).count();
    }

    @Test
    void whateverTheOctetsAreTheyAreDecodedAsTheJdkDoes() throws IOException {
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            byte[] octets = anything(random);
            String decoded = new String(octets, StandardCharsets.UTF_8);
            String expected = withoutForbidden(decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded);
            replaced.set(0);
            assertThat(decode(inPieces(octets, random), 1 + random.nextInt(20)))
                    .as("seed %d", seed)
                    .isEqualTo(expected);
            assertThat(replaced).as("seed %d", seed).hasValue(replacements(expected));
        }
    }

    @Test
    void aCharacterMayBeSplitAnywhere() throws IOException {
        byte[] octets = ALL_LENGTHS.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at <= octets.length; at++) {
            for (int room = 1; room <= 4; room++) {
                assertThat(decode(inTwo(octets, at), room)).isEqualTo(ALL_LENGTHS);
            }
        }
        assertThat(replaced).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({
        "FF, 1", // never in UTF-8
        "80, 1", // continues nothing
        "E9, 1", // ISO-8859-1
        "C080, 2", // overlong
        "E08080, 3",
        "F0808080, 4",
        "EDA0BD, 1", // a surrogate
        "EDA0BDEDB880, 2", // a pair of them, as CESU-8 has it
        "F4908080, 4", // above U+10FFFF
        "E282, 1", // cut off
        "F09F98, 1",
        "00, 1", // forbidden in XML
        "08, 1",
        "1B5B, 1",
        "EFBFBE, 1", // U+FFFE
        "EFBFBF, 1"
    })
    void whatCannotStandInADocumentIsReplacedAndCounted(String hex, long expected) throws IOException {
        byte[] odd = HexFormat.of().parseHex(hex);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write('<');
        out.writeBytes(odd);
        out.write('>');
        String text = decode(out.toByteArray());
        assertThat(text).startsWith("<").endsWith(">");
        assertThat(replacements(text)).isEqualTo(expected);
        assertThat(replaced).hasValue(expected);
    }

    @Test
    void aCharacterThatIsCutOffAtTheEndIsReplaced() throws IOException {
        byte[] octets = ALL_LENGTHS.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length <= octets.length; length++) {
            byte[] cut = Arrays.copyOf(octets, length);
            assertThat(decode(cut)).isEqualTo(new String(cut, StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t\r\n ", "\u007F\u0085\u009F", "\uD7FF\uE000\uFFFD", "\uDBFF\uDFFF", ""})
    void whatMayStandInADocumentStaysAsItIs(String text) throws IOException {
        assertThat(decode(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
        assertThat(replaced).hasValue(0);
    }

    @Test
    void aByteOrderMarkIsPassedOverInFrontAlone() throws IOException {
        byte[] octets = "\uFEFFa\uFEFF".getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at <= octets.length; at++) {
            assertThat(decode(inTwo(octets, at), 1 + at)).isEqualTo("a\uFEFF");
        }
        assertThat(decode("\uFEFF".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(replaced).hasValue(0);
    }

    @Test
    void whatIsThereIsHandedOnBeforeMoreIsAskedFor() throws IOException {
        InputStream in = new InputStream() {
            private boolean asked;

            @Override
            public int read() {
                throw new AssertionError("octet by octet");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                assertThat(asked).as("asked again").isFalse();
                asked = true;
                buffer[offset] = 'a';
                buffer[offset + 1] = 'b';
                return 2;
            }
        };
        try (Utf8Reader reader = new Utf8Reader(in, replaced::addAndGet)) {
            assertThat(reader.read(new char[100], 0, 100)).isEqualTo(2);
        }
    }

    @Test
    void aLongTextIsReadWholeInPiecesThatGrow() throws IOException {
        String text = ALL_LENGTHS.repeat(20_000);
        assertThat(decode(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 4000))
                .isEqualTo(text);
    }
}
