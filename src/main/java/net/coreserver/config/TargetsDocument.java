package net.coreserver.config;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.coreserver.target.NearestWord;
import net.coreserver.target.StatedSettings;
import net.coreserver.target.Target;
import net.coreserver.target.TargetKey;
import net.coreserver.target.TextList;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The words of a targets file: YAML, of which JSON is a part, with up to three members. Every scalar is taken as it is written:
 * a password of digits is no number.
 *
 * @param defaults what is said of all targets
 * @param labels what is said of those with a label
 * @param targets what is said of each, by name
 */
record TargetsDocument(
        StatedSettings defaults, Map<Label, StatedSettings> labels, Map<String, StatedSettings> targets) {

    /** A hundred thousand targets need less; what is larger was not meant to be one. */
    static final int MAX_OCTETS = 64 * 1024 * 1024;

    private static final int MAX_DEPTH = 20;

    private static final String LABELS = "labels";

    private static final List<String> WORDS = Stream.concat(
                    Stream.of(LABELS), Arrays.stream(TargetKey.values()).map(TargetKey::word))
            .toList();

    /**
     * A label with its text.
     *
     * @param key its key
     * @param text its text
     */
    record Label(String key, String text) {

        @Override
        public String toString() {
            return key + "=" + text;
        }
    }

    private static LoaderOptions limits() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_OCTETS);
        options.setNestingDepthLimit(MAX_DEPTH);
        return options;
    }

    /**
     * Reads a file.
     *
     * @param content its bytes
     * @param problems takes what is wrong, a sentence each
     * @return what makes sense of it
     */
    static TargetsDocument read(byte[] content, Consumer<String> problems) {
        Node root = parse(content, problems);
        Reader reader = new Reader(problems);
        Map<Label, StatedSettings> labels = new LinkedHashMap<>();
        Map<String, StatedSettings> targets = new LinkedHashMap<>();
        StatedSettings[] defaults = {StatedSettings.NONE};
        reader.members(null, root).forEach((name, node) -> {
            switch (name) {
                case "defaults" -> defaults[0] = reader.settings("defaults", node, TargetKey.HOST);
                case LABELS ->
                    reader.members(LABELS, node).forEach((label, settings) -> {
                        String path = LABELS + "." + label;
                        int equals = label.indexOf('=');
                        if (equals < 1 || !Target.isName(label.substring(0, equals))) {
                            problems.accept("`" + path + "`: a label is written as key=text,"
                                    + " and its key is lower-case letters, digits and hyphens, no hyphen first.");
                        } else {
                            labels.put(
                                    new Label(label.substring(0, equals), label.substring(equals + 1)),
                                    reader.settings(path, settings, TargetKey.HOST));
                        }
                    });
                case "targets" ->
                    reader.members("targets", node).forEach((target, settings) -> {
                        String path = "targets." + target;
                        if (Target.isName(target)) {
                            targets.put(target, reader.settings(path, settings, null));
                        } else {
                            problems.accept(
                                    "`" + path + "`: the name of a target is lower-case letters, digits and hyphens,"
                                            + " no hyphen first.");
                        }
                    });
                default ->
                    problems.accept(
                            "`" + name + "` has no place here: the file has `defaults`, `labels` and `targets`.");
            }
        });
        return new TargetsDocument(defaults[0], labels, targets);
    }

    private static @Nullable Node parse(byte[] content, Consumer<String> problems) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return new Yaml(limits()).compose(new StringReader(text));
        } catch (CharacterCodingException e) {
            problems.accept("It is no text in UTF-8.");
        } catch (MarkedYAMLException e) {
            // Of the parser's words those alone that name no content: a secret may stand right there.
            var mark = e.getProblemMark();
            problems.accept("It is no well-formed YAML"
                    + (mark == null
                            ? "."
                            : ": see line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) + "."));
        } catch (YAMLException e) {
            problems.accept("It is no well-formed YAML.");
        }
        return null;
    }

    /** Reads nodes, and reports those that are not what they should be. */
    private record Reader(Consumer<String> problems) {

        Map<String, Node> members(@Nullable String path, @Nullable Node node) {
            Map<String, Node> members = new LinkedHashMap<>();
            if (node == null || isNothing(node)) {
                return members;
            }
            if (!(node instanceof MappingNode mapping)) {
                problems.accept((path == null ? "The file" : "`" + path + "`") + " is a mapping, and here it is none.");
                return members;
            }
            for (NodeTuple member : mapping.getValue()) {
                String before = path == null ? "" : path + ".";
                if (!(member.getKeyNode() instanceof ScalarNode name)) {
                    problems.accept("`" + before + "...`: a name is a single word, and here it is none.");
                } else if (members.putIfAbsent(name.getValue(), member.getValueNode()) != null) {
                    problems.accept("`" + before + name.getValue() + "` stands here twice.");
                }
            }
            return members;
        }

        StatedSettings settings(String path, Node node, @Nullable TargetKey without) {
            Map<TargetKey, String> texts = new EnumMap<>(TargetKey.class);
            Map<String, String> labels = new LinkedHashMap<>();
            members(path, node).forEach((name, value) -> {
                TargetKey key = key(name);
                String here = path + "." + name;
                if (name.equals(LABELS)) {
                    members(here, value).forEach((label, text) -> put(labels, label, here + "." + label, text));
                } else if (key == null) {
                    problems.accept("`" + here + "` has no place here; the nearest is `" + path + "."
                            + NearestWord.among(name, WORDS) + "`.");
                } else if (key == without) {
                    problems.accept("`" + here + "`: a host has no default, every target says its own.");
                } else {
                    put(texts, key, here, value);
                }
            });
            return new StatedSettings(texts, labels);
        }

        private <K> void put(Map<K, String> texts, K key, String path, Node value) {
            String text = text(value);
            if (text == null) {
                problems.accept("`" + path + "` is one value, or a list of them, and here it is neither.");
            } else if (!text.isEmpty()) {
                texts.put(key, text);
            }
        }

        private static boolean isNothing(Node node) {
            return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL);
        }

        private static @Nullable String text(Node value) {
            return switch (value) {
                case ScalarNode scalar -> isNothing(scalar) ? "" : scalar.getValue();
                case SequenceNode list -> {
                    List<String> entries = new ArrayList<>();
                    for (Node entry : list.getValue()) {
                        if (entry instanceof ScalarNode scalar) {
                            entries.add(scalar.getValue());
                        }
                    }
                    yield entries.size() == list.getValue().size() ? TextList.of(entries) : null;
                }
                default -> null;
            };
        }

        private static @Nullable TargetKey key(String name) {
            for (TargetKey key : TargetKey.values()) {
                if (name.equals(key.word()) || name.equals(key.field())) {
                    return key;
                }
            }
            return null;
        }
    }
}
