package net.coreserver.config;

import java.util.Locale;
import net.coreserver.target.TargetKey;

/** A key that the service knows. It has one spelling as a property and one as an environment variable. */
sealed interface Key {

    /** What every property of ours begins with. */
    String PROPERTY_PREFIX = "coreserver.";

    /** What every environment variable of ours begins with. */
    String VARIABLE_PREFIX = "CORESERVER_";

    /** {@return the key without its prefix} */
    String path();

    /** {@return whether its value must never be shown} */
    default boolean secret() {
        return false;
    }

    /** {@return its spelling as a property} */
    default String property() {
        return PROPERTY_PREFIX + path();
    }

    /** {@return its spelling as an environment variable} */
    default String variable() {
        return VARIABLE_PREFIX + path().replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /**
     * A key of the service as a whole.
     *
     * @param key which one
     */
    record OfService(ServiceKey key) implements Key {
        @Override
        public String path() {
            return key.word();
        }

        @Override
        public boolean secret() {
            return key.secret();
        }
    }

    /**
     * A key of a target, or of all of them.
     *
     * @param scope of which one
     * @param key what is said
     */
    record OfTarget(Scope scope, TargetKey key) implements Key {
        @Override
        public String path() {
            return scope.path() + "." + key.word();
        }

        @Override
        public boolean secret() {
            return key.secret();
        }
    }

    /**
     * A key of a sink.
     *
     * @param sink its name
     * @param key what is said
     */
    record OfSink(String sink, SinkKey key) implements Key {
        @Override
        public String path() {
            return "sinks." + sink + "." + key.word();
        }

        @Override
        public boolean secret() {
            return key.secret();
        }
    }

    /**
     * A label of a target, or of all of them.
     *
     * @param scope of which one
     * @param label the key of the label
     */
    record OfLabel(Scope scope, String label) implements Key {
        @Override
        public String path() {
            return scope.path() + ".labels." + label;
        }
    }
}
