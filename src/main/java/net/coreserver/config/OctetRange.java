package net.coreserver.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.coreserver.target.InvalidValueException;
import net.coreserver.target.ValueParser;

/**
 * The amounts of octets from one to another, written as a whole number with its unit: {@code KiB}, {@code MiB} or {@code GiB}.
 *
 * @param least the smallest that will do, as it is written
 * @param most the greatest that will do, as it is written
 */
record OctetRange(String least, String most) implements ValueParser<Long> {

    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("([0-9]{1,9})([KMG])iB");

    @Override
    public Long parse(String text) throws InvalidValueException {
        long octets = read(text);
        if (octets < read(least) || octets > read(most)) {
            throw new InvalidValueException(
                    "an amount is written as `512KiB`, `256MiB` or `2GiB`, and here it is " + this);
        }
        return octets;
    }

    /** The octets that are written; -1 where it is none of that. */
    private static long read(String text) {
        Matcher matcher = NUMBER_AND_UNIT.matcher(text);
        if (!matcher.matches()) {
            return -1;
        }
        int unit = 10 * (1 + "KMG".indexOf(matcher.group(2)));
        return Long.parseLong(matcher.group(1)) << unit;
    }

    @Override
    public String toString() {
        return least + " to " + most;
    }
}
