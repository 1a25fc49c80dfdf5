package net.coreserver.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.coreserver.api.http.Answers;
import net.coreserver.api.http.ApiOperation;
import net.coreserver.api.http.Paging;
import net.coreserver.api.http.Query;
import net.coreserver.api.interfaces.InterfaceOperations;
import net.coreserver.api.problem.ProblemType;
import net.coreserver.interfaces.AdminStatus;
import net.coreserver.interfaces.OperStatus;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;

/** The parameters of the API's document, which the operations refer to by name. */
final class SharedParameters {

    static final String MANY = " Several values, between commas or in several parameters: any of them does.";

    private SharedParameters() {}

    static void declareIn(Components components) {
        query(components, "operStatus", "The current state." + MANY, array(words(OperStatus.Known.values())));
        query(components, "adminStatus", "The desired state." + MANY, array(words(AdminStatus.Known.values())));
        query(
                components,
                "type",
                "The kind of interface: an identity of `iana-if-type`, or the text of `typeRaw`." + MANY,
                array(text("ethernetCsmacd")));
        query(
                components,
                "name",
                "A pattern of names: `*` stands for any characters, `?` for one; a backslash takes the next character,"
                        + " a comma too, as it is." + MANY,
                array(text("GigabitEthernet0/0/*").maxLength(InterfaceOperations.MAX_PATTERN_LENGTH)));
        query(
                components,
                "target",
                "The name of a target." + MANY,
                array(text("edge-1").pattern("^[a-z0-9][a-z0-9-]*$")));
        query(
                components,
                "label",
                "A label of the target, as `key=value`, or `key` for any value. Of several values of one key any does;"
                        + " several keys must all be there.",
                array(text("site=berlin")));
        query(
                components,
                "counters",
                "How counters stand in the answer: as exact integers, or as strings of decimal digits.",
                text("string").enumeration(List.of("number", "string")).defaultValue("number"));
        query(
                components,
                "extra",
                "Whether `extra` is told, too: what the target's model says and has no name of its own here.",
                type(SchemaType.BOOLEAN).defaultValue(false).examples(List.of(true)));
        query(
                components,
                "sort",
                "The order: one or more keys, the first that tells two interfaces apart; with `-` before it the greatest"
                        + " value comes first. What has no value comes last, either way. Names are in natural order (`eth2`"
                        + " before `eth10`), states in the order of the model (`up` first); what no key tells apart stands"
                        + " in natural order of target and name. An interface whose values stay as they are comes once in a"
                        + " walk from page to page; one whose values move may be missed or come again.",
                type(SchemaType.ARRAY).items(sortKey()).maxItems(InterfaceOperations.SORT_KEYS.size()));
        query(
                components,
                "limit",
                "The greatest number of elements in the answer.",
                limit(Paging.DEFAULT_LIMIT, Paging.MAX_LIMIT));
        query(
                components,
                "after",
                "Where the page before ended: taken from the header `Link` of that page, and not to be made up.",
                text("ZWRnZS0xAGV0aDAAMQ"));
        header(
                components,
                "Cache-Control",
                "`no-cache` for an answer from a poll that starts after the request; `max-age=SECONDS` for one that is"
                        + " not older.",
                text("no-cache"));
        header(
                components,
                "Accept-Encoding",
                "With `gzip`, an answer of %d octets or more comes compressed."
                        .formatted(Answers.MIN_COMPRESSED_LENGTH),
                text("gzip"));
        header(
                components,
                "Last-Event-ID",
                "The `id` of the last event that the client of a stream has got: what it has, it does not get again.",
                text("5f0c1d3e.4711"));
        header(
                components,
                "If-None-Match",
                "The `ETag` of the answer that the client has: when it is still right, the answer is a 304.",
                text("\"pZPUmSYkSUkxIBDAMJJQ3w\""));
        header(
                components,
                "If-Match",
                "The `ETag` of the settings that the request is about, so that nobody's change is lost; `*` for any. A weak"
                        + " tag matches nothing.",
                text("\"pZPUmSYkSUkxIBDAMJJQ3w\""));
        header(
                components,
                "If-Modified-Since",
                "The `Last-Modified` of the answer that the client has; not looked at beside `If-None-Match`.",
                text("Fri, 20 Nov 2026 08:00:00 GMT"));
    }

