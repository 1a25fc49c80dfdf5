package net.coreserver.interfaces.yang;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import net.coreserver.interfaces.Counter64;
import net.coreserver.interfaces.InterfaceSelection;
import net.coreserver.interfaces.Statistics;
import net.coreserver.netconf.Hello;
import net.coreserver.netconf.MalformedMessageException;
import net.coreserver.netconf.Xml;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/** What the tests of Cisco's models have in common, beside {@link Replies}. */
final class CiscoTexts {

    private static final String BASE = "urn:ietf:params:xml:ns:netconf:base:1.0";

    private CiscoTexts() {}

    /** The subtree filter with which a model asks. */
    static String filter(InterfaceModel model, InterfaceSelection selection) throws XMLStreamException {
        String request = Replies.request(model, selection);
        String start = "<get xmlns=\"" + BASE + "\"><filter type=\"subtree\">";
        String end = "</filter></get>";
        if (!request.startsWith(start) || !request.endsWith(end)) {
            throw new AssertionError("no get with a subtree filter: " + request);
        }
        return request.substring(start.length(), request.length() - end.length());
    }

    /** The hello of a server with these capabilities beside those of the protocol. */
    static Hello hello(String... capabilities) throws XMLStreamException, MalformedMessageException {
        StringBuilder all = new StringBuilder("<capability>urn:ietf:params:netconf:base:1.1</capability>");
        Stream.of(capabilities)
                .map(uri -> uri.replace("&", "&amp;"))
                .forEach(uri -> all.append("<capability>").append(uri).append("</capability>"));
        XMLStreamReader2 reader = Xml.reader(new ByteArrayInputStream(("<hello xmlns='" + BASE + "'><capabilities>"
                        + all + "</capabilities><session-id>1</session-id></hello>")
                .getBytes(StandardCharsets.UTF_8)));
        Xml.nextRoot(reader);
        return Hello.read(reader);
    }

    /** Counters without a time of discontinuity, in the order of {@link Statistics}; null is absent. */
    static Statistics counters(@Nullable String... values) {
        return new Statistics(
                null,
                counter(values[0]),
                counter(values[1]),
                counter(values[2]),
                counter(values[3]),
                counter(values[4]),
                counter(values[5]),
                counter(values[6]),
                counter(values[7]),
                counter(values[8]),
                counter(values[9]),
                counter(values[10]),
                counter(values[11]),
                counter(values[12]));
    }

    private static @Nullable Counter64 counter(@Nullable String value) {
        return value == null ? null : Counter64.parse(value);
    }
}
