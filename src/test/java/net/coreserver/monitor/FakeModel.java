package net.coreserver.monitor;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.InterfaceSelection;
import net.coreserver.interfaces.yang.IetfInterfacesState;
import net.coreserver.interfaces.yang.InterfaceModel;
import net.coreserver.netconf.Hello;
import net.coreserver.netconf.Operation;
import net.coreserver.netconf.ReplyReader;
import net.coreserver.netconf.discovery.YangLibrary;

/**
 * A model whose module has its name, that is asked for by an operation of its own, and answered as {@code interfaces-state} is.
 *
 * @param name its word
 * @param needed a capability without which the operation cannot be sent; empty for none
 */
record FakeModel(String name, String needed) implements InterfaceModel {

    static final String NAMESPACE = "urn:test:models";

    private static final IetfInterfacesState ANSWERS = new IetfInterfacesState();

    FakeModel(String name) {
        this(name, "");
    }

    static List<InterfaceModel> ladder(String... names) {
        return Stream.of(names).<InterfaceModel>map(FakeModel::new).toList();
    }

    @Override
    public Optional<String> announcement(Hello hello, YangLibrary library) {
        return library.module(name).map(module -> "has the module " + name);
    }

    @Override
    public Operation request(InterfaceSelection selection) {
        return new Operation() {

            @Override
            public String name() {
                return "ask";
            }

            @Override
            public Optional<String> objection(Hello server) {
                return needed.isEmpty() || server.supports(needed)
                        ? Optional.empty()
                        : Optional.of("The server does not announce " + needed);
            }

            @Override
            public void write(XMLStreamWriter writer) throws XMLStreamException {
                writer.writeStartElement("", "ask", NAMESPACE);
                writer.writeDefaultNamespace(NAMESPACE);
                writer.writeAttribute("model", FakeModel.this.name);
                writer.writeEndElement();
            }
        };
    }

    @Override
    public ReplyReader<Integer> replyReader(Consumer<InterfaceSample> consumer) {
        return ANSWERS.replyReader(consumer);
    }

    @Override
    public ReplyReader<List<InterfaceSample>> replyReader() {
        return ANSWERS.replyReader();
    }
}
