package net.coreserver.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import net.coreserver.agent.DataNode.Branch;
import net.coreserver.agent.DataNode.Leaf;
import net.coreserver.netconf.Xml;
import org.junit.jupiter.api.Test;

/** The cases of RFC 6241 sections 6.2 and 6.4, over the crew of two ships. */
final class SubtreeSelectionTest {

    private static final String SHIPS = "urn:example:ships";
    private static final String PORTS = "urn:example:ports";
    private static final String JOBS = "urn:example:jobs";

    private static final Leaf TONNAGE = leaf("tonnage", "900");
    private static final Branch ADA = sailor("ada", "captain", "4");
    private static final Branch BEN = sailor("ben", "cook", "7");
    private static final Branch FLEET = Branch.container(
            name("fleet"),
            List.of(Branch.container(name("crew"), List.of(ADA, BEN)), TONNAGE, flag("red"), flag("blue")));

    private static Branch sailor(String name, String job, String cabin) {
        return new Branch(
                name("sailor"),
                1,
                List.of(
                        leaf("name", name),
                        Leaf.ofIdentity(name("job"), new QName(JOBS, job, "j")),
                        Branch.container(name("berth"), List.of(leaf("cabin", cabin), leaf("bed", "lower"))),
                        Leaf.of(new QName(PORTS, "home"), name + "'s town")));
    }

    private static Leaf flag(String colour) {
        return leaf("flag", colour);
    }

    private static Leaf leaf(String name, String value) {
        return Leaf.of(name(name), value);
    }

    private static QName name(String localName) {
        return new QName(SHIPS, localName);
    }

