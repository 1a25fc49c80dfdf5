package net.coreserver.api.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import net.coreserver.interfaces.Counter64;

/** How this API writes JSON: times as RFC 3339 has them, counters exact over the whole of counter64. */
public final class Json {

    private static final ObjectWriter NUMBERS = writer(new SimpleModule().addSerializer(new CounterAsNumber()));
    private static final ObjectWriter STRINGS = writer(new SimpleModule().addSerializer(new CounterAsString()));

    private Json() {}

    /**
     * What writes counters in a form.
     *
     * @param counters the form
     * @return a writer for any number of threads
     */
    public static ObjectWriter writer(Counters counters) {
        return switch (counters) {
            case NUMBER -> NUMBERS;
            case STRING -> STRINGS;
        };
    }

    /**
     * Writes a value, counters as integers.
     *
     * @param value a record that says by its annotations how it is written
     * @return JSON in UTF-8
     */
    public static byte[] bytes(Object value) {
        return bytes(value, NUMBERS);
    }

    /**
     * Writes a value.
     *
     * @param value a record that says by its annotations how it is written
     * @param writer one of {@link #writer}
     * @return JSON in UTF-8
     */
    public static byte[] bytes(Object value, ObjectWriter writer) {
        try {
            return writer.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectWriter writer(SimpleModule counters) {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(counters)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(JsonGenerator.Feature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                .build()
                .writer();
    }

    private static final class CounterAsNumber extends StdSerializer<Counter64> {

        private static final long serialVersionUID = 1L;

        CounterAsNumber() {
            super(Counter64.class);
        }

        @Override
        public void serialize(Counter64 counter, JsonGenerator generator, SerializerProvider provider)
                throws IOException {
            if (counter.bits() >= 0) {
                generator.writeNumber(counter.bits());
            } else {
                generator.writeNumber(counter.toString());
            }
        }
    }

    private static final class CounterAsString extends StdSerializer<Counter64> {

        private static final long serialVersionUID = 1L;

        CounterAsString() {
            super(Counter64.class);
        }

        @Override
        public void serialize(Counter64 counter, JsonGenerator generator, SerializerProvider provider)
                throws IOException {
            generator.writeString(counter.toString());
        }
    }
}
