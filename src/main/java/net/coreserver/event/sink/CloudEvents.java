package net.coreserver.event.sink;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.coreserver.event.Event;
import net.coreserver.event.EventJson;
import net.coreserver.event.Occurrence;

/**
 * Writes events as CloudEvents 1.0 in JSON. The source is the resource of the target, or the root of the API for what happened to
 * the service itself; the subject is the interface; the id is the event's number, which is the same whenever it is sent again. A
 * test, which has no number, is known by its time.
 */
final class CloudEvents {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String API = "/api/v1";

    private CloudEvents() {}

    /** One event. */
    static byte[] single(Event event) {
        return bytes(json -> write(event, json));
    }

    /** A list of events, however many. */
    static byte[] batch(List<Event> events) {
        return bytes(json -> {
            json.writeStartArray();
            for (Event event : events) {
                write(event, json);
            }
            json.writeEndArray();
        });
    }

    private static void write(Event event, JsonGenerator json) throws IOException {
        Occurrence what = event.what();
        String target = what.target();
        String interfaceName = what.interfaceName();
        json.writeStartObject();
        json.writeStringField("specversion", "1.0");
        json.writeStringField("id", event.id() > 0 ? Long.toString(event.id()) : "test-" + what.at());
        json.writeStringField("source", target == null ? API : API + "/targets/" + encoded(target));
        json.writeStringField("type", "net.coreserver." + what.kind().word());
        if (interfaceName != null && !interfaceName.isEmpty()) {
            json.writeStringField("subject", interfaceName);
        }
        json.writeStringField("time", what.at().toString());
        json.writeStringField("datacontenttype", "application/json");
        json.writeFieldName("data");
        EventJson.write(event, json);
        json.writeEndObject();
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    private static byte[] bytes(Content content) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder();
                JsonGenerator json = JSON.createGenerator(bytes)) {
            content.write(json);
            json.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is written to that could fail
        }
    }
}
