package net.coreserver.api.http;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The templates of all resources, such as {@code /api/v1/targets/{target}}, to be found by a path. There are as many as there are
 * resources, whatever is asked for.
 */
public final class PathTemplates {

    /** Stands for every path that is none of ours. */
    public static final String OTHER = "other";

    /** What the framework serves, all of it. */
    private static final String FRAMEWORK = "/q";

    private final Node root = new Node();

    /** What may follow so much of a path. */
    private static final class Node {
        private final Map<String, Node> named = new HashMap<>();
        private @Nullable Node any;
        private @Nullable String template;
    }

    /**
     * Learns templates.
     *
     * @param templates all of them
     */
    PathTemplates(Collection<String> templates) {
        templates.forEach(this::add);
    }

    private void add(String template) {
        Node node = root;
        for (String segment : withoutEnds(template).split("/", -1)) {
            if (segment.startsWith("{")) {
                Node any = node.any == null ? new Node() : node.any;
                node.any = any;
                node = any;
            } else {
                node = node.named.computeIfAbsent(segment, first -> new Node());
            }
        }
        node.template = template;
    }

    /**
     * Finds the template of a path.
     *
     * @param path as a request has it
     * @return the template, or {@link #OTHER}
     */
    public String of(@Nullable String path) {
        if (path == null || path.isEmpty() || path.charAt(0) != '/') {
            return OTHER;
        }
        if (path.startsWith(FRAMEWORK + "/")) {
            return FRAMEWORK;
        }
        Node node = root;
        String rest = withoutEnds(path);
        int begin = 0;
        while (node != null && begin <= rest.length()) {
            int slash = rest.indexOf('/', begin);
            int end = slash < 0 ? rest.length() : slash;
            Node named = node.named.get(rest.substring(begin, end));
            node = named == null ? node.any : named;
            begin = end + 1;
        }
        return node == null || node.template == null ? OTHER : node.template;
    }

    private static String withoutEnds(String path) {
        int end = path.length() > 1 && path.endsWith("/") ? path.length() - 1 : path.length();
        return path.substring(1, end);
    }
}
