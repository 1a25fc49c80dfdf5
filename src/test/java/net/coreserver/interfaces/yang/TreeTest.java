package net.coreserver.interfaces.yang;

import static java.util.Objects.requireNonNull;
import static net.coreserver.interfaces.yang.Element.container;
import static net.coreserver.interfaces.yang.Element.counter;
import static net.coreserver.interfaces.yang.Element.extra;
import static net.coreserver.interfaces.yang.Element.key;
import static net.coreserver.interfaces.yang.Element.leaf;
import static net.coreserver.interfaces.yang.Element.list;
import static net.coreserver.interfaces.yang.Element.scope;
import static net.coreserver.interfaces.yang.Element.supplement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.coreserver.interfaces.Anomaly;
import net.coreserver.interfaces.Counter64;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.InterfaceSelection;
import net.coreserver.netconf.Hello;
import net.coreserver.netconf.MalformedMessageException;
import net.coreserver.netconf.discovery.YangLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What all models that are declared as a tree have in common, seen at one that no vendor has. */
class TreeTest {

    private static final String ACME = "urn:example:acme";
    private static final String STATS = "urn:example:acme:stats";

    private static final InterfaceModel MODEL = new Acme();

    /** Ports with units on top, statistics in another place, and configuration. */
    private static final class Acme extends TreeModel {

        Acme() {
            super(
                    "acme",
                    Tree.of(
                            container(
                                            "chassis",
                                            list(
                                                            "port",
                                                            key("id", (draft, value) -> draft.name = value.text()),
                                                            leaf(
                                                                    "descr",
                                                                    (draft, value) -> draft.description = value.text()),
                                                            extra("cage"),
                                                            leaf("mtu", (draft, value) -> draft.mtu = value.uint32())
                                                                    .in(STATS)
                                                                    .unasked(),
                                                            list(
                                                                            "unit",
                                                                            leaf(
                                                                                    "number",
                                                                                    (draft, value) -> draft.note(
                                                                                            "number", value.text())))
                                                                    .finish(TreeTest::nameUnit))
                                                    .finish(draft -> draft.extra("seen", "yes")))
                                    .in(ACME),
                            container(
                                            "stats",
                                            container(
                                                    "slot",
                                                    scope("slot-id"),
                                                    list(
                                                                    "port-stats",
                                                                    leaf(
                                                                            "port",
                                                                            (draft, value) ->
                                                                                    draft.name = value.text()),
                                                                    counter("rx", CounterLeaf.IN_OCTETS),
                                                                    counter("tx", CounterLeaf.OUT_OCTETS))
                                                            .finish(draft -> draft.extra("slot", draft.scope()))))
                                    .in(STATS),
                            container(
                                            "config",
                                            supplement(
                                                    "port",
                                                    key("id", (draft, value) -> draft.name = value.text()),
                                                    leaf("descr", (draft, value) -> draft.description = value.text())))
                                    .in(ACME)));
        }

        @Override
        public Optional<String> announcement(Hello hello, YangLibrary library) {
            return Optional.empty();
        }
    }

    private static void nameUnit(InterfaceDraft draft) {
        InterfaceDraft port = draft.parent();
        if (port != null && !"0".equals(draft.noted("number"))) {
            draft.name = port.name + "." + draft.noted("number");
        }
    }

    private static final String CHASSIS = "<chassis xmlns='urn:example:acme'>";

    @Test
    void whatIsDeclaredIsAskedForAndNothingElse() throws Exception {
        assertThat(Replies.request(MODEL, InterfaceSelection.ALL))
                .contains(
                        "<chassis xmlns=\"urn:example:acme\"><port><id/><descr/><cage/><unit><number/></unit></port>"
                                + "</chassis><stats xmlns=\"urn:example:acme:stats\"><slot><slot-id/><port-stats><port/><rx/><tx/>"
                                + "</port-stats></slot></stats><config xmlns=\"urn:example:acme\"><port><id/><descr/></port></config>");
    }

    @Test
    void aSelectionChoosesByTheKeyWhereThereIsOne() throws Exception {
        assertThat(Replies.request(MODEL, new InterfaceSelection(Set.of("1/1"), Set.of())))
                .contains("<port><id>1/1</id><descr/><cage/>")
                .contains("<port-stats><port/><rx/><tx/></port-stats>")
                .contains("<port><id>1/1</id><descr/></port></config>");
    }

