package net.coreserver.netconf.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import net.coreserver.netconf.Capability;
import net.coreserver.netconf.Hello;
import net.coreserver.netconf.Operation;
import net.coreserver.netconf.Xml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes over the wire for each operation, and to whom it is not sent. */
class OperationsTest {

    private static final String BASE = "urn:ietf:params:xml:ns:netconf:base:1.0";
    private static final String NMDA = "urn:ietf:params:xml:ns:yang:ietf-netconf-nmda";
    private static final SubtreeFilter TOP = SubtreeFilter.of("urn:t", "top");
    private static final Filter XPATH = Filter.xpath("/t:top[t:name='a<b']", Map.of("t", "urn:t"));

    private static String written(Operation operation) throws XMLStreamException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XMLStreamWriter writer = Xml.writer(out);
        writer.writeStartElement("", "rpc", BASE);
        operation.write(writer);
        writer.writeEndElement();
        writer.close();
        String rpc = out.toString(StandardCharsets.UTF_8);
        String start = "<rpc xmlns=\"" + BASE + "\">";
        assertThat(rpc).startsWith(start).endsWith("</rpc>");
        return rpc.substring(start.length(), rpc.length() - "</rpc>".length());
    }

    private static Hello server(String... capabilities) {
        return new Hello(Arrays.stream(capabilities).map(Capability::parse).toList(), 1L);
    }

    @Test
    void getWithASubtree() throws Exception {
        assertThat(written(Get.of(TOP)))
                .isEqualTo("<get><filter type=\"subtree\"><top xmlns=\"urn:t\"/></filter></get>");
    }

    @Test
    void getOfEverythingHasNoFilterAndGetOfNothingAnEmptyOne() throws Exception {
        assertThat(written(new Get(null, null))).isEqualTo("<get/>");
        assertThat(written(Get.of())).isEqualTo("<get><filter type=\"subtree\"/></get>");
    }

    @Test
    void aContentMatchNodeHasTheTextThatIsLookedFor() throws Exception {
        SubtreeFilter filter = SubtreeFilter.of(
                "urn:t",
                "top",
                SubtreeFilter.of("urn:t", "entry", SubtreeFilter.matching("urn:t", "name", "ge-0/0/0 & <co>")));
        assertThat(written(Get.of(filter)))
                .contains("<top xmlns=\"urn:t\"><entry><name>ge-0/0/0 &amp; &lt;co></name></entry></top>");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SubtreeFilter("urn:t", "name", List.of(TOP), "value", Map.of()));
    }

    @Test
    void aContentMatchNodeDeclaresThePrefixOfItsIdentity() throws Exception {
        SubtreeFilter filter = SubtreeFilter.of(
                "urn:t", "top", SubtreeFilter.matchingIdentity("urn:t", "type", "m", "urn:module", "fast"));
        assertThat(written(Get.of(filter)))
                .contains("<top xmlns=\"urn:t\"><type xmlns:m=\"urn:module\">m:fast</type></top>");
    }

    @Test
    void anXPathFilterDeclaresThePrefixesOfItsExpression() throws Exception {
        assertThat(written(new Get(XPATH, null)))
                .isEqualTo("<get><filter xmlns:t=\"urn:t\" type=\"xpath\""
                        + " select=\"/t:top[t:name='a&lt;b']\"/></get>");
    }

    @Test
    void anXPathFilterIsOnlyForServersThatAnnounceIt() {
        Operation get = new Get(XPATH, null);
        assertThat(get.objection(server(Capability.XPATH))).isEmpty();
        assertThat(get.objection(server(Capability.BASE_1_1)))
                .hasValueSatisfying(objection -> assertThat(objection).contains(":xpath"));
        assertThat(new GetConfig(GetConfig.Source.RUNNING, XPATH, null).objection(server()))
                .isPresent();
        assertThat(new CreateSubscription(null, XPATH, null, null).objection(server(Capability.NOTIFICATION)))
                .isPresent();
        assertThatIllegalArgumentException().isThrownBy(() -> Filter.xpath(" ", Map.of()));
    }

    @Test
    void getConfigNamesItsDatastore() throws Exception {
        assertThat(written(GetConfig.running(TOP)))
                .isEqualTo("<get-config><source><running/></source>"
                        + "<filter type=\"subtree\"><top xmlns=\"urn:t\"/></filter></get-config>");
        Operation startup = new GetConfig(GetConfig.Source.STARTUP, null, null);
        assertThat(written(startup)).isEqualTo("<get-config><source><startup/></source></get-config>");
        assertThat(startup.objection(server(Capability.BASE_1_1))).isPresent();
        assertThat(startup.objection(server("urn:ietf:params:netconf:capability:startup:1.0")))
                .isEmpty();
        assertThat(GetConfig.running(TOP).objection(server())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void defaultsAreToldAsTheServerCan(WithDefaults mode) throws Exception {
        Operation get = new Get(null, mode);
        assertThat(written(get))
                .isEqualTo("<get><with-defaults xmlns=\"urn:ietf:params:xml:ns:yang:ietf-netconf-with-defaults\">"
                        + mode.word() + "</with-defaults></get>");
        assertThat(get.objection(server())).isPresent();
        assertThat(get.objection(server(Capability.WITH_DEFAULTS + "?basic-mode=" + mode.word())))
                .isEmpty();
        assertThat(get.objection(
                        server(Capability.WITH_DEFAULTS + "?basic-mode=other&also-supported=other," + mode.word())))
                .isEmpty();
        assertThat(get.objection(server(Capability.WITH_DEFAULTS + "?basic-mode=other")))
                .isPresent();
    }

    @Test
    void getDataNamesItsDatastoreByIdentity() throws Exception {
        assertThat(written(GetData.operational(TOP)))
                .isEqualTo("<get-data xmlns=\"" + NMDA + "\"><datastore"
                        + " xmlns:id=\"urn:ietf:params:xml:ns:yang:ietf-datastores\">id:operational</datastore>"
                        + "<subtree-filter><top xmlns=\"urn:t\"/></subtree-filter></get-data>");
    }

    @Test
    void getDataAsksForOriginsDepthAndKindsOfNodes() throws Exception {
        GetData all = new GetData(
                Datastore.OPERATIONAL, XPATH, false, Set.of(Origin.SYSTEM, Origin.LEARNED), 3, true, WithDefaults.TRIM);
        assertThat(written(all))
                .contains("<xpath-filter xmlns:t=\"urn:t\">/t:top[t:name='a&lt;b']</xpath-filter>"
                        + "<config-filter>false</config-filter>"
                        + "<origin-filter xmlns:id=\"urn:ietf:params:xml:ns:yang:ietf-origin\">id:system</origin-filter>"
                        + "<origin-filter xmlns:id=\"urn:ietf:params:xml:ns:yang:ietf-origin\">id:learned</origin-filter>"
                        + "<max-depth>3</max-depth><with-origin/><with-defaults>trim</with-defaults>");
        assertThat(written(GetData.operational(TOP).tellingOrigins())).contains("<with-origin/>");
    }

    @Test
    void getDataRefusesWhatNoServerCouldAnswer() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GetData(Datastore.RUNNING, null, null, Set.of(), null, true, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GetData(Datastore.RUNNING, null, null, Set.of(Origin.SYSTEM), null, false, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GetData(Datastore.OPERATIONAL, null, null, Set.of(), 0, false, null));
    }

    @Test
    void getSchemaNamesTheModule() throws Exception {
        assertThat(written(GetSchema.of("ietf-interfaces")))
                .isEqualTo("<get-schema xmlns=\"" + GetSchema.NAMESPACE
                        + "\"><identifier>ietf-interfaces</identifier></get-schema>");
        assertThat(written(new GetSchema("m", "2020-01-01", "yin")))
                .contains("<version>2020-01-01</version><format xmlns:id=\"" + GetSchema.NAMESPACE
                        + "\">id:yin</format>");
    }

    @Test
    void createSubscriptionNamesStreamFilterAndTimes() throws Exception {
        Instant start = Instant.parse("2026-11-20T22:00:00Z");
        Operation all = new CreateSubscription("NETCONF", Filter.subtree(TOP), start, start.plusSeconds(60));
        assertThat(written(all))
                .isEqualTo("<create-subscription xmlns=\"urn:ietf:params:xml:ns:netconf:notification:1.0\">"
                        + "<stream>NETCONF</stream><filter type=\"subtree\"><top xmlns=\"urn:t\"/></filter>"
                        + "<startTime>2026-11-20T22:00:00Z</startTime><stopTime>2026-11-20T22:01:00Z</stopTime>"
                        + "</create-subscription>");
        assertThat(all.objection(server()))
                .hasValueSatisfying(objection -> assertThat(objection).contains(":notification"));
        assertThatIllegalArgumentException().isThrownBy(() -> new CreateSubscription(null, null, null, start));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CreateSubscription(null, null, start, start.minusSeconds(1)));
    }
}
