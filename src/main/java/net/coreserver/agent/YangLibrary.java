package net.coreserver.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import net.coreserver.agent.DataNode.Branch;
import net.coreserver.agent.DataNode.Leaf;
import net.coreserver.netconf.Capability;
import net.coreserver.netconf.Xml;
import org.jspecify.annotations.Nullable;

/**
 * What the agent speaks: the capabilities of its hello, the modules that {@code get-schema} hands out, and the tree
 * {@code netconf-state} that lists both.
 *
 * @param modules all modules, those included that are only imported
 */
record YangLibrary(List<YangModule> modules) {

    static final String INTERFACES = "urn:ietf:params:xml:ns:yang:ietf-interfaces";
    static final String IP = "urn:ietf:params:xml:ns:yang:ietf-ip";
    static final String IANA_IF_TYPE = "urn:ietf:params:xml:ns:yang:iana-if-type";
    static final String MONITORING = "urn:ietf:params:xml:ns:yang:ietf-netconf-monitoring";
    static final String AGENT = "urn:coreserver:yang:coreserver-agent";

    static final QName NETCONF_STATE = new QName(MONITORING, "netconf-state");

    /** The only format of schemas; its prefix is the one that replies use. */
    static final QName YANG = new QName(MONITORING, "yang", "ncm");

    YangLibrary {
        modules = List.copyOf(modules);
    }

    /** {@return the library of this agent; {@code yang/README.md} says where each module comes from} */
    static YangLibrary ofAgent() {
        YangModule deviations =
                YangModule.implemented("coreserver-agent-deviations", "2026-11-20", AGENT + "-deviations");
        return new YangLibrary(List.of(
                YangModule.implemented("ietf-interfaces", "2014-05-08", INTERFACES)
                        .withFeatures("if-mib")
                        .withDeviations(deviations),
                YangModule.implemented("ietf-ip", "2014-06-16", IP).withDeviations(deviations),
                YangModule.implemented("iana-if-type", "2023-01-26", IANA_IF_TYPE),
                YangModule.implemented("ietf-netconf-monitoring", "2010-10-04", MONITORING)
                        .withDeviations(deviations),
                YangModule.implemented("coreserver-agent", "2026-11-20", AGENT),
                deviations,
                YangModule.imported("ietf-inet-types", "2013-07-15", "urn:ietf:params:xml:ns:yang:ietf-inet-types"),
                YangModule.imported("ietf-yang-types", "2013-07-15", "urn:ietf:params:xml:ns:yang:ietf-yang-types")));
    }

    List<Capability> capabilities() {
        return Stream.concat(
                        Stream.of(Capability.BASE_1_0, Capability.BASE_1_1).map(Capability::parse),
                        modules.stream().filter(YangModule::implemented).map(YangModule::capability))
                .toList();
    }

    /** {@return whether elements of a namespace may come in a request at all} */
    boolean knows(@Nullable String namespace) {
        return Xml.NETCONF_NAMESPACE.equals(namespace)
                || modules.stream().anyMatch(module -> module.namespace().equals(namespace));
    }

    /**
     * Finds the schema that a {@code get-schema} asks for. Source: RFC 6022 section 3.1.
     *
     * @param version a revision, or null for whichever there is
     */
    YangModule find(String identifier, @Nullable String version) throws RpcFault {
        List<YangModule> found = modules.stream()
                .filter(module -> module.name().equals(identifier))
                .filter(module -> version == null || module.revision().equals(version))
                .toList();
        if (found.isEmpty()) {
            throw RpcFault.invalidValue(
                    "There is no schema " + identifier + (version == null ? "." : " of version " + version + "."));
        }
        if (found.size() > 1) {
            throw RpcFault.notUnique("There are several versions of the schema " + identifier + ".");
        }
        return found.getFirst();
    }

    /** {@return the tree of RFC 6022 section 2.1, less what {@code coreserver-agent-deviations} takes out of it} */
    Branch netconfState() {
        List<DataNode> capabilities = new ArrayList<>();
        for (Capability capability : capabilities()) {
            capabilities.add(leaf("capability", capability.uri()));
        }
        List<DataNode> schemas = new ArrayList<>();
        for (YangModule module : modules) {
            schemas.add(new Branch(
                    name("schema"),
                    3,
                    List.of(
                            leaf("identifier", module.name()),
                            leaf("version", module.revision()),
                            Leaf.ofIdentity(name("format"), YANG),
                            leaf("namespace", module.namespace()),
                            leaf("location", "NETCONF"))));
        }
        return Branch.container(
                NETCONF_STATE,
                List.of(
                        Branch.container(name("capabilities"), capabilities),
                        Branch.container(name("schemas"), schemas)));
    }

    private static Leaf leaf(String name, String value) {
        return Leaf.of(name(name), value);
    }

    private static QName name(String localName) {
        return new QName(MONITORING, localName);
    }
}
