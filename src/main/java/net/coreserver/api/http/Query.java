package net.coreserver.api.http;

import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import net.coreserver.api.problem.ProblemException;
import net.coreserver.api.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * The query of a request, all of it known to the resource and well-formed: {@link RequestTarget} has seen to the percent
 * signs before.
 */
public final class Query {

    /** So many values of one parameter are plenty, and can be compared with every interface while a loop waits. */
    public static final int MAX_VALUES = 100;

    private static final List<String> FLAGS = List.of("true", "false");

    private static final Query EMPTY = new Query("", Map.of());

    private final String raw;
    private final Map<String, List<String>> values;

    private Query(String raw, Map<String, List<String>> values) {
        this.raw = raw;
        this.values = values;
    }

    /**
     * Reads the query of a request.
     *
     * @param request whose query it is
     * @param operation what knows its parameters
     * @return the query
     * @throws ProblemException when it holds a parameter that the operation does not have
     */
    public static Query of(HttpServerRequest request, ApiOperation operation) {
        return of(request.query(), operation.parameters());
    }

    /**
     * Reads a query.
     *
     * @param raw as sent, without the question mark; null where there is none
     * @param known the parameters of the resource
     * @return the query
     * @throws ProblemException when it holds another
     */
    public static Query of(@Nullable String raw, List<String> known) {
        if (raw == null || raw.isEmpty()) {
            return EMPTY;
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : raw.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            String name = nameOf(pair);
            if (!known.contains(name)) {
                throw Problems.unknownParameter(name, known);
            }
            int equals = pair.indexOf('=');
            values.computeIfAbsent(name, first -> new ArrayList<>())
                    .add(equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
        return new Query(raw, values);
    }

    /**
     * Whether it asks for nothing but what a plain request gets.
     *
     * @return whether it has no parameter
     */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /**
     * Whether it has a parameter.
     *
     * @param name of the parameter
     * @return whether it stands there, with whatever value
     */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /**
     * All values of a parameter, given one by one or between commas; a comma after a backslash divides nothing.
     *
     * @param name of the parameter
     * @return them; empty when it is not there
     */
    public List<String> all(String name) {
        List<String> all = new ArrayList<>();
        for (String value : values.getOrDefault(name, List.of())) {
            int start = 0;
            for (int i = 0; i < value.length(); i++) {
                if (value.charAt(i) == '\\') {
                    i++;
                } else if (value.charAt(i) == ',') {
                    all.add(value.substring(start, i));
                    start = i + 1;
                }
            }
            all.add(value.substring(start));
        }
        if (all.size() > MAX_VALUES) {
            throw Problems.invalidParameter(name, "takes at most " + MAX_VALUES + " values");
        }
        if (all.contains("")) {
            throw Problems.invalidParameter(name, "has an empty value");
        }
        return all;
    }

    /**
     * All values of a parameter that takes only a few.
     *
     * @param name of the parameter
     * @param allowed what each has to be one of
     * @return them; empty when it is not there
     */
    public List<String> all(String name, List<String> allowed) {
        List<String> all = all(name);
        for (String value : all) {
            if (!allowed.contains(value)) {
                throw Problems.invalidParameter(name, value, allowed);
            }
        }
        return all;
    }

    /**
     * The value of a parameter that takes one.
     *
     * @param name of the parameter
     * @return its value; empty when it is not there
     */
    public Optional<String> one(String name) {
        List<String> given = values.getOrDefault(name, List.of());
        if (given.size() > 1) {
            throw Problems.invalidParameter(name, "takes one value");
        }
        return given.stream().findFirst();
    }

    /**
     * How the parameter {@code counters} wants them.
     *
     * @return as integers, unless it says otherwise
     */
    public Counters counters() {
        Optional<String> word = one("counters");
        if (word.isEmpty()) {
            return Counters.NUMBER;
        }
        List<Counters> all = Arrays.asList(Counters.values());
        return all.stream()
                .filter(counters -> counters.word().equals(word.get()))
                .findFirst()
                .orElseThrow(() -> Problems.invalidParameter(
                        "counters", word.get(), all.stream().map(Counters::word).toList()));
    }

    /**
     * Whether a parameter that is true or false is true.
     *
     * @param name of the parameter
     * @return whether it is {@code true}; not when it is not there
     */
    public boolean flag(String name) {
        Optional<String> word = one(name);
        if (word.isPresent() && !FLAGS.contains(word.get())) {
            throw Problems.invalidParameter(name, word.get(), FLAGS);
        }
        return word.isPresent() && word.get().equals("true");
    }

    /** The same query as sent, but for one parameter, which gets another value. */
    String with(String name, String value) {
        StringJoiner query = new StringJoiner("&");
        for (String pair : raw.split("&", -1)) {
            if (!pair.isEmpty() && !nameOf(pair).equals(name)) {
                query.add(pair);
            }
        }
        return query.add(name + '=' + value).toString();
    }

    private static String nameOf(String pair) {
        int equals = pair.indexOf('=');
        return decode(equals < 0 ? pair : pair.substring(0, equals));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
