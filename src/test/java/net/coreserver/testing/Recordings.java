package net.coreserver.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import net.coreserver.netconf.MalformedMessageException;
import net.coreserver.netconf.Xml;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * What real servers sent. It is no part of the project; tests read it from the directory {@code recordings} (a system
 * property), and are skipped where there is none.
 */
public final class Recordings {

    private static final Path PLACE = Path.of(System.getProperty("recordings", "../shared"));

    private Recordings() {}

    /** The recordings of a directory whose names match. */
    public static List<Path> files(String directory, String glob) throws IOException {
        Path path = PLACE.resolve(directory);
        assumeTrue(Files.isDirectory(path), "no recordings at " + path);
        PathMatcher matcher = path.getFileSystem().getPathMatcher("glob:" + glob);
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> matcher.matches(file.getFileName())).toList();
        }
    }

    /** The text that a peer sent, as the note of a conversation has it: between its heading and what was noted after. */
    public static String reply(String name) throws IOException {
        String conversation = Files.readString(files("peer-recordings", name).getFirst());
        String reply = conversation.substring(conversation.indexOf("=== REPLY") + "=== REPLY".length());
        return reply.substring(0, reply.lastIndexOf('>') + 1).strip();
    }

    /** A reader that stands on the first element inside a recorded rpc-reply. */
    public static XMLStreamReader2 content(String name)
            throws IOException, XMLStreamException, MalformedMessageException {
        XMLStreamReader2 reader =
                Xml.reader(new ByteArrayInputStream(reply(name).getBytes(StandardCharsets.UTF_8)));
        Xml.nextRoot(reader);
        Xml.nextChild(reader);
        return reader;
    }
}