    /** Says what the parameters in the path of an operation are. */
    static void describePath(Operation operation) {
        for (Parameter parameter : parameters(operation)) {
            if (parameter.getIn() != In.PATH) {
                continue;
            }
            switch (parameter.getName()) {
                case "target" ->
                    parameter
                            .description("The name of the target.")
                            .schema(text("edge-1").pattern("^[a-z0-9][a-z0-9-]*$"));
                case "name" ->
                    parameter
                            .description("The name of the interface, percent-encoded where a path needs it.")
                            .schema(text("GigabitEthernet0/0/1"));
                case "sink" ->
                    parameter
                            .description("The name of the sink.")
                            .schema(text("pager").pattern("^[a-z0-9][a-z0-9-]*$"));
                case "id" ->
                    parameter
                            .description("The number of the event.")
                            .schema(type(SchemaType.INTEGER)
                                    .format("int64")
                                    .minimum(BigDecimal.ONE)
                                    .examples(List.of(4711)));
                default -> throw new IllegalArgumentException("nobody describes " + parameter.getName());
            }
        }
    }

    /** Makes an operation refer to all the parameters that it has: to one that was declared for it alone, where there is one. */
    static void refer(Operation operation, ApiOperation known, Components components) {
        List<String> names = new ArrayList<>(known.parameters());
        if (known.kind().isOfSnapshots()) {
            names.add("Cache-Control");
        }
        if (known.kind().isConditional()) {
            names.add("Accept-Encoding");
            names.add("If-None-Match");
        }
        if (known.kind().isOfSnapshots()) {
            names.add("If-Modified-Since");
        }
        if (known.hasStream()) {
            names.add("Last-Event-ID");
        }
        if (known.allProblems().contains(ProblemType.PRECONDITION_FAILED)) {
            names.add("If-Match");
        }
        for (String name : names) {
            String own = own(known, name);
            operation.addParameter(
                    OASFactory.createParameter().ref(components.getParameters().containsKey(own) ? own : name));
        }
    }

    /** Under which name a parameter is declared that means something else to an operation than to others. */
    static String own(ApiOperation operation, String name) {
        return operation.id() + '.' + name;
    }

    private static List<Parameter> parameters(Operation operation) {
        List<Parameter> parameters = operation.getParameters();
        return parameters == null ? List.of() : parameters;
    }

    static void query(Components components, String name, String description, Schema schema) {
        declare(components, name, name, In.QUERY, description, schema);
    }

    private static void header(Components components, String name, String description, Schema schema) {
        declare(components, name, name, In.HEADER, description, schema);
    }

    /** Declares a parameter under a key, which is its name as a rule. */
    static void declare(Components components, String key, String name, In in, String description, Schema schema) {
        components.addParameter(
                key,
                OASFactory.createParameter()
                        .name(name)
                        .in(in)
                        .description(description)
                        .schema(schema));
    }

    private static Schema words(OperStatus[] states) {
        return words(Arrays.stream(states).map(OperStatus::word).toList());
    }

    private static Schema words(AdminStatus[] states) {
        return words(Arrays.stream(states).map(AdminStatus::word).toList());
    }

    static Schema words(List<String> words) {
        return text(words.getFirst()).enumeration(List.copyOf(words));
    }

    /** How many elements a page may have. */
    static Schema limit(int usual, int greatest) {
        return type(SchemaType.INTEGER)
                .format("int32")
                .minimum(BigDecimal.ONE)
                .maximum(BigDecimal.valueOf(greatest))
                .defaultValue(usual)
                .examples(List.of(100));
    }

    private static Schema sortKey() {
        List<Object> words = new ArrayList<>(InterfaceOperations.SORT_KEYS);
        InterfaceOperations.SORT_KEYS.forEach(word -> words.add("-" + word));
        return text("-inUtilization").enumeration(words);
    }

    static Schema array(Schema items) {
        return type(SchemaType.ARRAY).items(items).maxItems(Query.MAX_VALUES);
    }

    static Schema text(String example) {
        return type(SchemaType.STRING).examples(List.of(example));
    }

    static Schema type(SchemaType type) {
        return OASFactory.createSchema().type(List.of(type));
    }
}
