package net.coreserver.api;

import jakarta.inject.Singleton;
import java.util.concurrent.ConcurrentHashMap;

/** The latest rendering of each target; it goes when a newer reading is asked for. */
@Singleton
final class Renderings {

    private final ConcurrentHashMap<String, Rendering> latest = new ConcurrentHashMap<>();

    Rendering of(Reading reading) {
        String target = reading.snapshot().target();
        Rendering known = latest.get(target);
        if (known != null && known.reading().looksLike(reading)) {
            return known;
        }
        // Two who come at once must get the same one, or each would render it.
        return latest.compute(
                target,
                (name, present) ->
                        present != null && present.reading().looksLike(reading) ? present : new Rendering(reading));
    }
}
