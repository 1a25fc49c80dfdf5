package net.coreserver.target;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A target that a client of the API made, as it is stored.
 *
 * @param name its name
 * @param stated what was said of it, but for its secrets
 * @param secrets the secrets that it has
 * @param revision changes with every change, and is never given twice
 * @param createdAt when it was made, in whole milliseconds
 * @param updatedAt when it was changed last, in whole milliseconds
 */
public record StoredTarget(
        String name,
        StatedSettings stated,
        Set<TargetKey> secrets,
        long revision,
        Instant createdAt,
        Instant updatedAt) {

    /** Copies the set; refuses secrets among what was said. */
    public StoredTarget {
        if (stated.texts().keySet().stream().anyMatch(TargetKey::secret)) {
            throw new IllegalArgumentException("a secret does not stand among what was said");
        }
        EnumSet<TargetKey> keys = EnumSet.noneOf(TargetKey.class);
        keys.addAll(secrets);
        secrets = Collections.unmodifiableSet(keys);
    }
}
