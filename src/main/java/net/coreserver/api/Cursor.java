package net.coreserver.api;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import net.coreserver.interfaces.NaturalOrder;

/**
 * Where a page ended: the key of its last element. The next page holds what comes after that key at its own time, so
 * that elements that come and go meanwhile make nobody else be missed or be seen twice.
 *
 * @param target the name of the target
 * @param name the name of the interface; empty in a list of targets
 * @param taken how many interfaces of just this name the pages so far have held, since a target may name one twice
 */
record Cursor(String target, String name, int taken) implements Comparable<Cursor> {

    private static final Comparator<Cursor> ORDER = Comparator.comparing(Cursor::target, NaturalOrder.BY_NAME)
            .thenComparing(Cursor::name, NaturalOrder.BY_NAME)
            .thenComparingInt(Cursor::taken);

    /** No name of a target or an interface holds this character, which XML has no way to send. */
    private static final String SEPARATOR = "\0";

    static Cursor ofTarget(String target) {
        return new Cursor(target, "", 1);
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws ProblemException when it cannot have been that
     */
    static Cursor parse(String text) {
        try {
            String plain = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(text)))
                    .toString();
            List<String> parts = List.of(plain.split(SEPARATOR, -1));
            if (parts.size() == 3) {
                return new Cursor(parts.get(0), parts.get(1), Integer.parseInt(parts.get(2)));
            }
        } catch (CharacterCodingException | IllegalArgumentException e) {
            // Ends below, with the rest of what no page was ever given out with.
        }
        throw Problems.invalidParameter("after", "is none that a link to a next page holds");
    }

    String encode() {
        String plain = String.join(SEPARATOR, target, name, Integer.toString(taken));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int compareTo(Cursor other) {
        return ORDER.compare(this, other);
    }
}
