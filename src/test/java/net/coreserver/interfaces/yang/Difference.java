package net.coreserver.interfaces.yang;

import org.jspecify.annotations.Nullable;

/**
 * Where what was read of a reply is not what was expected.
 *
 * @param kind in which way
 * @param field the name of the leaf; {@code interface} for all of one
 * @param at the name of the interface, and both values, for whoever looks into it
 * @param openness what the expectation itself says of both being right; null when it says nothing
 */
record Difference(
        Kind kind, String field, String at, @Nullable String openness) {

    /** The ways. */
    enum Kind {
        /** Another value. */
        OTHER,
        /** Expected, and not there. */
        MISSING,
        /** There, and not expected. */
        MORE
    }

    /**
     * A difference that has a reason, whichever the reply and the interface.
     *
     * @param model the model that read the reply; {@link #ANY} for whichever
     * @param kind in which way
     * @param field the name of the leaf
     * @param reason why it is right all the same
     */
    record Known(String model, Kind kind, String field, String reason) {

        static final String ANY = "any";

        boolean covers(String readBy, Difference difference) {
            return (model.equals(ANY) || model.equals(readBy))
                    && kind == difference.kind
                    && field.equals(difference.field);
        }
    }
}
