package net.coreserver.netconf.discovery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A YANG module that a server has.
 *
 * @param name its name
 * @param revision its revision, as {@code YYYY-MM-DD}; null when it has none
 * @param namespace its XML namespace; null when the server does not tell
 * @param implemented whether the server has its data, as opposed to only its definitions; RFC 7950 section 5.6.5
 * @param features those of its features that the server supports
 * @param deviations the modules that say where the server deviates from it
 */
public record YangModule(
        String name,
        @Nullable String revision,
        @Nullable String namespace,
        boolean implemented,
        List<String> features,
        List<String> deviations) {

    /** Copies the lists. */
    public YangModule {
        features = List.copyOf(features);
        deviations = List.copyOf(deviations);
    }
}
