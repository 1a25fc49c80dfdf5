package net.coreserver.api.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.coreserver.api.problem.ProblemException;
import net.coreserver.api.problem.Problems;
import net.coreserver.interfaces.NaturalOrder;

/**
 * Where a page ended: the key of its last element. The next page holds what comes after that key at its own time, so
 * that elements that come and go meanwhile make nobody else be missed or be seen twice.
 *
 * @param target the name of the target
 * @param name the name of the interface; empty in a list of targets
 * @param taken how many interfaces of just this name the pages so far have held, since a target may name one twice
 */
public record Cursor(String target, String name, int taken) implements Comparable<Cursor> {

    private static final Comparator<Cursor> ORDER = Comparator.comparing(Cursor::target, NaturalOrder.BY_NAME)
            .thenComparing(Cursor::name, NaturalOrder.BY_NAME)
            .thenComparingInt(Cursor::taken);

    /** No name of a target or an interface holds this character, which XML has no way to send. */
    private static final String SEPARATOR = "\0";

    /** How many parts its text has. */
    public static final int PARTS = 3;

    /**
     * The cursor behind a target, in a list of targets.
     *
     * @param target its name
     * @return the cursor
     */
    public static Cursor ofTarget(String target) {
        return new Cursor(target, "", 1);
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws ProblemException when it cannot have been that
     */
    static Cursor parse(String text) {
        List<String> parts = decode(text);
        if (parts.size() > PARTS) {
            throw ofAnotherOrder();
        }
        try {
            return of(parts);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    /**
     * The cursor that has these parts.
     *
     * @param parts as {@link #parts} has them
     * @return the cursor
     * @throws IllegalArgumentException when there is none
     */
    public static Cursor of(List<String> parts) {
        if (parts.size() != PARTS) {
            throw new IllegalArgumentException("a cursor has other parts than " + parts);
        }
        return new Cursor(parts.get(0), parts.get(1), Integer.parseInt(parts.get(2)));
    }

    /**
     * What it is made of.
     *
     * @return as many texts as {@link #PARTS} says
     */
    public List<String> parts() {
        return List.of(target, name, Integer.toString(taken));
    }

    /**
     * Its text, as a link to a next page holds it.
     *
     * @return opaque, for the query of a URL
     */
    public String encode() {
        return encode(parts());
    }

    /**
     * The text of a cursor of whatever parts.
     *
     * @param parts without the character NUL
     * @return opaque, for the query of a URL
     */
    public static String encode(List<String> parts) {
        byte[] plain = String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }

    /**
     * The text of a cursor in a list that goes by numbers.
     *
     * @param number of the last element, from 1
     * @return opaque, for the query of a URL
     */
    public static String encode(long number) {
        return encode(List.of(Long.toString(number)));
    }

    /**
     * Where the page before ended, in a list that goes by numbers.
     *
     * @param query of a request
     * @return the number of its last element; empty for the first page
     * @throws ProblemException when no cursor has such a text
     */
    public static OptionalLong number(Query query) {
        Optional<List<String>> parts = query.one("after").map(Cursor::decode);
        if (parts.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            long number = parts.get().size() == 1 ? Long.parseLong(parts.get().getFirst()) : 0;
            if (number > 0) {
                return OptionalLong.of(number);
            }
        } catch (NumberFormatException e) {
            // No number is none of ours, too.
        }
        throw unknown();
    }

    /**
     * The parts of the text of a cursor, of whatever list.
     *
     * @param text as a client sends it
     * @return the parts, at least one
     * @throws ProblemException when no cursor has such a text
     */
    public static List<String> decode(String text) {
        try {
            String plain = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(text)))
                    .toString();
            return List.of(plain.split(SEPARATOR, -1));
        } catch (CharacterCodingException | IllegalArgumentException e) {
            throw unknown();
        }
    }

    /**
     * A text that no cursor has.
     *
     * @return the problem
     */
    public static ProblemException unknown() {
        return Problems.invalidParameter("after", "is none that a link to a next page holds");
    }

    /**
     * A cursor of a list that was sorted otherwise.
     *
     * @return the problem
     */
    public static ProblemException ofAnotherOrder() {
        return Problems.invalidParameter("after", "belongs to a list in another order: sort is not what it was");
    }

    @Override
    public int compareTo(Cursor other) {
        return ORDER.compare(this, other);
    }
}