    @Test
    void whatIsSaidAtSeveralPlacesIsOneInterface() throws Exception {
        List<InterfaceSample> samples = Replies.readData(
                MODEL,
                "<config xmlns='urn:example:acme'><port><id>1/1</id><descr>configured</descr></port>"
                        + "<port><id>1/2</id><descr>configured, too</descr></port>"
                        + "<port><id>9/9</id><descr>not there</descr></port></config>"
                        + "<stats xmlns='urn:example:acme:stats'><slot><slot-id>1</slot-id>"
                        + "<port-stats><port>1/1</port><rx>5</rx><tx>-1</tx></port-stats></slot>"
                        + "<slot><slot-id>2</slot-id><port-stats><port>2/1</port></port-stats></slot></stats>"
                        + CHASSIS + "<port><id>1/1</id><descr>as it is</descr><cage>sfp</cage></port><port><id>1/2</id>"
                        + "</port><port><id>1/2</id><cage>qsfp</cage><cage>sfp</cage></port></chassis>");

        assertThat(samples).extracting(InterfaceSample::name).containsExactly("1/1", "2/1", "1/2");
        assertThat(samples)
                .extracting(InterfaceSample::description)
                .containsExactly("as it is", null, "configured, too");
        assertThat(samples.getFirst().extra())
                .containsEntry("slot", "1")
                .containsEntry("cage", "sfp")
                .containsEntry("seen", "yes");
        assertThat(samples.getFirst().anomalies()).containsExactly(new Anomaly("outOctets", "-1"));
        assertThat(samples.get(1).extra()).containsEntry("slot", "2");
        assertThat(samples.get(2).extra()).containsEntry("cage", "sfp");
    }

    @Test
    void whatIsOnTopKnowsWhatItIsOnWhereverItsNameStands() throws Exception {
        List<InterfaceSample> samples = Replies.readData(
                MODEL,
                CHASSIS + "<port><unit><number>0</number></unit><unit><number>7</number></unit><id>1/1</id></port>"
                        + "<port><id>1/2</id></port></chassis>");

        assertThat(samples).extracting(InterfaceSample::name).containsExactly("1/1", "1/1.7", "1/2");
        assertThat(samples.getFirst().higherLayerIf()).containsExactly("1/1.7");
        assertThat(samples.get(1).lowerLayerIf()).containsExactly("1/1");
        assertThat(samples.get(1).higherLayerIf()).isEmpty();
    }

    @Test
    void whatBelongsToNobodyIsNotThatOfTheOneBefore() throws Exception {
        List<InterfaceSample> samples = Replies.readData(
                MODEL,
                "<stats xmlns='urn:example:acme:stats'><slot><slot-id>1</slot-id>"
                        + "<port-stats><port>1/1</port></port-stats></slot>"
                        + "<slot><port-stats><port>2/1</port></port-stats></slot></stats>");

        assertThat(samples.getFirst().extra()).containsEntry("slot", "1");
        assertThat(samples.getLast().extra()).doesNotContainKey("slot");
    }

    @Test
    void anInterfaceThatIsSpokenOfWithoutEndCostsNoOther() throws Exception {
        String part = "<port-stats><port>1/1</port><rx>-1</rx></port-stats>";
        String last = "<port-stats><port>1/1</port><tx>7</tx></port-stats>";
        List<InterfaceSample> samples = Replies.readData(
                MODEL,
                "<stats xmlns='urn:example:acme:stats'><slot>" + part.repeat(Merging.MAX_PARTS_OF_ONE + 1) + last
                        + "<port-stats><port>1/2</port><tx>7</tx></port-stats></slot></stats>");

        assertThat(samples).extracting(InterfaceSample::name).containsExactly("1/1", "1/2");
        assertThat(requireNonNull(samples.getFirst().statistics()).outOctets()).isNull();
        assertThat(requireNonNull(samples.getLast().statistics()).outOctets()).isEqualTo(new Counter64(7));
    }

    @Test
    void whatCannotBeIsToldUpToABound() throws Exception {
        StringBuilder parts = new StringBuilder();
        for (int i = 0; i < 2 * InterfaceDraft.MAX_REMARKS; i++) {
            parts.append("<port-stats><port>1/1</port><rx>-").append(i).append("</rx></port-stats>");
        }

        assertThat(Replies.readData(MODEL, "<stats xmlns='urn:example:acme:stats'><slot>" + parts + "</slot></stats>")
                        .getFirst()
                        .anomalies())
                .hasSize(InterfaceDraft.MAX_REMARKS);
    }

