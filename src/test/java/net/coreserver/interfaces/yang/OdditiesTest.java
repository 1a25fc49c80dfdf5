package net.coreserver.interfaces.yang;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.netconf.MalformedMessageException;
import net.coreserver.netconf.Xml;
import org.codehaus.stax2.XMLStreamReader2;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in one leaf of a reply, of whichever model: it costs no interface but the one that it names. */
class OdditiesTest {

    private static final Path FIXTURES = Path.of("src/test/resources/net/coreserver/interfaces/yang");
    private static final Pattern LEAF = Pattern.compile(">([^<>]*[^<>\\s][^<>]*)</");
    private static final List<String> ODDITIES = List.of(
            "",
            "-324",
            "18446744073709551616",
            "0",
            "no such thing",
            "0.0.0.0",
            "\b&#8;\u0000\uFFFF",
            "<x>1</x>",
            "x".repeat(Leaf.MAX_CHARACTERS + 1));

    static List<Path> fixtures() throws IOException {
        try (Stream<Path> files = Files.list(FIXTURES)) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }
    }

    private static List<InterfaceSample> read(InterfaceModel model, String reply)
            throws XMLStreamException, MalformedMessageException {
        XMLStreamReader2 reader = Xml.reader(new ByteArrayInputStream(reply.getBytes(StandardCharsets.UTF_8)));
        Xml.nextRoot(reader);
        Xml.nextChild(reader);
        return model.replyReader().read(reader);
    }

    private static InterfaceModel modelOf(String reply) throws XMLStreamException {
        for (InterfaceModel model : InterfaceModels.LADDER) {
            try {
                if (!read(model, reply).isEmpty()) {
                    return model;
                }
            } catch (MalformedMessageException e) {
                // the reply to something else
            }
        }
        throw new AssertionError("no model reads it");
    }

    private static Set<String> names(List<InterfaceSample> samples) {
        return samples.stream().map(InterfaceSample::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those that were there and are not any more; what they belong to, which may stand in front of a name, may be another. */
    private static Set<String> lost(Set<String> before, Set<String> after) {
        Set<String> lost = new TreeSet<>(before);
        lost.removeIf(name -> after.stream().anyMatch(other -> other.endsWith(name)));
        return lost;
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void oneLeafCostsNoInterfaceButItsOwn(Path fixture) throws Exception {
        String reply = Files.readString(fixture);
        InterfaceModel model = modelOf(reply);
        Set<String> all = names(read(model, reply));
        List<String> costly = new ArrayList<>();
        Matcher leaf = LEAF.matcher(reply);
        while (leaf.find()) {
            for (String oddity : ODDITIES) {
                String odd = reply.substring(0, leaf.start(1)) + oddity + reply.substring(leaf.end(1));
                Set<String> lost = lost(all, names(read(model, odd)));
                String text = requireNonNull(leaf.group(1)).strip();
                if (lost.stream().anyMatch(name -> !name.contains(text))) {
                    costly.add("%s, with \"%.20s\" for \"%s\": %s".formatted(model.name(), oddity, text, lost));
                }
            }
        }
        assertThat(costly).isEmpty();
    }
}
