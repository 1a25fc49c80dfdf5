package net.coreserver.api.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which codings a request takes: its {@code Accept-Encoding}. Codings that this service does not have are not looked at.
 *
 * <p>Source: RFC 9110 section 12.5.3.
 *
 * @param gzip how much it wants gzip, 0 to 1000; 0 when it does not take it
 * @param identity how much it wants what is not coded, 0 to 1000; 0 when it does not take it
 */
record AcceptedCodings(int gzip, int identity) {

    /** Below this, in octets, compression saves no packet. */
    static final int MIN_LENGTH = 1024;

    private static final AcceptedCodings UNCODED = new AcceptedCodings(0, Weight.ONE);
    private static final int UNSAID = -1;
    /** Less than whatever is asked for. */
    private static final int IF_NOTHING_ELSE = 1;

    /**
     * Reads the header.
     *
     * @param fields the values of all fields of the name
     */
    static AcceptedCodings of(List<String> fields) {
        if (fields.isEmpty()) {
            // Anything would do then; what everybody understands is best.
            return UNCODED;
        }
        int gzip = UNSAID;
        int identity = UNSAID;
        int others = UNSAID;
        for (String field : fields) {
            for (String element : field.split(",", -1)) {
                int semicolon = element.indexOf(';');
                String name = (semicolon < 0 ? element : element.substring(0, semicolon))
                        .strip()
                        .toLowerCase(Locale.ROOT);
                int weight = semicolon < 0 ? Weight.ONE : Weight.of(element.substring(semicolon + 1));
                switch (name) {
                    case "gzip", "x-gzip" -> gzip = Math.max(gzip, weight);
                    case "identity" -> identity = weight;
                    case "*" -> others = weight;
                    default -> {
                        // a coding that is not ours
                    }
                }
            }
        }
        int unlistedIdentity = others == UNSAID ? IF_NOTHING_ELSE : others;
        return new AcceptedCodings(
                gzip == UNSAID ? Math.max(others, 0) : gzip, identity == UNSAID ? unlistedIdentity : identity);
    }

    /**
     * The coding to answer with; empty when the request takes none that there is.
     *
     * @param length of the answer, in octets, before it is coded
     */
    Optional<ContentCoding> choose(int length) {
        if (identity == 0) {
            return gzip == 0 ? Optional.empty() : Optional.of(ContentCoding.GZIP);
        }
        return Optional.of(
                gzip > 0 && gzip >= identity && length >= MIN_LENGTH ? ContentCoding.GZIP : ContentCoding.IDENTITY);
    }

    boolean include(ContentCoding coding) {
        return switch (coding) {
            case GZIP -> gzip > 0;
            case IDENTITY -> identity > 0;
        };
    }
}
