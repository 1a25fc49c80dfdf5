package net.coreserver.api.history;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.math.BigDecimal;

/** Numbers as JSON and tables have them: as short as they can be and still be the same number, and never with an exponent. */
final class PlainNumber {

    /** Below it, whole numbers are exact. */
    private static final double WHOLE = 0x1p53;

    private PlainNumber() {}

    /**
     * The text of a number.
     *
     * @param value finite
     */
    static String of(double value) {
        if (value == Math.rint(value) && Math.abs(value) < WHOLE) {
            return Long.toString((long) value);
        }
        String shortest = Double.toString(value);
        return shortest.indexOf('E') < 0
                ? shortest
                : new BigDecimal(shortest).stripTrailingZeros().toPlainString();
    }

    /** The seconds that so many milliseconds are. */
    static String ofSeconds(long millis) {
        return millis % 1000 == 0
                ? Long.toString(millis / 1000)
                : BigDecimal.valueOf(millis, 3).stripTrailingZeros().toPlainString();
    }

    /** Writes members of records. */
    static final class Serializer extends StdSerializer<Double> {

        private static final long serialVersionUID = 1L;

        Serializer() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeNumber(of(value));
        }
    }
}
