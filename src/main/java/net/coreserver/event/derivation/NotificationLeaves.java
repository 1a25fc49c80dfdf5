package net.coreserver.event.derivation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.coreserver.event.EventData;

/**
 * Reads leaves of a notification. An element that came once is an object or a text, and one that came several times an array of
 * them; whichever it is makes no difference here.
 */
final class NotificationLeaves {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final JsonNode root;

    private NotificationLeaves(JsonNode root) {
        this.root = root;
    }

    /** A body; one that is no JSON after all has no leaves. */
    static NotificationLeaves of(EventData body) {
        try {
            return new NotificationLeaves(JSON.readTree(body.json()));
        } catch (JsonProcessingException e) {
            return new NotificationLeaves(MissingNode.getInstance());
        }
    }

    /** A leaf right below the notification, or below a container in it; empty when there is none, or nothing in it. */
    Optional<String> leaf(String container, String name) {
        return texts(root.path(container).path(name)).findFirst();
    }

    /** A leaf right below the notification. */
    Optional<String> leaf(String name) {
        return texts(root.path(name)).findFirst();
    }

    /** The entries of a leaf-list right below the notification. */
    List<String> leaves(String name) {
        return texts(root.path(name)).toList();
    }

    /** The first leaf of any of these names, right below the notification or else one step deeper. */
    Optional<String> nearest(Collection<String> names) {
        Optional<String> near = first(root, names);
        return near.isPresent()
                ? near
                : elements(root).flatMap(child -> first(child, names).stream()).findFirst();
    }

    private static Optional<String> first(JsonNode parent, Collection<String> names) {
        return names.stream().flatMap(name -> texts(parent.path(name))).findFirst();
    }

    private static Stream<JsonNode> elements(JsonNode parent) {
        return parent.valueStream().flatMap(child -> child.isArray() ? child.valueStream() : Stream.of(child));
    }

    private static Stream<String> texts(JsonNode node) {
        Stream<JsonNode> entries = node.isArray() ? node.valueStream() : Stream.of(node);
        return entries.filter(JsonNode::isValueNode).map(JsonNode::asText).filter(text -> !text.isEmpty());
    }
}
