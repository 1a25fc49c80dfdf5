package net.coreserver.event.notification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An element while it becomes JSON, within an allowance that it shares with those around it. */
final class JsonElement {

    private static final String TEXT = "#text";

    /** Two quotes or braces, a colon and a comma, and two brackets in case there are more of its name. */
    private static final int AROUND_A_VALUE = 6;

    private static final int AROUND_TEXT = JsonAllowance.octets(TEXT) + 4;

    private final JsonAllowance allowance;
    private final StringBuilder text = new StringBuilder();
    private final Map<String, Member> members = new LinkedHashMap<>();

    /** All elements of one name. */
    private record Member(String namespace, List<Object> values) {}

    JsonElement(JsonAllowance allowance) {
        this.allowance = allowance;
    }

    /** What an element below this is called: its local name, unless that is another's. */
    String nameFor(String namespace, String localName) {
        Member present = members.get(localName);
        return present == null || present.namespace().equals(namespace) ? localName : "{" + namespace + "}" + localName;
    }

    /** Whether there is room for an element of this name, which it takes. */
    boolean admits(String name) {
        int besideText = members.isEmpty() && !text.isEmpty() ? AROUND_TEXT : 0;
        return allowance.take(JsonAllowance.octets(name) + AROUND_A_VALUE + besideText);
    }

    void add(String namespace, String name, Object value) {
        members.computeIfAbsent(name, _ -> new Member(namespace, new ArrayList<>(1)))
                .values()
                .add(value);
    }

    /** Adds text; false when not all of it has found room. */
    boolean append(char[] characters, int start, int length) {
        for (int i = start; i < start + length; i++) {
            char c = characters[i];
            if (text.isEmpty()) {
                if (Blank.is(c)) {
                    continue;
                }
                if (!members.isEmpty() && !allowance.take(AROUND_TEXT)) {
                    return false;
                }
            }
            if (!allowance.take(JsonAllowance.octets(c))) {
                cutBetweenCharacters();
                return false;
            }
            text.append(c);
        }
        return true;
    }

    private void cutBetweenCharacters() {
        if (!text.isEmpty() && Character.isHighSurrogate(text.charAt(text.length() - 1))) {
            text.setLength(text.length() - 1);
        }
    }

    /** A text when there is nothing but text in it, or nothing at all; else an object. */
    Object value() {
        String content = text.toString().strip();
        if (members.isEmpty()) {
            return content;
        }
        Map<String, Object> object = new LinkedHashMap<>();
        if (!content.isEmpty()) {
            object.put(TEXT, content);
        }
        members.forEach((name, member) ->
                object.put(name, member.values().size() == 1 ? member.values().getFirst() : member.values()));
        return object;
    }
}
