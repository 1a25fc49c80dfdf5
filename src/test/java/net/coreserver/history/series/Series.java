package net.coreserver.history.series;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Samples as strange as they can be: whatever may come from a target, and some that no target would send. */
final class Series {

    private static final int HIGHEST_STATE = 7;

    private Series() {}

    static List<RawSample> strange(SplittableRandom random, int count) {
        List<RawSample> samples = new ArrayList<>();
        long at = random.nextLong(-1, 2) * random.nextLong(1L << 45);
        long[] counters = new long[Counters.COUNT];
        int present = random.nextInt(Counters.EVERY + 1);
        long speed = RawSample.NONE;
        for (int i = 0; i < count; i++) {
            at += 1 + (random.nextLong(1L << 40) >>> random.nextInt(41));
            if (random.nextInt(10) == 0) {
                present = random.nextInt(Counters.EVERY + 1);
            }
            if (random.nextInt(10) == 0) {
                speed = random.nextLong(Long.MAX_VALUE) >>> random.nextInt(63);
            }
            for (int counter = 0; counter < counters.length; counter++) {
                boolean isThere = (present >>> counter & 1) != 0;
                counters[counter] = isThere ? counters[counter] + (random.nextLong() >>> random.nextInt(64)) : 0;
            }
            samples.add(new RawSample(
                    at,
                    random.nextBoolean(),
                    random.nextBoolean(),
                    random.nextInt(HIGHEST_STATE),
                    random.nextInt(HIGHEST_STATE),
                    speed,
                    present,
                    counters.clone()));
        }
        return samples;
    }

    /** A short series, some seconds long, of an interface that comes and goes, is reset, wraps, and is polled when it comes handy. */
    static List<RawSample> eventful(SplittableRandom random, int count) {
        List<RawSample> samples = new ArrayList<>();
        long at = random.nextLong(100);
        long[] counters = new long[Counters.COUNT];
        int present = Counters.EVERY;
        long speed = Traffic.GIGABIT;
        boolean wasAway = true;
        for (int counter = 0; counter < counters.length; counter++) {
            counters[counter] = random.nextInt(3) == 0 ? (1L << 32) - random.nextLong(1000) : random.nextLong(1L << 31);
        }
        for (int i = 0; i < count; i++) {
            for (int counter = 0; counter < counters.length; counter++) {
                counters[counter] = random.nextInt(20) == 0 ? 0 : counters[counter] + random.nextLong(2000);
                if (counters[counter] >= 1L << 32 && random.nextBoolean()) {
                    counters[counter] -= 1L << 32;
                }
            }
            if (random.nextInt(8) == 0) {
                present = Counters.EVERY;
                for (int away = random.nextInt(4); away > 0; away--) {
                    present &= ~(1 << random.nextInt(Counters.COUNT));
                }
            }
            if (random.nextInt(12) == 0) {
                speed = random.nextInt(3) == 0 ? RawSample.NONE : random.nextLong(3) * Traffic.GIGABIT / 10;
            }
            long[] there = counters.clone();
            for (int counter = 0; counter < there.length; counter++) {
                there[counter] &= -(present >>> counter & 1);
            }
            samples.add(new RawSample(
                    at,
                    !wasAway,
                    !wasAway && random.nextInt(10) > 0,
                    random.nextInt(2),
                    random.nextInt(3),
                    speed,
                    present,
                    there));
            wasAway = random.nextInt(8) == 0;
            at += (wasAway ? 300 : 30) + random.nextLong(15);
        }
        return samples;
    }

    static List<RawSample> all(Samples samples) {
        List<RawSample> all = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            all.add(samples.get(i));
        }
        return all;
    }
}
