package net.coreserver.target;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads lists with commas in between; a backslash before a comma, or before another one, makes it part of the text. */
public enum TextList implements ValueParser<Set<String>> {
    /** As many texts as interfaces can be named. */
    UP_TO_MAX;

    @Override
    public Set<String> parse(String text) throws InvalidValueException {
        Set<String> texts = new LinkedHashSet<>();
        StringBuilder current = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',') {
                add(texts, current);
            } else if (c == '\\' && i + 1 < text.length()) {
                i++;
                current.append(text.charAt(i));
            } else {
                current.append(c);
            }
        }
        add(texts, current);
        if (texts.size() > SettingsGrammar.MAX_INTERFACES) {
            throw new InvalidValueException("the list has at most " + SettingsGrammar.MAX_INTERFACES + " entries");
        }
        return texts;
    }

    /**
     * Writes a list so that it reads the same again.
     *
     * @param texts its entries
     * @return the list
     */
    public static String of(Collection<String> texts) {
        return texts.stream()
                .map(text -> text.replace("\\", "\\\\").replace(",", "\\,"))
                .collect(Collectors.joining(","));
    }

    private static void add(Set<String> texts, StringBuilder entry) throws InvalidValueException {
        String text = entry.toString().strip();
        if (text.isEmpty()) {
            throw new InvalidValueException("an entry of the list is empty; they have commas in between");
        }
        texts.add(text);
        entry.setLength(0);
    }
}
