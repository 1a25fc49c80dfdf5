package net.coreserver.history.series;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.coreserver.interfaces.Metric;

/**
 * What is seen of an interface by polls every half a minute: the same samples for the same seed. The load goes with the time of day
 * and is never the same twice; the moment of the poll is not either.
 */
final class Traffic {

    static final long START = 1_795_000_000_000L;
    static final long INTERVAL = 30_000;
    static final long GIGABIT = 1_000_000_000L;

    private static final int POLL_JITTER = 60;
    private static final double DAY = 86_400_000;
    private static final int UP = 1;

    /** How much an interface has to do. */
    enum Load {
        /** A tenth of ten gigabits, some discards. */
        BUSY(10 * GIGABIT, 1e9, 0.1, 2),
        /** A link to a server or a small site. */
        MODERATE(GIGABIT, 2e7, 0.5, 0.5),
        /** Nothing but what neighbours tell each other now and then. */
        IDLE(GIGABIT, 0, 0, 0),
        /** Nothing at all: no cable is in it. */
        NONE(GIGABIT, 0, 0, 0);

        private final long speed;
        private final double bitsPerSecond;
        private final double noise;
        private final double multicastsPerSecond;

        Load(long speed, double bitsPerSecond, double noise, double multicastsPerSecond) {
            this.speed = speed;
            this.bitsPerSecond = bitsPerSecond;
            this.noise = noise;
            this.multicastsPerSecond = multicastsPerSecond;
        }
    }

    private final SplittableRandom random;
    private final Load load;
    private final long[] counters = new long[Counters.COUNT];
    private long at = START;

    Traffic(Load load, long seed) {
        this.load = load;
        this.random = new SplittableRandom(seed);
        for (int i = 0; i < counters.length; i++) {
            counters[i] = load == Load.IDLE || load == Load.NONE ? random.nextLong(100_000) : random.nextLong(1L << 44);
        }
    }

    List<RawSample> next(int count) {
        List<RawSample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            samples.add(next());
        }
        return samples;
    }

    RawSample next() {
        if (load != Load.NONE) {
            move(Counters.index(Metric.IN_OCTETS));
            move(Counters.index(Metric.OUT_OCTETS));
        }
        RawSample sample = new RawSample(
                at + random.nextLong(-POLL_JITTER, POLL_JITTER),
                at > START,
                at > START,
                UP,
                UP,
                load.speed,
                Counters.EVERY,
                counters.clone());
        at += INTERVAL;
        return sample;
    }

    private void move(int direction) {
        double timeOfDay = 1 + 0.6 * Math.sin(2 * Math.PI * at / DAY);
        double bits = load.bitsPerSecond * timeOfDay * Math.exp(load.noise * random.nextGaussian());
        double seconds = INTERVAL / 1e3;
        long packets = (long) (bits * seconds / 8 / (700 + 100 * random.nextDouble()));
        counters[direction] += (long) (bits * seconds / 8) + random.nextLong(64);
        counters[direction + 1] += packets;
        counters[direction + 2] += few(load.multicastsPerSecond / 10 * seconds);
        counters[direction + 3] += load == Load.IDLE ? 1 : few(load.multicastsPerSecond * seconds);
        counters[direction + 4] += load == Load.BUSY ? few(0.02 * seconds) : 0;
    }

    private long few(double mean) {
        return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
    }
}
