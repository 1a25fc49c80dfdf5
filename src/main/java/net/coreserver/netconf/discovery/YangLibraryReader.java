package net.coreserver.netconf.discovery;

import static net.coreserver.netconf.discovery.YangLibrary.NAMESPACE;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlMixed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import net.coreserver.netconf.MalformedMessageException;
import net.coreserver.netconf.Xml;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/** Reads {@code yang-library} of RFC 8525 and {@code modules-state} of RFC 7895. */
final class YangLibraryReader {

    private static final int MAX_MODULES = 20_000;
    private static final Binding<ModuleEntry> MODULE = new Binding<>(ModuleEntry.class);

    private final List<YangModule> modules = new ArrayList<>();

    private YangLibraryReader() {}

    /** Reads the inside of {@code data}. */
    static YangLibrary read(XMLStreamReader2 data) throws XMLStreamException, MalformedMessageException {
        YangLibraryReader library = new YangLibraryReader();
        YangLibraryReader state = new YangLibraryReader();
        while (Xml.nextChild(data)) {
            switch (data.getLocalName()) {
                case "yang-library" -> library.readSets(data);
                case "modules-state" -> state.readModules(data);
                default -> Xml.skip(data);
            }
        }
        return new YangLibrary(library.modules.isEmpty() ? state.modules : library.modules);
    }

    private void readSets(XMLStreamReader2 reader) throws XMLStreamException, MalformedMessageException {
        while (Xml.nextChild(reader)) {
            if (reader.getLocalName().equals("module-set")) {
                readModules(reader);
            } else {
                Xml.skip(reader);
            }
        }
    }

    private void readModules(XMLStreamReader2 reader) throws XMLStreamException, MalformedMessageException {
        while (Xml.nextChild(reader)) {
            switch (reader.getLocalName()) {
                case "module" -> add(MODULE.read(reader).toModule(true));
                case "import-only-module" -> add(MODULE.read(reader).toModule(false));
                default -> Xml.skip(reader);
            }
        }
    }

    private void add(Optional<YangModule> module) throws MalformedMessageException {
        if (modules.size() == MAX_MODULES) {
            throw new MalformedMessageException("more than " + MAX_MODULES + " modules");
        }
        module.ifPresent(modules::add);
    }

    /** The list entry {@code module} of either, as JAXB fills it. */
    @XmlAccessorType(XmlAccessType.FIELD)
    private static final class ModuleEntry {

        @XmlElement(namespace = NAMESPACE)
        private @Nullable String name;

        @XmlElement(namespace = NAMESPACE)
        private @Nullable String revision;

        @XmlElement(name = "namespace", namespace = NAMESPACE)
        private @Nullable String xmlNamespace;

        @XmlElement(name = "conformance-type", namespace = NAMESPACE)
        private @Nullable String conformanceType;

        @XmlElement(namespace = NAMESPACE)
        private final List<String> feature = new ArrayList<>();

        @XmlElement(namespace = NAMESPACE)
        private final List<DeviationEntry> deviation = new ArrayList<>();

        /** The module, or empty when the entry has no name, without which it is no module's. */
        Optional<YangModule> toModule(boolean inImplementedList) {
            String key = Binding.text(name);
            if (key == null) {
                return Optional.empty();
            }
            return Optional.of(new YangModule(
                    key,
                    Binding.text(revision),
                    Binding.text(xmlNamespace),
                    inImplementedList && !"import".equals(Binding.text(conformanceType)),
                    texts(feature),
                    texts(deviation.stream().map(DeviationEntry::module).toList())));
        }

        private static List<String> texts(List<? extends @Nullable String> leafList) {
            return leafList.stream()
                    .map(Binding::text)
                    .filter(Objects::nonNull)
                    .map(Objects::requireNonNull)
                    .toList();
        }
    }

    /** {@code deviation}: a leaf-list of names in RFC 8525, a list with the leaf {@code name} in RFC 7895. */
    @XmlAccessorType(XmlAccessType.FIELD)
    private static final class DeviationEntry {

        @XmlMixed
        @XmlAnyElement(lax = true)
        private final List<Object> text = new ArrayList<>();

        @XmlElement(namespace = NAMESPACE)
        private @Nullable String name;

        @Nullable String module() {
            return name != null ? name : text.isEmpty() ? null : text.getFirst().toString();
        }
    }
}
