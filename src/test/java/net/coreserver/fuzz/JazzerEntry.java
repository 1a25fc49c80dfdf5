package net.coreserver.fuzz;

import org.jspecify.annotations.Nullable;

/** Where Jazzer enters: it looks for these two methods by their names. */
public final class JazzerEntry {

    private static @Nullable FuzzTarget target;

    private JazzerEntry() {}

    public static void fuzzerInitialize(String[] arguments) {
        target = FuzzTarget.valueOf(arguments[0]);
    }

    public static void fuzzerTestOneInput(byte[] input) {
        if (target == null) {
            throw new IllegalStateException("no target was named");
        }
        target.feed(input);
    }
}
