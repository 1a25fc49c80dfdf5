package net.coreserver.netconf.operation;

import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import net.coreserver.netconf.Hello;
import net.coreserver.netconf.Xml;
import org.jspecify.annotations.Nullable;

/** What {@code get} and {@code get-config} have in common: a filter, and how defaults are told. */
final class Selection {

    private Selection() {}

    static Optional<String> objection(@Nullable Filter filter, @Nullable WithDefaults withDefaults, Hello server) {
        return Optional.ofNullable(filter)
                .flatMap(given -> given.objection(server))
                .or(() -> Optional.ofNullable(withDefaults).flatMap(mode -> mode.objection(server)));
    }

    static void write(@Nullable Filter filter, @Nullable WithDefaults withDefaults, XMLStreamWriter writer)
            throws XMLStreamException {
        if (filter != null) {
            filter.write(writer, Xml.NETCONF_NAMESPACE);
        }
        if (withDefaults != null) {
            withDefaults.write(writer, WithDefaults.NAMESPACE);
        }
    }
}
