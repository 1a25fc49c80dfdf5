package net.coreserver.netconf;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One capability of a hello: a URI, with the parameters by which a YANG module is announced.
 *
 * <p>Source: RFC 6241 section 8.1, RFC 6020 section 5.6.4, RFC 7950 section 5.6.4.
 *
 * @param uri as sent, without surrounding blanks
 * @param base the URI up to its query
 * @param parameters the query, decoded; the first of each name
 */
public record Capability(String uri, String base, Map<String, String> parameters) {

    /** {@code :base:1.0}. */
    public static final String BASE_1_0 = "urn:ietf:params:netconf:base:1.0";

    /** {@code :base:1.1}: with it on both sides, messages are chunked. */
    public static final String BASE_1_1 = "urn:ietf:params:netconf:base:1.1";

    /** Copies the parameters. */
    public Capability {
        parameters = Map.copyOf(parameters);
    }

    /**
     * Reads a capability.
     *
     * @param text a URI, with or without surrounding blanks; anything is accepted, since a URI that is not understood
     *     is to be ignored
     * @return the capability
     */
    public static Capability parse(String text) {
        String uri = text.strip();
        int query = uri.indexOf('?');
        if (query < 0) {
            return new Capability(uri, uri, Map.of());
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String parameter : uri.substring(query + 1).split("[&;]", -1)) {
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                parameters.putIfAbsent(parameter.substring(0, equals), decode(parameter.substring(equals + 1)));
            }
        }
        return new Capability(uri, uri.substring(0, query), parameters);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // a stray % stands for itself
        }
    }

    /** {@return the name of the YANG module that this capability announces} */
    public Optional<String> module() {
        return Optional.ofNullable(parameters.get("module"));
    }

    /** {@return the revision of that module, as {@code YYYY-MM-DD}} */
    public Optional<String> revision() {
        return Optional.ofNullable(parameters.get("revision"));
    }

    /** {@return the features of that module that the server supports} */
    public List<String> features() {
        return list("features");
    }

    /** {@return the modules that say where the server deviates from that module} */
    public List<String> deviations() {
        return list("deviations");
    }

    private List<String> list(String parameter) {
        return Arrays.stream(parameters.getOrDefault(parameter, "").split(",", -1))
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
