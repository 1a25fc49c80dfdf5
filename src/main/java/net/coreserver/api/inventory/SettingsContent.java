package net.coreserver.api.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.coreserver.target.NearestWord;
import net.coreserver.target.StatedSettings;
import net.coreserver.target.StoredTarget;
import net.coreserver.target.TargetDraft;
import net.coreserver.target.TargetKey;
import net.coreserver.target.TextList;
import org.jspecify.annotations.Nullable;

/**
 * What a JSON object says of a target: each value in the JSON type that belongs to it, null for what is not to be said any more.
 */
final class SettingsContent {

    private static final String LABELS = "labels";

    private final Map<TargetKey, String> texts = new EnumMap<>(TargetKey.class);
    private final Set<TargetKey> removed = EnumSet.noneOf(TargetKey.class);
    private final Map<String, String> labels = new TreeMap<>();
    private final Set<String> removedLabels = new TreeSet<>();
    private boolean removesAllLabels;

    private final String at;
    private final ContentErrors errors;

    private SettingsContent(String at, ContentErrors errors) {
        this.at = at;
        this.errors = errors;
    }

    /**
     * Reads an object.
     *
     * @param at the pointer to it
     * @param passedOver its members that are not of the settings
     * @param errors where it is noted what is wrong
     */
    static SettingsContent of(JsonNode object, String at, Set<String> passedOver, ContentErrors errors) {
        SettingsContent content = new SettingsContent(at, errors);
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            if (!passedOver.contains(member.getKey())) {
                content.read(member.getKey(), member.getValue());
            }
        }
        return content;
    }

    /** The target that it makes. */
    TargetDraft made(String name) {
        return new TargetDraft(name, new StatedSettings(texts, labels));
    }

    /** The target that it makes in the place of another: secrets that it does not mention stay. */
    TargetDraft inPlaceOf(StoredTarget before) {
        return new TargetDraft(before.name(), new StatedSettings(texts, labels), kept(before));
    }

    /** The target that it makes of another: whatever it does not mention stays. */
    TargetDraft patched(StoredTarget before) {
        Map<TargetKey, String> all = new EnumMap<>(TargetKey.class);
        all.putAll(before.stated().texts());
        all.keySet().removeAll(removed);
        all.putAll(texts);
        Map<String, String> allLabels = removesAllLabels
                ? new TreeMap<>()
                : new TreeMap<>(before.stated().labels());
        allLabels.keySet().removeAll(removedLabels);
        allLabels.putAll(labels);
        return new TargetDraft(before.name(), new StatedSettings(all, allLabels), kept(before));
    }

    private Set<TargetKey> kept(StoredTarget before) {
        Set<TargetKey> kept = EnumSet.noneOf(TargetKey.class);
        kept.addAll(before.secrets());
        kept.removeAll(removed);
        kept.removeAll(texts.keySet());
        return kept;
    }

    private void read(String member, JsonNode value) {
        if (member.equals(LABELS)) {
            readLabels(value);
            return;
        }
        TargetKey key = Stream.of(TargetKey.values())
                .filter(each -> each.field().equals(member))
                .findFirst()
                .orElse(null);
        if (key == null) {
            errors.add(
                    ContentErrors.pointer(at, member),
                    "there is no such setting; the nearest one is `" + nearest(member) + '`');
        } else if (value.isNull()) {
            removed.add(key);
        } else {
            String text = text(key, value);
            if (text != null) {
                texts.put(key, text);
            }
        }
    }

    private @Nullable String text(TargetKey key, JsonNode value) {
        return switch (key) {
            case PORT -> value.isIntegralNumber() ? value.asText() : wrong(key, "it is a whole number, without quotes");
            case ENABLED -> value.isBoolean() ? value.asText() : wrong(key, "it is true or false, without quotes");
            case INTERFACE_NAMES, INTERFACE_TYPES -> list(key, value, "all interfaces");
            case EVENT_STREAMS -> list(key, value, "the stream of every server, `NETCONF`");
            case HOST,
                    USERNAME,
                    PASSWORD,
                    PASSWORD_FILE,
                    PRIVATE_KEY,
                    PRIVATE_KEY_FILE,
                    PRIVATE_KEY_PASSPHRASE,
                    HOST_KEY,
                    SSH_ALGORITHMS,
                    POLL_INTERVAL,
                    CONNECT_TIMEOUT,
                    RPC_TIMEOUT,
                    EVENT_FILTER,
                    MODEL ->
                value.isTextual() && !value.asText().isEmpty()
                        ? value.asText()
                        : wrong(key, "it is a text in quotes, and not empty; null to remove it");
        };
    }

    private @Nullable String list(TargetKey key, JsonNode value, String standard) {
        List<String> texts = new ArrayList<>();
        for (JsonNode entry : value) {
            if (value.isArray() && entry.isTextual() && !entry.asText().isBlank()) {
                texts.add(entry.asText());
            }
        }
        return value.isArray() && !value.isEmpty() && texts.size() == value.size()
                ? TextList.of(texts)
                : wrong(key, "it is an array of texts, and not empty; null for " + standard);
    }

    private @Nullable String wrong(TargetKey key, String rule) {
        errors.add(ContentErrors.pointer(at, key), rule);
        return null;
    }

    private void readLabels(JsonNode value) {
        String pointer = ContentErrors.pointer(at, LABELS);
        if (value.isNull()) {
            removesAllLabels = true;
            return;
        }
        if (!value.isObject()) {
            errors.add(pointer, "it is an object, of texts by the names of the labels");
            return;
        }
        for (Map.Entry<String, JsonNode> label : value.properties()) {
            if (label.getValue().isNull()) {
                removedLabels.add(label.getKey());
            } else if (label.getValue().isTextual()) {
                labels.put(label.getKey(), label.getValue().asText());
            } else {
                errors.add(ContentErrors.pointer(pointer, label.getKey()), "it is a text in quotes");
            }
        }
    }

    private static String nearest(String unknown) {
        List<String> known = new ArrayList<>();
        for (TargetKey key : TargetKey.values()) {
            if (key != TargetKey.PASSWORD_FILE && key != TargetKey.PRIVATE_KEY_FILE) {
                known.add(key.field());
            }
        }
        known.add(LABELS);
        return NearestWord.among(unknown, known);
    }
}