    private static SubtreeSelection parse(String filter) throws XMLStreamException, RpcFault {
        String xml = "<filter>" + filter + "</filter>";
        XMLStreamReader reader = Xml.reader(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        reader.nextTag();
        return new SubtreeSelection(FilterNode.readChildren(reader, new FilterNode.Budget(20)));
    }

    /** What a filter selects of the fleet, as XML; empty when nothing. */
    private static String select(String filter) throws XMLStreamException, RpcFault {
        DataNode selected = parse(filter).of(FLEET).orElse(null);
        return selected == null ? "" : write(selected);
    }

    private static String fleet(DataNode... children) throws XMLStreamException {
        return write(Branch.container(name("fleet"), List.of(children)));
    }

    private static Branch crew(DataNode... sailors) {
        return Branch.container(name("crew"), List.of(sailors));
    }

    /** A sailor less what no name is given of. */
    private static Branch only(Branch sailor, String... names) {
        return new Branch(
                sailor.name(),
                1,
                sailor.children().stream()
                        .filter(child -> List.of(names).contains(child.name().getLocalPart()))
                        .toList());
    }

    private static String write(DataNode node) throws XMLStreamException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XMLStreamWriter writer = Xml.writer(out);
        node.write(writer);
        writer.close();
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void selectsNothingWhenEmpty() throws XMLStreamException, RpcFault {
        assertThat(select("")).isEmpty();
        assertThat(parse("").concerns(name("fleet"))).isFalse();
    }

    @Test
    void selectsAWholeTree() throws XMLStreamException, RpcFault {
        assertThat(select("<fleet xmlns='urn:example:ships'/>")).isEqualTo(write(FLEET));
        assertThat(select("<s:fleet xmlns:s='urn:example:ships'></s:fleet>")).isEqualTo(write(FLEET));
    }

    @Test
    void takesBlanksForASelection() throws XMLStreamException, RpcFault {
        assertThat(select("<fleet xmlns='urn:example:ships'>\n  <tonnage>  </tonnage>\n</fleet>"))
                .isEqualTo(fleet(TONNAGE));
    }

    @Test
    void selectsNothingOfAnotherNamespaceOrName() throws XMLStreamException, RpcFault {
        assertThat(select("<fleet xmlns='urn:example:buses'/>")).isEmpty();
        assertThat(select("<harbour xmlns='urn:example:ships'/>")).isEmpty();
        assertThat(select("<fleet xmlns='urn:example:ships'><tonnage xmlns='urn:example:buses'/></fleet>"))
                .isEmpty();
    }

    @Test
    void takesNoNamespaceForAny() throws XMLStreamException, RpcFault {
        assertThat(select("<fleet><tonnage/></fleet>")).isEqualTo(fleet(TONNAGE));
        assertThat(select("<fleet xmlns='urn:example:ships'><crew><sailor><home xmlns=''/></sailor></crew></fleet>"))
                .isEqualTo(fleet(crew(only(ADA, "name", "home"), only(BEN, "name", "home"))));
    }

    @Test
    void matchesNothingByAttributes() throws XMLStreamException, RpcFault {
        assertThat(select("<fleet xmlns='urn:example:ships' size='2'/>")).isEmpty();
        assertThat(select("<fleet xmlns='urn:example:ships'><tonnage unit='t'/></fleet>"))
                .isEmpty();
    }

    @Test
    void selectsBranchesOfEveryEntry() throws XMLStreamException, RpcFault {
        assertThat(select("<fleet xmlns='urn:example:ships'><crew><sailor><name/></sailor></crew></fleet>"))
                .isEqualTo(fleet(crew(only(ADA, "name"), only(BEN, "name"))));
    }

    @Test
    void addsTheKeysOfAnEntry() throws XMLStreamException, RpcFault {
        assertThat(select("<fleet xmlns='urn:example:ships'><crew><sailor><job/></sailor></crew></fleet>"))
                .isEqualTo(fleet(crew(only(ADA, "name", "job"), only(BEN, "name", "job"))));
    }

    @Test
    void leavesOutEntriesOfWhichNothingIsSelected() throws XMLStreamException, RpcFault {
        assertThat(select("<fleet xmlns='urn:example:ships'><crew><sailor><shoes/></sailor></crew><tonnage/></fleet>"))
                .isEqualTo(fleet(TONNAGE));
    }

    @Test
    void selectsTheEntryWhoseContentMatchesWithAllThatIsInIt() throws XMLStreamException, RpcFault {
        assertThat(select("<fleet xmlns='urn:example:ships'><crew><sailor><name> ben </name></sailor></crew></fleet>"))
                .isEqualTo(fleet(crew(BEN)));
    }

    @Test
    void selectsNothingWhereNoContentMatches() throws XMLStreamException, RpcFault {
        assertThat(select("<fleet xmlns='urn:example:ships'><crew><sailor><name>cy</name></sailor></crew></fleet>"))
                .isEmpty();
        assertThat(select("<fleet xmlns='urn:example:ships'>cargo</fleet>")).isEmpty();
    }

    @Test
    void selectsPartOfTheEntryWhoseContentMatches() throws XMLStreamException, RpcFault {
        assertThat(select("<fleet xmlns='urn:example:ships'><crew><sailor>"
                        + "<name>ben</name><berth><cabin/></berth></sailor></crew></fleet>"))
                .isEqualTo(fleet(crew(new Branch(
                        BEN.name(),
                        1,
                        List.of(leaf("name", "ben"), Branch.container(name("berth"), List.of(leaf("cabin", "7"))))))));
    }

    @Test
    void wantsEveryContentOfOneEntryToMatch() throws XMLStreamException, RpcFault {
        String both = "<fleet xmlns='urn:example:ships'><crew><sailor><name>ada</name>"
                + "<job xmlns:x='urn:example:jobs'>x:%s</job></sailor></crew></fleet>";

        assertThat(select(both.formatted("captain"))).isEqualTo(fleet(crew(ADA)));
        assertThat(select(both.formatted("cook"))).isEmpty();
    }

    @Test
    void comparesIdentitiesByWhatTheyName() throws XMLStreamException, RpcFault {
        String job = "<fleet xmlns='urn:example:ships'><crew><sailor><job %s</job></sailor></crew></fleet>";

        assertThat(select(job.formatted("xmlns:any='urn:example:jobs'>any:cook")))
                .isEqualTo(fleet(crew(BEN)));
        assertThat(select(job.formatted(">cook"))).isEqualTo(fleet(crew(BEN)));
        assertThat(select(job.formatted("xmlns:j='urn:example:crafts'>j:cook"))).isEmpty();
        assertThat(select(job.formatted(">j:cook"))).isEmpty();
    }

    @Test
    void joinsWhatSeveralFiltersSelectOfOneList() throws XMLStreamException, RpcFault {
        assertThat(select("<fleet xmlns='urn:example:ships'><crew>"
                        + "<sailor><name>ada</name><job/></sailor>"
                        + "<sailor><name>ben</name></sailor>"
                        + "<sailor><name>cy</name></sailor></crew></fleet>"))
                .isEqualTo(fleet(crew(only(ADA, "name", "job"), BEN)));
    }

    @Test
    void joinsWhatSeveralFiltersSelectOfOneEntry() throws XMLStreamException, RpcFault {
        assertThat(select("<fleet xmlns='urn:example:ships'><crew><sailor><job/></sailor></crew></fleet>"
                        + "<fleet xmlns='urn:example:ships'><crew><sailor><name>ben</name><home xmlns='urn:example:ports'/>"
                        + "</sailor></crew></fleet>"))
                .isEqualTo(fleet(crew(only(ADA, "name", "job"), only(BEN, "name", "job", "home"))));
    }

    @Test
    void selectsOnlyTheMatchingEntriesOfALeafList() throws XMLStreamException, RpcFault {
        assertThat(select("<fleet xmlns='urn:example:ships'><flag>blue</flag><tonnage/></fleet>"))
                .isEqualTo(fleet(TONNAGE, flag("blue")));
        assertThat(select("<fleet xmlns='urn:example:ships'><flag/></fleet>"))
                .isEqualTo(fleet(flag("red"), flag("blue")));
    }

    @Test
    void findsNoChildrenInALeaf() throws XMLStreamException, RpcFault {
        assertThat(select("<fleet xmlns='urn:example:ships'><tonnage><unit/></tonnage></fleet>"))
                .isEmpty();
    }

    @Test
    void ignoresCommentsAndTextBesideElements() throws XMLStreamException, RpcFault {
        assertThat(select("<fleet xmlns='urn:example:ships'>and<!-- no --><?no no?><tonnage/>so on</fleet>"))
                .isEqualTo(fleet(TONNAGE));
    }

    @Test
    void refusesMoreElementsThanItsBudget() {
        assertThatExceptionOfType(RpcFault.class)
                .isThrownBy(() -> parse("<a/>".repeat(21)))
                .withMessageStartingWith("too-big");
    }
}
