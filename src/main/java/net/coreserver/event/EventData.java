package net.coreserver.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.util.RawValue;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What more there is to say of an event, for programs: a JSON object, written once when the event is made and then handed on as
 * it is.
 *
 * @param json the text of the object
 */
public record EventData(String json) {

    /** Nothing more. */
    public static final EventData NONE = new EventData("{}");

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /** Refuses what is no object at first sight; that it is one all through is up to whoever makes it. */
    public EventData {
        if (!json.startsWith("{") || !json.endsWith("}")) {
            throw new IllegalArgumentException("the data of an event are a JSON object");
        }
    }

    /**
     * Writes data.
     *
     * @param members by name, in their order: texts, numbers, truth values, {@link Instant}s, data, and collections and maps of
     *     these
     * @return the data
     */
    public static EventData of(Map<String, ?> members) {
        try {
            return members.isEmpty() ? NONE : new EventData(JSON.writeValueAsString(plain(members)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the data of an event are plain", e);
        }
    }

    private static Object plain(Object value) {
        return switch (value) {
            case EventData(String nested) -> new RawValue(nested);
            case Instant instant -> instant.toString();
            case Map<?, ?> map -> {
                Map<String, Object> members = LinkedHashMap.newLinkedHashMap(map.size());
                map.forEach((name, member) -> members.put(String.valueOf(name), plain(member)));
                yield members;
            }
            case Collection<?> several -> several.stream().map(EventData::plain).toList();
            default -> value;
        };
    }
}
