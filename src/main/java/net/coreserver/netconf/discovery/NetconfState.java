package net.coreserver.netconf.discovery;

import java.time.Instant;
import java.util.List;
import net.coreserver.netconf.Capability;
import net.coreserver.netconf.ReplyReader;
import net.coreserver.netconf.operation.Get;
import net.coreserver.netconf.operation.GetSchema;
import net.coreserver.netconf.operation.SubtreeFilter;
import org.jspecify.annotations.Nullable;

/**
 * The monitoring tree: what a server says of its own NETCONF. What it does not say is empty. Source: RFC 6022 section 2.
 *
 * @param capabilities what the server can do
 * @param datastores the names of its datastores
 * @param schemas the schemas that {@code get-schema} gives out
 * @param sessions the sessions that are open now, this one among them
 */
public record NetconfState(
        List<Capability> capabilities, List<String> datastores, List<Schema> schemas, List<Session> sessions) {

    static final String NAMESPACE = GetSchema.NAMESPACE;

    /** Copies the lists. */
    public NetconfState {
        capabilities = List.copyOf(capabilities);
        datastores = List.copyOf(datastores);
        schemas = List.copyOf(schemas);
        sessions = List.copyOf(sessions);
    }

    /** {@return the request for the whole tree} */
    public static Get request() {
        return Get.of(SubtreeFilter.of(NAMESPACE, "netconf-state"));
    }

    /** {@return the request for the list of schemas alone} */
    public static Get schemasRequest() {
        return Get.of(SubtreeFilter.of(NAMESPACE, "netconf-state", SubtreeFilter.of(NAMESPACE, "schemas")));
    }

    /** {@return what reads the reply to either} */
    public static ReplyReader<NetconfState> reader() {
        return ReplyReader.ofData(data -> new NetconfStateReader().read(data));
    }

    /**
     * A schema that the server gives out. Source: RFC 6022 section 2.1.3.
     *
     * @param identifier its name
     * @param version its revision; null when it has none
     * @param format its language, as sent, such as {@code ncm:yang}; null when the server does not tell
     * @param namespace its XML namespace; null when the server does not tell
     * @param locations where it is to be had: URLs, and {@code NETCONF} for {@code get-schema}
     */
    public record Schema(
            String identifier,
            @Nullable String version,
            @Nullable String format,
            @Nullable String namespace,
            List<String> locations) {

        /** Copies the locations. */
        public Schema {
            locations = List.copyOf(locations);
        }
    }

    /**
     * A session of the server, ours or another's. Source: RFC 6022 section 2.1.4.
     *
     * @param id its session-id
     * @param transport what carries it, as sent, such as {@code ncm:netconf-ssh}; null when the server does not tell
     * @param username whose it is; null when the server does not tell
     * @param sourceHost where it comes from; null when the server does not tell
     * @param loginTime since when it is open; null when the server does not tell
     */
    public record Session(
            long id,
            @Nullable String transport,
            @Nullable String username,
            @Nullable String sourceHost,
            @Nullable Instant loginTime) {}
}
