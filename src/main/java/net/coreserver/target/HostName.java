package net.coreserver.target;

import java.net.Inet6Address;
import java.util.regex.Pattern;

/** Reads host names and IP addresses. Nothing is looked up. */
public enum HostName implements ValueParser<String> {
    /** The one parser. The brackets that an IPv6 address may have are not part of what it gives. */
    PARSER;

    private static final int LONGEST = 253;

    /** Labels of RFC 1123 section 2.1, and the underscore that names inside of container networks have. */
    private static final Pattern NAME = Pattern.compile("(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\\.)*"
            + "[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\\.?");

    /** What ends in a number is meant as an IPv4 address. */
    private static final Pattern LIKE_IPV4 = Pattern.compile("(?:.*\\.)?[0-9]+\\.?");

    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";

    private static final Pattern IPV4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");

    private static final Pattern ZONE = Pattern.compile("%[A-Za-z0-9._-]+$");

    @Override
    public String parse(String text) throws InvalidValueException {
        boolean bracketed = text.startsWith("[") && text.endsWith("]");
        String host = bracketed ? text.substring(1, text.length() - 1) : text;
        boolean valid;
        if (bracketed || host.indexOf(':') >= 0) {
            valid = isIpv6(host);
        } else if (LIKE_IPV4.matcher(host).matches()) {
            valid = IPV4.matcher(host).matches();
        } else {
            valid = host.length() <= LONGEST && NAME.matcher(host).matches();
        }
        if (!valid) {
            throw new InvalidValueException("a host is a host name or an IP address, with nothing before or after it");
        }
        return host;
    }

    private static boolean isIpv6(String host) {
        try {
            // The zone is left out: whether this machine has it is found out at the connect.
            Inet6Address.ofLiteral(ZONE.matcher(host).replaceFirst(""));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
