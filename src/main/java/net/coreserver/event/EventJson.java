package net.coreserver.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Writes events as JSON, on one line: the one form in which they are seen outside, by clients of the API and by sinks. What there
 * is nothing to say of is absent; the data go as they are.
 */
public final class EventJson {

    private static final JsonFactory JSON = new JsonFactory();

    private EventJson() {}

    /**
     * Writes an event alone.
     *
     * @param event any
     * @return a JSON object in UTF-8, without a line end
     */
    public static byte[] bytes(Event event) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder();
                JsonGenerator json = JSON.createGenerator(bytes)) {
            write(event, json);
            json.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is written to that could fail
        }
    }

    /**
     * Writes an event as a part of something larger.
     *
     * @param event any
     * @param json where a value is due
     * @throws IOException when that fails
     */
    public static void write(Event event, JsonGenerator json) throws IOException {
        Occurrence what = event.what();
        json.writeStartObject();
        json.writeNumberField("id", event.id());
        json.writeStringField("at", what.at().toString());
        writeIfAny(json, "eventTime", what.eventTime());
        writeIfAny(json, "target", what.target());
        writeIfAny(json, "interface", what.interfaceName());
        json.writeStringField("kind", what.kind().word());
        json.writeStringField("severity", what.severity().word());
        json.writeStringField("message", what.message());
        if (!what.data().equals(EventData.NONE)) {
            json.writeFieldName("data");
            json.writeRawValue(onOneLine(what.data().json()));
        }
        json.writeEndObject();
    }

    private static void writeIfAny(JsonGenerator json, String name, @Nullable Object value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value.toString());
        }
    }

    /** A line end can only stand between the words of JSON; inside of them it is escaped. */
    private static String onOneLine(String json) {
        return json.indexOf('\n') < 0 && json.indexOf('\r') < 0
                ? json
                : json.replace('\n', ' ').replace('\r', ' ');
    }
}
