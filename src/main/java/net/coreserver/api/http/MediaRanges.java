package net.coreserver.api.http;

import java.util.List;
import java.util.Locale;

/**
 * Which of two media types a request wants: its {@code Accept}, where a resource has JSON and a stream of events. When it
 * wants neither more than the other, it is JSON.
 *
 * <p>Source: RFC 9110 section 12.5.1.
 */
public final class MediaRanges {

    /** The media type of server-sent events. */
    public static final String EVENT_STREAM = "text/event-stream";

    static final String JSON = "application/json";

    private MediaRanges() {}

    /**
     * Whether a request wants a stream.
     *
     * @param fields the values of all fields of the name
     * @return whether it wants one more than JSON
     */
    public static boolean preferEventStream(List<String> fields) {
        if (fields.isEmpty() || (fields.size() == 1 && isPlainlyJson(fields.getFirst()))) {
            return false;
        }
        int events = weight(fields, EVENT_STREAM);
        return events > 0 && events > weight(fields, JSON);
    }

    /** What nearly all requests say, who need not be looked at closer. */
    private static boolean isPlainlyJson(String field) {
        return field.equals("*/*") || field.equals(JSON);
    }

    /** The weight that the most specific range gives a type; 0 when none includes it. */
    private static int weight(List<String> fields, String type) {
        String wholeFamily = type.substring(0, type.indexOf('/') + 1) + '*';
        int precision = 0;
        int weight = 0;
        for (String field : fields) {
            for (String element : field.split(",", -1)) {
                int semicolon = element.indexOf(';');
                String range = (semicolon < 0 ? element : element.substring(0, semicolon))
                        .strip()
                        .toLowerCase(Locale.ROOT);
                int precise = range.equals(type) ? 3 : range.equals(wholeFamily) ? 2 : range.equals("*/*") ? 1 : 0;
                if (precise > precision) {
                    precision = precise;
                    weight = semicolon < 0 ? Weight.ONE : Weight.of(element.substring(semicolon + 1));
                }
            }
        }
        return weight;
    }
}