    @Test
    void oneByOneEachPlaceIsHandedOnByItself() throws Exception {
        String reply = "<rpc-reply><data><config xmlns='urn:example:acme'><port><id>1/1</id></port></config>" + CHASSIS
                + "<port><id>1/1</id><descr>a</descr></port><port><id>1/1</id><cage>sfp</cage></port>"
                + "</chassis></data></rpc-reply>";

        assertThat(Replies.stream(MODEL, reply))
                .extracting(InterfaceSample::description)
                .containsExactly("a", null);
        assertThat(Replies.read(MODEL, reply)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rpc-reply><data><chassis xmlns='urn:example:acme'>*</chassis></data></rpc-reply>",
                "<rpc-reply><chassis xmlns='urn:example:acme'>*</chassis></rpc-reply>",
                "<rpc-reply><cli><banner/></cli><chassis xmlns='urn:example:acme'>*</chassis></rpc-reply>",
                "<rpc-reply><chassis xmlns='urn:example:acme'>*</chassis><cli><banner/></cli></rpc-reply>",
                "<rpc-reply><data/><data><chassis xmlns='urn:example:acme'>*</chassis></data></rpc-reply>",
                "<rpc-reply><data><chassis>*</chassis></data></rpc-reply>",
                "<rpc-reply xmlns='urn:ietf:params:xml:ns:netconf:base:1.0'><data><chassis>*</chassis></data></rpc-reply>",
                "<nc:rpc-reply xmlns:nc='urn:ietf:params:xml:ns:netconf:base:1.0'><nc:data><chassis xmlns=''>*</chassis>"
                        + "</nc:data></nc:rpc-reply>",
                "<rpc-reply><data><a:chassis>*</a:chassis></data></rpc-reply>",
                "<rpc-reply><data><stats xmlns='urn:example:acme:stats'/><chassis xmlns='urn:example:acme'>*</chassis>"
                        + "</data></rpc-reply>"
            })
    void whereThePayloadStandsAndInWhichNamespaceMakesNoDifference(String reply) throws Exception {
        String port = reply.contains("<a:chassis>")
                ? "<a:port><a:id>1/1</a:id><a:descr>x</a:descr></a:port>"
                : "<port><id>\n1/1\n</id><descr>x</descr></port>";

        List<InterfaceSample> samples = Replies.read(MODEL, reply.replace("*", port));

        assertThat(samples).extracting(InterfaceSample::name).containsExactly("1/1");
        assertThat(samples.getFirst().description()).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<chassis xmlns='urn:example:other'><port><id>1/1</id></port></chassis>",
                "<other xmlns='urn:example:acme'><chassis><port><id>1/1</id></port></chassis></other>",
                "<chassis xmlns='urn:example:acme'><port xmlns='urn:example:other'><id>1/1</id></port></chassis>",
                "<chassis xmlns='urn:example:acme'><port><x><id>1/1</id></x></port></chassis>",
                "<chassis xmlns='urn:example:acme'><port><id xmlns='urn:example:other'>1/1</id></port></chassis>",
                "<chassis xmlns='urn:example:acme'><port><id xmlns=''>1/1</id></port></chassis>",
                "<chassis xmlns='urn:example:acme'><port><id><id>1/1</id></id></port></chassis>",
                "<chassis xmlns='urn:example:acme'><port><id>  </id></port></chassis>",
                "<stats xmlns='urn:example:acme:stats'><slot><port>1/1</port></slot></stats>"
            })
    void whatOnlyLooksLikeAnInterfaceIsNone(String data) throws Exception {
        assertThat(Replies.readData(MODEL, data)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<rpc-reply/>", "<rpc-reply><ok/></rpc-reply>", "<rpc-reply><x/><y/></rpc-reply>"})
    void aReplyWithoutDataIsNoAnswer(String reply) {
        assertThatThrownBy(() -> Replies.read(MODEL, reply))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageStartingWith("expected <data>, got ");
    }

    @Test
    void oneElementIsDeclaredOnceInAPlace() {
        assertThatThrownBy(() ->
                        Tree.of(container("a", leaf("b", (draft, value) -> {}), leaf("b", (draft, value) -> {}))
                                .in(ACME)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("`b`");
    }
}
