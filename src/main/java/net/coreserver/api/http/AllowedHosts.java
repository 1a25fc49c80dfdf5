package net.coreserver.api.http;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names, beside those of the loopback, by which this service may be called.
 *
 * @param names host names and IP addresses, without ports; IPv6 addresses with or without brackets; {@code *} for any
 */
public record AllowedHosts(Set<String> names) {

    /** Names are compared without regard to case, IPv6 addresses without their brackets. */
    public AllowedHosts {
        names = names.stream().map(AllowedHosts::canonical).collect(Collectors.toUnmodifiableSet());
    }

    boolean contain(String host) {
        return names.contains("*") || names.contains(host);
    }

    /** The form in which hosts are compared. */
    static String canonical(String host) {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        String lower = bare.toLowerCase(Locale.ROOT);
        // The root's dot may be written, and changes nothing.
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
