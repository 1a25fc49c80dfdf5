package net.coreserver.event.derivation;

import java.util.EnumSet;
import java.util.Set;
import net.coreserver.netconf.FailureKind;

/**
 * What was told of the health of a target. Immutable.
 *
 * @param health how it was last told to be
 * @param refusals the refusals that have been told in this outage: {@link FailureKind#HOST_KEY}, {@link
 *     FailureKind#AUTHENTICATION}
 * @param slow whether it was told that it is slow
 */
record TargetStanding(Health health, Set<FailureKind> refusals, boolean slow) {

    /** Nothing was told. */
    static final TargetStanding UNKNOWN = new TargetStanding(Health.UNKNOWN, EnumSet.noneOf(FailureKind.class), false);

    /** How a target may be. */
    enum Health {
        /** Nothing is known. */
        UNKNOWN("unknown"),
        /** It is connected, and polls succeed. */
        UP("up"),
        /** It is connected, and polls fail. */
        DEGRADED("degraded"),
        /** It is not connected. */
        DOWN("down");

        private final String word;

        Health(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    TargetStanding {
        refusals = Set.copyOf(refusals);
    }
}
