package net.coreserver.api.http;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.Optional;
import net.coreserver.api.problem.Problem;
import net.coreserver.api.problem.ProblemType;

/**
 * Refuses requests for other hosts. A page of the web can make its own name point to this machine and so have a browser
 * send requests here (DNS rebinding), but their {@code Host} still says that name.
 *
 * <p>Source: RFC 9110 sections 7.2 and 7.4.
 */
@Singleton
public final class HostGuard {

    private final AllowedHosts allowed;

    HostGuard(AllowedHosts allowed) {
        this.allowed = allowed;
    }

    Optional<Problem> check(HttpServerRequest request) {
        if (request.headers().getAll(HttpHeaders.HOST).size() > 1) {
            return Optional.of(Problem.of(ProblemType.MALFORMED_REQUEST, "The request names its host twice."));
        }
        HostAndPort authority = request.authority();
        // HTTP/1.0 needs no Host, and no browser speaks it; without one, a later version does not get this far.
        if (authority == null || isAllowed(authority.host())) {
            return absoluteForm(request.uri());
        }
        return Optional.of(misdirected(authority.host()));
    }

    /** A request that names its host in its target means that one, whatever {@code Host} says; RFC 9112 section 3.2.2. */
    private Optional<Problem> absoluteForm(String target) {
        int scheme = target.startsWith("/") ? -1 : target.indexOf("://");
        if (scheme < 0) {
            return Optional.empty();
        }
        int start = scheme + "://".length();
        int end = start;
        while (end < target.length() && "/?#".indexOf(target.charAt(end)) < 0) {
            end++;
        }
        HostAndPort authority = HostAndPort.parseAuthority(target.substring(start, end), -1);
        return authority != null && isAllowed(authority.host())
                ? Optional.empty()
                : Optional.of(misdirected(target.substring(start, end)));
    }

    private boolean isAllowed(String name) {
        String host = AllowedHosts.canonical(name);
        return isLoopback(host) || allowed.contain(host);
    }

    private static boolean isLoopback(String host) {
        if (host.equals("localhost") || host.equals("127.0.0.1") || host.endsWith(".localhost")) {
            return true;
        }
        // Only addresses in full: what is left is a name, and no name is looked up here.
        InetAddress address = NetUtil.isValidIpV4Address(host) || NetUtil.isValidIpV6Address(host)
                ? NetUtil.createInetAddressFromIpAddressString(host)
                : null;
        return address != null && address.isLoopbackAddress();
    }

    /**
     * The problem of a request for another host.
     *
     * @param host as the request names it
     * @return the problem
     */
    public static Problem misdirected(String host) {
        return Problem.of(
                ProblemType.MISDIRECTED_REQUEST,
                "This service does not answer to the host \"%s\"; coreserver.allowed-hosts says to which it does."
                        .formatted(host));
    }
}
