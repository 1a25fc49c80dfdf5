package net.coreserver.testing;

import java.time.Instant;
import java.util.List;
import net.coreserver.interfaces.Counter64;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.Statistics;
import org.jspecify.annotations.Nullable;

/** Samples of which a test needs the counters and little else. */
public final class CountedSamples {

    private CountedSamples() {}

    /** A sample with these leaves alone. */
    public static InterfaceSample sample(
            String name, @Nullable Integer ifIndex, @Nullable Long speed, @Nullable Statistics statistics) {
        return new InterfaceSample(
                name,
                null,
                null,
                null,
                null,
                null,
                ifIndex,
                null,
                speed,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                statistics);
    }

    /** One counter, and since when it counts. */
    public static Statistics inOctets(@Nullable Instant discontinuityTime, @Nullable Counter64 inOctets) {
        return new Statistics(
                discontinuityTime, inOctets, null, null, null, null, null, null, null, null, null, null, null, null);
    }
}
