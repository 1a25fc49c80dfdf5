package net.coreserver.history.series;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Spoils octets. */
final class Mutations {

    private Mutations() {}

    /** Changes some of the octets, cuts them off, or adds some. */
    static byte[] of(byte[] octets, SplittableRandom random) {
        byte[] spoilt = octets.clone();
        switch (random.nextInt(4)) {
            case 0 -> spoilt = Arrays.copyOf(spoilt, random.nextInt(spoilt.length + 1));
            case 1 -> {
                int more = random.nextInt(1, 20);
                spoilt = Arrays.copyOf(spoilt, spoilt.length + more);
                for (int i = octets.length; i < spoilt.length; i++) {
                    spoilt[i] = (byte) random.nextInt();
                }
            }
            case 2 -> {
                if (spoilt.length > 0) {
                    spoilt[random.nextInt(spoilt.length)] ^= (byte) (1 << random.nextInt(8));
                }
            }
            default -> {
                for (int times = random.nextInt(1, 10); times > 0 && spoilt.length > 0; times--) {
                    spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt();
                }
            }
        }
        return spoilt;
    }
}
