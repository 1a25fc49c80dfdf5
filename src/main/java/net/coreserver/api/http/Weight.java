package net.coreserver.api.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much a request wants one thing among others: the parameter {@code q}. Source: RFC 9110 section 12.4.2. */
final class Weight {

    /** The greatest, in thousandths, and the one that counts where nothing is said. */
    static final int ONE = 1000;

    private static final Pattern Q = Pattern.compile("(?i)(?:^|;)\\s*q=(0(?:\\.\\d{0,3})?|1(?:\\.0{0,3})?)\\s*(?:;|$)");

    private Weight() {}

    /**
     * The weight, in thousandths.
     *
     * @param parameters what follows the first semicolon; without a well-formed weight in it, the weight is one
     */
    static int of(String parameters) {
        Matcher q = Q.matcher(parameters);
        return q.find() ? (int) Math.round(Double.parseDouble(q.group(1)) * ONE) : ONE;
    }
}
