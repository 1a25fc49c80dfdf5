package net.coreserver.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Inputs made from others at random, and always the same ones. */
final class Mutations {

    private static final int MAX_STEPS = 6;
    private static final int MAX_OCTETS = 4096;
    private static final List<byte[]> WORDS = List.of(
            bytes("]]>]]>"),
            bytes("]]>"),
            bytes("\n#"),
            bytes("\n##\n"),
            bytes("\n"),
            bytes("4294967295"),
            bytes("<"),
            bytes("</"),
            bytes("/>"),
            bytes("&#x"),
            bytes("&amp;"),
            bytes("<![CDATA["),
            bytes("<!--"),
            bytes("<?"),
            bytes("<!DOCTYPE a ["),
            bytes("xmlns:a='b'"),
            bytes("%2"),
            bytes("<rpc-error>"),
            bytes("18446744073709551616"),
            new byte[] {0},
            new byte[] {(byte) 0xff},
            new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80});

    private final List<byte[]> seeds;
    private final Random random;

    Mutations(List<byte[]> seeds, long start) {
        this.seeds = seeds;
        this.random = new Random(start);
    }

    byte[] next() {
        byte[] input = anySeed();
        for (int steps = random.nextInt(1, MAX_STEPS); steps > 0; steps--) {
            input = step(input);
        }
        return input.length <= MAX_OCTETS ? input : slice(input, 0, MAX_OCTETS);
    }

    private byte[] step(byte[] input) {
        int at = random.nextInt(input.length + 1);
        int end = at + random.nextInt(input.length + 1 - at);
        return switch (random.nextInt(6)) {
            case 0 -> join(slice(input, 0, at), slice(input, end, input.length));
            case 1 -> join(slice(input, 0, end), slice(input, at, input.length));
            case 2 -> join(slice(input, 0, at), anyOf(WORDS), slice(input, at, input.length));
            case 3 -> join(slice(input, 0, at), slice(anySeed(), 0, MAX_OCTETS));
            case 4 ->
                join(slice(input, 0, at), new byte[] {(byte) random.nextInt(256)}, slice(input, at, input.length));
            default -> flip(input);
        };
    }

    private byte[] flip(byte[] input) {
        byte[] flipped = input.clone();
        if (flipped.length > 0) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private byte[] anySeed() {
        return anyOf(seeds);
    }

    private byte[] anyOf(List<byte[]> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static byte[] slice(byte[] input, int from, int to) {
        int end = Math.min(input.length, to);
        byte[] slice = new byte[end - from];
        System.arraycopy(input, from, slice, 0, slice.length);
        return slice;
    }

    private static byte[] join(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] joined = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
