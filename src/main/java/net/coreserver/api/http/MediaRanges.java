package net.coreserver.api.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which of several media types a request wants: its {@code Accept}, where a resource has streams, and JSON beside them or not.
 *
 * <p>Source: RFC 9110 section 12.5.1.
 */
public final class MediaRanges {

    /** The media type of server-sent events. */
    public static final String EVENT_STREAM = "text/event-stream";

    /** The media type of JSON, one value on each line. */
    public static final String NDJSON = "application/x-ndjson";

    /** The media type of tables; RFC 4180. */
    public static final String CSV = "text/csv";

    static final String JSON = "application/json";

    private MediaRanges() {}

    /** JSON, and others after it. */
    static List<String> jsonAnd(List<String> others) {
        return Stream.concat(Stream.of(JSON), others.stream()).toList();
    }

    /**
     * Which type a request wants.
     *
     * @param fields the values of all fields of the name
     * @param types those that there are, at least one
     * @return the first of those that it wants most; empty when it wants none
     */
    public static Optional<String> preferred(List<String> fields, List<String> types) {
        if (fields.isEmpty() || (fields.size() == 1 && takes(fields.getFirst(), types.getFirst()))) {
            return Optional.of(types.getFirst());
        }
        String preferred = null;
        int greatest = 0;
        for (String type : types) {
            int weight = weight(fields, type);
            if (weight > greatest) {
                preferred = type;
                greatest = weight;
            }
        }
        return Optional.ofNullable(preferred);
    }

    /** What nearly all requests say, who need not be looked at closer. */
    private static boolean takes(String field, String type) {
        return field.equals("*/*") || field.equals(type);
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
