package net.coreserver.target;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A target as a client of the API wants it to be.
 *
 * @param name its name
 * @param stated everything that it says of it, new secrets too
 * @param kept the stored secrets that stay as they are
 */
public record TargetDraft(String name, StatedSettings stated, Set<TargetKey> kept) {

    /** Copies the set; refuses to keep what is no secret, or is said anew. */
    public TargetDraft {
        if (!kept.stream().allMatch(TargetKey::secret) || kept.stream().anyMatch(stated.texts()::containsKey)) {
            throw new IllegalArgumentException("only a secret that is not said anew can be kept");
        }
        EnumSet<TargetKey> keys = EnumSet.noneOf(TargetKey.class);
        keys.addAll(kept);
        kept = Collections.unmodifiableSet(keys);
    }

    /**
     * A target that is new.
     *
     * @param name its name
     * @param stated everything that is said of it
     */
    public TargetDraft(String name, StatedSettings stated) {
        this(name, stated, Set.of());
    }
}
