package net.coreserver.api.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.coreserver.api.problem.Problem;
import net.coreserver.api.problem.ProblemException;
import net.coreserver.api.problem.ProblemType;
import net.coreserver.api.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request. Its {@code Content-Type} has to be one of those that the resource takes: a form of a foreign page, which a
 * browser sends without asking, has another one.
 */
public enum RequestContent {
    /** Plain JSON. */
    JSON("JSON"),
    /** A change in JSON; RFC 7396. */
    MERGE_PATCH("JSON"),
    /** YAML, without aliases. */
    YAML("YAML");

    /** Deep enough for every body that makes sense. */
    private static final int MAX_DEPTH = 16;
    /** In characters; a private key has some thousand. */
    private static final int MAX_TEXT = 65_536;

    private static final int MAX_NAME = 1024;
    private static final int MAX_NUMBER = 100;

    private static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder()
            .maxNestingDepth(MAX_DEPTH)
            .maxStringLength(MAX_TEXT)
            .maxNameLength(MAX_NAME)
            .maxNumberLength(MAX_NUMBER)
            .maxDocumentLength(RequestLimits.MAX_CONTENT)
            .build();

    private static final ObjectMapper JSON_READER = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(CONSTRAINTS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final YAMLFactory YAML_FACTORY = YAMLFactory.builder()
            .streamReadConstraints(CONSTRAINTS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final ObjectMapper YAML_READER =
            new ObjectMapper(YAML_FACTORY).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final String language;

    RequestContent(String language) {
        this.language = language;
    }

    private List<String> mediaTypes() {
        return switch (this) {
            case JSON -> List.of("application/json");
            case MERGE_PATCH -> List.of("application/merge-patch+json");
            case YAML -> List.of("application/yaml", "application/x-yaml", "text/yaml");
        };
    }

    private static final Pattern ANY_JSON = Pattern.compile("(?i)application/json\\s*(;.*)?");

    /**
     * Sees to it that a request which has nothing to send sends nothing. JSON is borne, since clients like to send an empty object;
     * a type without content, too, since they like to state one.
     *
     * @param request of an operation that takes no body
     * @throws ProblemException when it has a body of another type
     */
    public static void refuseForeign(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        boolean isEmpty =
                length == null ? !request.headers().contains(HttpHeaders.TRANSFER_ENCODING) : length.equals("0");
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (!isEmpty && (type == null || !ANY_JSON.matcher(type).matches())) {
            throw new ProblemException(Problems.ofStatus(ProblemType.UNSUPPORTED_MEDIA_TYPE.status()));
        }
    }

    /**
     * Tells in which of some forms a body is.
     *
     * @param request that has the body
     * @param accepted the forms that the resource takes
     * @return its form
     * @throws ProblemException when it is in none of them
     */
    public static RequestContent of(HttpServerRequest request, RequestContent... accepted) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        String essence = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(accepted)
                .filter(content -> content.mediaTypes().contains(essence))
                .findFirst()
                .orElseThrow(() -> unsupported(accepted));
    }

    private static ProblemException unsupported(RequestContent... accepted) {
        String types = Arrays.stream(accepted)
                .flatMap(content -> content.mediaTypes().stream())
                .collect(Collectors.joining(", "));
        return new ProblemException(
                Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "The resource takes a body of " + types + "."),
                Map.of("Accept", types));
    }

    /**
     * Reads a body.
     *
     * @param body the octets; null where there are none
     * @return what it holds
     * @throws ProblemException when it is not well-formed
     */
    public JsonNode read(byte @Nullable [] body) {
        byte[] octets = body == null ? new byte[0] : body;
        try {
            return switch (this) {
                case JSON, MERGE_PATCH -> filled(JSON_READER.readTree(octets));
                case YAML -> {
                    refuseAliases(octets);
                    yield filled(YAML_READER.readTree(octets));
                }
            };
        } catch (JsonProcessingException e) {
            // Its message may hold a piece of the body, and so of a secret.
            throw malformed("is no well-formed " + language + reason(e) + position(e.getLocation()));
        } catch (IOException e) {
            throw malformed("cannot be read");
        }
    }

    private static JsonNode filled(JsonNode content) {
        if (content.isMissingNode()) {
            throw malformed("is empty");
        }
        return content;
    }

    /** The reader would take the name of an alias for its value. */
    private static void refuseAliases(byte[] body) throws IOException {
        try (YAMLParser parser = YAML_FACTORY.createParser(body)) {
            while (parser.nextToken() != null) {
                if (parser.isCurrentAlias()) {
                    throw malformed("holds an alias, which is not followed: write its value out"
                            + position(parser.currentLocation()));
                }
            }
        }
    }

    private static String reason(JsonProcessingException failure) {
        if (failure instanceof StreamConstraintsException) {
            return ", or has a text that is too long, or is too deep";
        }
        return String.valueOf(failure.getOriginalMessage()).startsWith("Duplicate field")
                ? ", since it says one thing twice"
                : "";
    }

    private static String position(@Nullable JsonLocation location) {
        return location == null ? "" : ": line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static ProblemException malformed(String what) {
        return new ProblemException(Problem.of(ProblemType.MALFORMED_CONTENT, "The body " + what + "."));
    }

    /**
     * A body that is well-formed, and not of the kind that is wanted.
     *
     * @param rule what it has to be, to go on after "The body"
     * @return the problem
     */
    public static ProblemException unexpected(String rule) {
        return malformed(rule);
    }
}
