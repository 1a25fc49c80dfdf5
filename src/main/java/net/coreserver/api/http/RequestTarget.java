package net.coreserver.api.http;

import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.coreserver.api.problem.Problem;
import net.coreserver.api.problem.ProblemType;

/**
 * The target of a request, before any router looks at it: whether it is well-formed, and in a form in which the names of
 * interfaces reach their resource unchanged.
 *
 * <p>Two things would change them. The router takes whatever follows a semicolon for matrix parameters and drops it, and
 * it removes dot segments even where the dots were escaped. So a semicolon in the path is escaped, and an escaped dot
 * segment gets an escaped NUL after it, which {@link #segment} takes away again; no name can hold one.
 *
 * <p>Source: RFC 3986 sections 2.1, 3.3 and 5.2.4.
 */
public final class RequestTarget {

    private static final String FORBIDDEN = "\"<>#";
    private static final String NUL = "\0";
    private static final String ESCAPED_NUL = "%00";
    private static final Pattern ESCAPED_DOTS = Pattern.compile("/(\\.?%2[eE]\\.?|%2[eE]%2[eE])(?=/|$)");

    private RequestTarget() {}

    /** What is wrong with a target, if anything is. */
    static Optional<Problem> check(HttpServerRequest request) {
        String target = request.uri();
        boolean isEscaped = false;
        for (int i = 0; i < target.length(); i++) {
            char c = target.charAt(i);
            // Browsers send some characters as they are that RFC 3986 wants escaped, and they mean what they are.
            if (c <= ' ' || c > '~' || FORBIDDEN.indexOf(c) >= 0) {
                return malformed("The URL holds a character that has to be percent-encoded.");
            }
            isEscaped |= c == '%';
        }
        return isEscaped ? checkEscapes(target) : Optional.empty();
    }

    private static Optional<Problem> checkEscapes(String target) {
        ByteBuffer octets = ByteBuffer.allocate(target.length());
        for (int i = 0; i < target.length(); i++) {
            char c = target.charAt(i);
            if (c != '%') {
                octets.put((byte) c);
                continue;
            }
            int high = i + 2 < target.length() ? Character.digit(target.charAt(i + 1), 16) : -1;
            int low = i + 2 < target.length() ? Character.digit(target.charAt(i + 2), 16) : -1;
            if (high < 0 || low < 0) {
                return malformed("The URL holds a percent sign that no two hexadecimal digits follow.");
            }
            int octet = high << 4 | low;
            if (octet == 0) {
                return malformed("The URL holds a NUL, which no name can.");
            }
            octets.put((byte) octet);
            i += 2;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(octets.flip());
            return Optional.empty();
        } catch (CharacterCodingException e) {
            return malformed("The URL holds percent-encoded octets that are not UTF-8.");
        }
    }

    /** The target to route in place of this one; empty when it can stay. */
    static Optional<String> rerouted(HttpServerRequest request) {
        String path = request.path();
        if (path == null || (path.indexOf(';') < 0 && path.indexOf('%') < 0) || !path.startsWith("/api/")) {
            return Optional.empty();
        }
        Matcher dots = ESCAPED_DOTS.matcher(path.replace(";", "%3B"));
        String routed = dots.replaceAll("/$1" + ESCAPED_NUL);
        String query = request.query();
        return routed.equals(path) ? Optional.empty() : Optional.of(query == null ? routed : routed + '?' + query);
    }

    /**
     * The name that a segment of the path means, after the router has decoded it.
     *
     * @param decoded the segment, as the router hands it over
     * @return the name
     */
    public static String segment(String decoded) {
        return decoded.endsWith(NUL) ? decoded.substring(0, decoded.length() - NUL.length()) : decoded;
    }

    /**
     * The name that a segment of the path means, before any router has decoded it.
     *
     * @param raw the segment as it stands in the path of a request that was found well-formed
     * @return the name
     */
    public static String rawSegment(String raw) {
        // A plus sign is one in a path, unlike in a query.
        return segment(URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8));
    }

    /**
     * The path that was asked for, but for the way in which semicolons stand in it.
     *
     * @param request that asked
     * @return the path, without the query
     */
    public static String path(HttpServerRequest request) {
        String path = request.path();
        return path == null ? "" : path.replace(ESCAPED_NUL, "");
    }

    private static Optional<Problem> malformed(String detail) {
        return Optional.of(Problem.of(ProblemType.MALFORMED_REQUEST, detail));
    }
}
