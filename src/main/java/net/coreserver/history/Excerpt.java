package net.coreserver.history;

import java.util.ArrayList;
import java.util.List;
import net.coreserver.history.series.RawSample;
import net.coreserver.history.series.Samples;

/** The first samples of some time. */
final class Excerpt {

    private final long to;
    private final int limit;
    private final List<RawSample> found = new ArrayList<>();
    /** What is earlier is left out, and what has been added already. */
    private long next;

    Excerpt(long from, long to, int limit) {
        this.next = from;
        this.to = to;
        this.limit = limit;
    }

    /** Adds what belongs there; tells whether more may. */
    boolean add(Samples samples) {
        for (int i = 0; i < samples.size(); i++) {
            if (found.size() == limit || samples.at(i) >= to) {
                return false;
            }
            if (samples.at(i) >= next) {
                found.add(samples.get(i));
                next = samples.at(i) + 1;
            }
        }
        return true;
    }

    List<RawSample> samples() {
        return List.copyOf(found);
    }
}
