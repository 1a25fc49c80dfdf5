package net.coreserver.interfaces.yang;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.InterfaceSelection;
import net.coreserver.interfaces.InterfaceType;
import net.coreserver.netconf.Hello;
import net.coreserver.netconf.MalformedMessageException;
import net.coreserver.netconf.Operation;
import net.coreserver.netconf.ReplyReader;
import net.coreserver.netconf.Xml;
import net.coreserver.netconf.discovery.YangLibrary;
import net.coreserver.netconf.discovery.YangModule;
import net.coreserver.netconf.operation.Get;
import net.coreserver.netconf.operation.SubtreeFilter;
import org.jspecify.annotations.Nullable;

/**
 * {@code interfaces-state} of {@code ietf-interfaces} with the addresses of {@code ietf-ip}.
 *
 * <p>Every leaf of {@link InterfaceSample} has the leaf of the same name. {@code description}, which the model has in its
 * configuration only, comes from {@code coreserver-agent} where it does not stand here all the same; {@code mtu} comes from
 * {@code coreserver-agent}, else from {@code ipv4} or {@code ipv6} of {@code ietf-ip}. Source: RFC 7223 and RFC 7277.
 */
public final class IetfInterfacesState implements InterfaceModel {

    static final String INTERFACES_NAMESPACE = "urn:ietf:params:xml:ns:yang:ietf-interfaces";
    static final String IP_NAMESPACE = "urn:ietf:params:xml:ns:yang:ietf-ip";
    static final String IANA_NAMESPACE = "urn:ietf:params:xml:ns:yang:iana-if-type";
    static final String IANA_PREFIX = "ianaift";
    static final String AGENT_NAMESPACE = "urn:coreserver:yang:coreserver-agent";

    /** More interfaces than any device has; a reply with more is refused before it fills the memory. */
    static final int MAX_INTERFACES = 250_000;

    private static final Operation REQUEST = Get.of(SubtreeFilter.of(INTERFACES_NAMESPACE, "interfaces-state"));

    /** Makes the model; one instance serves all sessions. */
    public IetfInterfacesState() {
        // nothing to prepare
    }

    @Override
    public String name() {
        return "ietf-interfaces-state";
    }

    @Override
    public Optional<String> announcement(Hello hello, YangLibrary library) {
        return library.module("ietf-interfaces")
                .filter(YangModule::implemented)
                .map(module -> "has the module ietf-interfaces"
                        + (module.revision() == null ? "" : ", revision " + module.revision()));
    }

    @Override
    public Operation request(InterfaceSelection selection) {
        if (selection.isAll()) {
            return REQUEST;
        }
        SubtreeFilter[] entries = selection.each(IetfInterfacesState::entry).toArray(SubtreeFilter[]::new);
        return Get.of(SubtreeFilter.of(INTERFACES_NAMESPACE, "interfaces-state", entries));
    }

    private static SubtreeFilter entry(@Nullable String name, @Nullable InterfaceType type) {
        List<SubtreeFilter> matches = new ArrayList<>();
        if (name != null) {
            matches.add(SubtreeFilter.matching(INTERFACES_NAMESPACE, "name", name));
        }
        if (type instanceof InterfaceType.Iana(String identity)) {
            matches.add(SubtreeFilter.matchingIdentity(
                    INTERFACES_NAMESPACE, "type", IANA_PREFIX, IANA_NAMESPACE, identity));
        }
        return SubtreeFilter.of(INTERFACES_NAMESPACE, "interface", matches.toArray(SubtreeFilter[]::new));
    }

    @Override
    public ReplyReader<Integer> replyReader(Consumer<InterfaceSample> consumer) {
        return ReplyReader.ofData(data -> readData(data, new Leaf(new RecentTexts(List.of())), consumer));
    }

    @Override
    public ReplyReader<List<InterfaceSample>> replyReader() {
        AtomicReference<List<String>> recent = new AtomicReference<>(List.of());
        return ReplyReader.ofData(data -> {
            RecentTexts texts = new RecentTexts(recent.get());
            List<InterfaceSample> samples = new ArrayList<>();
            readData(data, new Leaf(texts), samples::add);
            recent.set(texts.all());
            return samples;
        });
    }

    private static int readData(XMLStreamReader data, Leaf leaf, Consumer<InterfaceSample> consumer)
            throws XMLStreamException, MalformedMessageException {
        int count = 0;
        while (Xml.nextChild(data)) {
            if (!isNamed(data, "interfaces-state")) {
                Xml.skip(data);
                continue;
            }
            while (Xml.nextChild(data)) {
                if (!isNamed(data, "interface")) {
                    Xml.skip(data);
                    continue;
                }
                if (count == MAX_INTERFACES) {
                    throw new MalformedMessageException("more than " + MAX_INTERFACES + " interfaces");
                }
                InterfaceSample sample = InterfaceReader.read(data, leaf);
                if (sample != null) {
                    consumer.accept(sample);
                    count++;
                }
            }
        }
        return count;
    }

    private static boolean isNamed(XMLStreamReader reader, String localName) {
        return reader.getLocalName().equals(localName) && INTERFACES_NAMESPACE.equals(reader.getNamespaceURI());
    }
}
