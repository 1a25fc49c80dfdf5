package net.coreserver.config;

import net.coreserver.target.TargetKey;

/** Of whom a {@link TargetKey} or a label speaks. */
sealed interface Scope {

    /** {@return the part of the key that stands before what is said} */
    String path();

    /**
     * Of one target.
     *
     * @param target its name
     */
    record Named(String target) implements Scope {
        @Override
        public String path() {
            return "targets." + target;
        }
    }

    /** Of every target that does not say it itself. */
    enum Defaults implements Scope {
        /** The only one. */
        ALL_TARGETS;

        @Override
        public String path() {
            return "defaults";
        }
    }
}
