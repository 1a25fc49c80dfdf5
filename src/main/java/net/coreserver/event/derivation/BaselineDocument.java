package net.coreserver.event.derivation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.coreserver.event.derivation.TargetStanding.Health;
import net.coreserver.interfaces.AdminStatus;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.IpPrefix;
import net.coreserver.interfaces.OperStatus;
import net.coreserver.interfaces.Statistics;
import net.coreserver.netconf.FailureKind;
import org.jspecify.annotations.Nullable;

/**
 * What is needed of a target to go on after a restart of the service, as JSON.
 *
 * @param host the host that all of it is of
 * @param port the port
 * @param standing what was told of its health
 * @param capabilities the fingerprint of what it announced; null when that is not known
 * @param selection the fingerprint of which interfaces are asked for
 * @param interfaces what is known of its interfaces, without counters; null when nothing is
 */
record BaselineDocument(
        String host,
        int port,
        TargetStanding standing,
        @Nullable String capabilities,
        String selection,
        @Nullable KnownInterfaces interfaces) {

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final JsonFactory FACTORY = JSON.getFactory();

    /** The document as text. */
    String write() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("host", host);
            json.writeNumberField("port", port);
            json.writeStringField("health", standing.health().word());
            if (!standing.refusals().isEmpty()) {
                json.writeArrayFieldStart("refusals");
                for (FailureKind refusal : standing.refusals()) {
                    json.writeString(refusal.word());
                }
                json.writeEndArray();
            }
            if (standing.slow()) {
                json.writeBooleanField("slow", true);
            }
            writeUnlessNull(json, "capabilities", capabilities);
            json.writeStringField("selection", selection);
            if (interfaces != null) {
                json.writeObjectFieldStart("interfaces");
                String last = null;
                for (InterfaceSample sample : interfaces.all()) {
                    if (!sample.name().equals(last)) {
                        last = sample.name();
                        write(json, sample);
                    }
                }
                json.writeEndObject();
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, InterfaceSample sample) throws IOException {
        json.writeObjectFieldStart(sample.name());
        AdminStatus adminStatus = sample.adminStatus();
        OperStatus operStatus = sample.operStatus();
        Statistics statistics = sample.statistics();
        writeUnlessNull(json, "admin", adminStatus == null ? null : adminStatus.word());
        writeUnlessNull(json, "oper", operStatus == null ? null : operStatus.word());
        if (sample.ifIndex() != null) {
            json.writeNumberField("index", sample.ifIndex());
        }
        writeUnlessNull(json, "phys", sample.physAddress());
        if (sample.speedBitsPerSecond() != null) {
            json.writeNumberField("speed", sample.speedBitsPerSecond());
        }
        write(json, "ipv4", sample.ipv4());
        write(json, "ipv6", sample.ipv6());
        if (statistics != null && statistics.discontinuityTime() != null) {
            json.writeStringField("since", statistics.discontinuityTime().toString());
        }
        json.writeEndObject();
    }

    private static void writeUnlessNull(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    /** An address that came without the length of its prefix is written as a text, others as an array of both. */
    private static void write(JsonGenerator json, String name, List<IpPrefix> addresses) throws IOException {
        if (!addresses.isEmpty()) {
            json.writeArrayFieldStart(name);
            for (IpPrefix address : addresses) {
                if (address.prefixLength() == null) {
                    json.writeString(address.ip());
                } else {
                    json.writeStartArray();
                    json.writeString(address.ip());
                    json.writeNumber(address.prefixLength());
                    json.writeEndArray();
                }
            }
            json.writeEndArray();
        }
    }

    /**
     * Reads a document.
     *
     * @return what it says; empty when it is none of ours, or of another form than today's
     */
    static Optional<BaselineDocument> read(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            if (!json.path("host").isTextual() || !json.path("selection").isTextual()) {
                return Optional.empty();
            }
            return Optional.of(new BaselineDocument(
                    json.path("host").textValue(),
                    json.path("port").asInt(),
                    standing(json),
                    text(json, "capabilities"),
                    json.path("selection").textValue(),
                    json.has("interfaces") ? interfaces(json.path("interfaces")) : null));
        } catch (IOException | DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static TargetStanding standing(JsonNode json) {
        String word = json.path("health").asText();
        Health health = Health.UNKNOWN;
        for (Health each : Health.values()) {
            health = each.word().equals(word) ? each : health;
        }
        Set<FailureKind> refusals = EnumSet.noneOf(FailureKind.class);
        for (FailureKind kind : FailureKind.values()) {
            if (texts(json.path("refusals")).contains(kind.word())) {
                refusals.add(kind);
            }
        }
        return new TargetStanding(health, refusals, json.path("slow").asBoolean());
    }

    private static KnownInterfaces interfaces(JsonNode json) {
        List<InterfaceSample> samples = new ArrayList<>(json.size());
        json.forEachEntry((name, entry) -> samples.add(sample(name, entry)));
        return KnownInterfaces.of(samples);
    }

    private static InterfaceSample sample(String name, JsonNode json) {
        String adminStatus = text(json, "admin");
        String operStatus = text(json, "oper");
        String since = text(json, "since");
        return new InterfaceSample(
                name,
                null,
                null,
                adminStatus == null ? null : AdminStatus.of(adminStatus),
                operStatus == null ? null : OperStatus.of(operStatus),
                null,
                json.has("index") ? json.path("index").asInt() : null,
                text(json, "phys"),
                json.has("speed") ? json.path("speed").asLong() : null,
                null,
                List.of(),
                List.of(),
                addresses(json.path("ipv4")),
                addresses(json.path("ipv6")),
                since == null ? null : withoutCounters(Instant.parse(since)));
    }

    private static Statistics withoutCounters(Instant since) {
        return new Statistics(since, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    private static @Nullable String text(JsonNode json, String name) {
        return json.path(name).textValue();
    }

    private static List<String> texts(JsonNode json) {
        return json.valueStream().map(JsonNode::asText).toList();
    }

    private static List<IpPrefix> addresses(JsonNode json) {
        return json.valueStream()
                .map(each -> each.isArray()
                        ? new IpPrefix(each.path(0).asText(), each.path(1).asInt())
                        : new IpPrefix(each.asText(), null))
                .toList();
    }
}
