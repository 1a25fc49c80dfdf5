package net.coreserver.agent;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.coreserver.netconf.Capability;

/**
 * A YANG module that the agent serves.
 *
 * @param name its name
 * @param revision its revision, {@code YYYY-MM-DD}
 * @param namespace its XML namespace
 * @param implemented whether the agent implements it; if not, it is there for the types that others import
 * @param features those of its features that are true here
 * @param deviations the modules that say where the agent deviates from it
 */
record YangModule(
        String name,
        String revision,
        String namespace,
        boolean implemented,
        List<String> features,
        List<String> deviations) {

    YangModule {
        features = List.copyOf(features);
        deviations = List.copyOf(deviations);
    }

    static YangModule implemented(String name, String revision, String namespace) {
        return new YangModule(name, revision, namespace, true, List.of(), List.of());
    }

    static YangModule imported(String name, String revision, String namespace) {
        return new YangModule(name, revision, namespace, false, List.of(), List.of());
    }

    YangModule withFeatures(String... more) {
        return new YangModule(name, revision, namespace, implemented, List.of(more), deviations);
    }

    YangModule withDeviations(YangModule more) {
        return new YangModule(name, revision, namespace, implemented, features, List.of(more.name));
    }

    /** {@return how hello announces it; RFC 6020 section 5.6.4} */
    Capability capability() {
        StringBuilder uri = new StringBuilder(namespace)
                .append("?module=")
                .append(name)
                .append("&revision=")
                .append(revision);
        if (!features.isEmpty()) {
            uri.append("&features=").append(String.join(",", features));
        }
        if (!deviations.isEmpty()) {
            uri.append("&deviations=").append(String.join(",", deviations));
        }
        return Capability.parse(uri.toString());
    }

    /** {@return its text, from the class path} */
    String text() throws IOException {
        String resource = "/META-INF/yang/" + name + "@" + revision + ".yang";
        try (InputStream in = YangModule.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
