package net.coreserver.netconf;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One capability of a hello: a URI, with the parameters by which a YANG module is announced. The URI is all that is
 * kept, and taken apart when it is asked for: a thousand sessions hold a hundred of them each.
 *
 * <p>Source: RFC 6241 section 8.1, RFC 6020 section 5.6.4, RFC 7950 section 5.6.4.
 *
 * @param uri as sent, without surrounding blanks
 */
public record Capability(String uri) {

    /** {@code :base:1.0}. */
    public static final String BASE_1_0 = "urn:ietf:params:netconf:base:1.0";

    /** {@code :base:1.1}: with it on both sides, messages are chunked. */
    public static final String BASE_1_1 = "urn:ietf:params:netconf:base:1.1";

    /** {@code :xpath}: filters may be XPath expressions; RFC 6241 section 8.9. */
    public static final String XPATH = "urn:ietf:params:netconf:capability:xpath:1.0";

    /** {@code :with-defaults}: a request may say how default values are told; RFC 6243. */
    public static final String WITH_DEFAULTS = "urn:ietf:params:netconf:capability:with-defaults:1.0";

    /** {@code :notification}: events can be subscribed to; RFC 5277 section 3.1. */
    public static final String NOTIFICATION = "urn:ietf:params:netconf:capability:notification:1.0";

    /** {@code :interleave}: rpcs are taken on a session that has a subscription; RFC 5277 section 6. */
    public static final String INTERLEAVE = "urn:ietf:params:netconf:capability:interleave:1.0";

    /** {@code :yang-library:1.0}: modules stand in {@code modules-state}; RFC 7895, RFC 7950 section 5.6.4. */
    public static final String YANG_LIBRARY_1_0 = "urn:ietf:params:netconf:capability:yang-library:1.0";

    /** {@code :yang-library:1.1}: modules stand in {@code yang-library}; RFC 8526 section 2. */
    public static final String YANG_LIBRARY_1_1 = "urn:ietf:params:netconf:capability:yang-library:1.1";

    /**
     * Reads a capability.
     *
     * @param text a URI, with or without surrounding blanks; anything is accepted, since a URI that is not understood
     *     is to be ignored
     * @return the capability
     */
    public static Capability parse(String text) {
        // Devices of one kind announce the same, some of them hundreds of modules: it is kept once for all of them.
        return new Capability(text.strip().intern());
    }

    /** {@return the URI up to its query} */
    public String base() {
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    /**
     * Tells whether this is that capability, whatever the parameters.
     *
     * @param base a URI without a query
     * @return whether it is
     */
    public boolean is(String base) {
        return uri.startsWith(base) && (uri.length() == base.length() || uri.charAt(base.length()) == '?');
    }

    /**
     * Looks a parameter of the query up.
     *
     * @param name its name
     * @return its value, decoded; the first where there are several
     */
    public Optional<String> parameter(String name) {
        int at = uri.indexOf('?');
        while (at >= 0) {
            int start = at + 1;
            at = nextSeparator(start);
            int equals = start + name.length();
            if (uri.startsWith(name, start) && equals < uri.length() && uri.charAt(equals) == '=') {
                return Optional.of(decode(uri.substring(equals + 1, at < 0 ? uri.length() : at)));
            }
        }
        return Optional.empty();
    }

    private int nextSeparator(int from) {
        for (int at = from; at < uri.length(); at++) {
            if (uri.charAt(at) == '&' || uri.charAt(at) == ';') {
                return at;
            }
        }
        return -1;
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
        return parameter("module");
    }

    /** {@return the revision of that module, as {@code YYYY-MM-DD}} */
    public Optional<String> revision() {
        return parameter("revision");
    }

    /** {@return the features of that module that the server supports} */
    public List<String> features() {
        return list("features");
    }

    /** {@return the modules that say where the server deviates from that module} */
    public List<String> deviations() {
        return list("deviations");
    }

    /**
     * Reads a parameter whose value is a list, separated by commas.
     *
     * @param parameter its name
     * @return its items, without surrounding blanks; none when it is not there
     */
    public List<String> list(String parameter) {
        return parameter(parameter).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
