package net.coreserver.event.sink;

import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Tells an address without what may be secret in it: no user, no query, and nothing of the path that is as long as the tokens
 * that chat services put there.
 */
final class ShownUrl {

    private static final int LONGEST_PLAIN_SEGMENT = 15;
    private static final int LONGEST = 200;
    private static final String HIDDEN = "…";

    private ShownUrl() {}

    static String of(URI url) {
        StringBuilder shown = new StringBuilder();
        if (url.getScheme() != null) {
            shown.append(url.getScheme()).append("://");
        }
        if (url.getHost() != null) {
            shown.append(url.getHost());
        }
        if (url.getPort() >= 0) {
            shown.append(':').append(url.getPort());
        }
        String path = url.getRawPath();
        if (path != null && !path.isEmpty()) {
            shown.append(Arrays.stream(path.split("/", -1))
                    .map(segment -> segment.length() > LONGEST_PLAIN_SEGMENT ? HIDDEN : segment)
                    .collect(Collectors.joining("/")));
        }
        if (url.getRawQuery() != null) {
            shown.append('?').append(HIDDEN);
        }
        return shown.length() <= LONGEST ? shown.toString() : shown.substring(0, LONGEST) + HIDDEN;
    }
}
