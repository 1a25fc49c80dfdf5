package net.coreserver.netconf.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.coreserver.netconf.Capability;
import net.coreserver.netconf.NetconfSession;
import net.coreserver.netconf.ProtocolException;
import net.coreserver.netconf.ReplyReader;
import net.coreserver.netconf.Xml;
import net.coreserver.testing.InMemoryTransport;
import org.codehaus.stax2.XMLStreamReader2;
import org.junit.jupiter.api.Test;

class DiscoveryTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private static final String LIBRARY = """
            <yang-library xmlns="urn:ietf:params:xml:ns:yang:ietf-yang-library">
              <module-set><name>all</name>\
            <module><name>ietf-interfaces</name><revision>2018-02-20</revision>\
            <namespace>urn:ietf:params:xml:ns:yang:ietf-interfaces</namespace>\
            <feature>if-mib</feature><feature>arbitrary-names</feature><deviation>box-devs</deviation></module>\
            <module><name>box-devs</name><namespace>urn:box</namespace></module>
                <import-only-module><name> ietf-yang-types </name><revision>2013-07-15</revision></import-only-module>
                <module><namespace>urn:nobody</namespace></module>
              </module-set>
              <content-id>1</content-id>
            </yang-library>""";

    private static final String MODULES_STATE = """
            <modules-state xmlns="urn:ietf:params:xml:ns:yang:ietf-yang-library">
              <module-set-id>1</module-set-id>
              <module><name>ietf-interfaces</name><revision>2014-05-08</revision>
                <namespace>urn:ietf:params:xml:ns:yang:ietf-interfaces</namespace>
                <feature>if-mib</feature>
                <deviation><name>box-devs</name><revision>2020-01-01</revision></deviation>
                <conformance-type>implement</conformance-type></module>
              <module><name>ietf-yang-types</name><revision/><conformance-type>import</conformance-type></module>
            </modules-state>""";

    private static <T> T read(ReplyReader<T> reader, String data) throws Exception {
        String reply = "<data xmlns='urn:ietf:params:xml:ns:netconf:base:1.0'>" + data + "</data>";
        XMLStreamReader2 xml = Xml.reader(new ByteArrayInputStream(reply.getBytes(StandardCharsets.UTF_8)));
        Xml.nextRoot(xml);
        return reader.read(xml);
    }

    @Test
    void theLibraryOfRfc8525IsRead() throws Exception {
        YangLibrary library = read(YangLibrary.reader(), LIBRARY);
        assertThat(library.modules())
                .containsExactly(
                        new YangModule(
                                "ietf-interfaces",
                                "2018-02-20",
                                "urn:ietf:params:xml:ns:yang:ietf-interfaces",
                                true,
                                List.of("if-mib", "arbitrary-names"),
                                List.of("box-devs")),
                        new YangModule("box-devs", null, "urn:box", true, List.of(), List.of()),
                        new YangModule("ietf-yang-types", "2013-07-15", null, false, List.of(), List.of()));
    }

    @Test
    void theLibraryOfRfc7895IsRead() throws Exception {
        YangLibrary library = read(YangLibrary.reader(), MODULES_STATE);
        assertThat(library.modules())
                .containsExactly(
                        new YangModule(
                                "ietf-interfaces",
                                "2014-05-08",
                                "urn:ietf:params:xml:ns:yang:ietf-interfaces",
                                true,
                                List.of("if-mib"),
                                List.of("box-devs")),
                        new YangModule("ietf-yang-types", null, null, false, List.of(), List.of()));
    }

    @Test
    void aServerThatTellsBothIsNotReadTwice() throws Exception {
        assertThat(read(YangLibrary.reader(), MODULES_STATE + LIBRARY).modules())
                .hasSize(3);
    }

    @Test
    void anImplementedModuleGoesBeforeOneThatIsOnlyImported() {
        YangModule imported = new YangModule("m", "2013-01-01", null, false, List.of(), List.of());
        YangModule implemented = new YangModule("m", "2018-01-01", null, true, List.of(), List.of());
        YangLibrary library = new YangLibrary(List.of(imported, implemented));
        assertThat(library.module("m")).contains(implemented);
        assertThat(new YangLibrary(List.of(imported)).module("m")).contains(imported);
        assertThat(library.module("n")).isEmpty();
    }

    @Test
    void aHelloThatListsModulesIsBelieved() throws Exception {
        InMemoryTransport server = new InMemoryTransport();
        NetconfSession session = server.openWith(
                Capability.YANG_LIBRARY_1_0 + "?revision=2016-06-21&amp;module-set-id=1",
                "urn:ietf:params:xml:ns:yang:ietf-interfaces?module=ietf-interfaces&amp;revision=2014-05-08");
        YangLibrary library = YangLibrary.of(session, LONG);
        assertThat(library.module("ietf-interfaces")).hasValueSatisfying(module -> {
            assertThat(module.revision()).isEqualTo("2014-05-08");
            assertThat(module.namespace()).isEqualTo("urn:ietf:params:xml:ns:yang:ietf-interfaces");
        });
        assertThat(server.hasSentNothingMore()).isTrue();
    }

    @Test
    void aServerWhoseHelloListsNoModulesIsAskedForItsLibrary() throws Exception {
        InMemoryTransport server = new InMemoryTransport();
        NetconfSession session = server.openWith(Capability.YANG_LIBRARY_1_1 + "?revision=2019-01-04&amp;content-id=0");
        Thread.ofVirtual().start(() -> server.reply(server.nextMessageId(), LIBRARY));
        assertThat(YangLibrary.of(session, LONG).module("ietf-interfaces")).isPresent();
    }

    @Test
    void anOlderServerIsAskedForItsModulesState() throws Exception {
        InMemoryTransport server = new InMemoryTransport();
        NetconfSession session = server.openWith(
                "urn:ietf:params:xml:ns:yang:ietf-yang-library?module=ietf-yang-library&amp;revision=2016-06-21");
        Thread.ofVirtual().start(() -> {
            String request = server.nextSent();
            String id = request.contains("<modules-state") ? "1" : "not asked for modules-state";
            server.reply(id, MODULES_STATE);
        });
        assertThat(YangLibrary.of(session, LONG).module("ietf-interfaces")).isPresent();
    }

    @Test
    void aServerThatListsModulesNowhereHasNone() throws Exception {
        InMemoryTransport server = new InMemoryTransport();
        assertThat(YangLibrary.of(server.openWith(), LONG).modules()).isEmpty();
        assertThat(server.hasSentNothingMore()).isTrue();
    }

    @Test
    void eventStreamsAreRead() throws Exception {
        assertThat(read(EventStream.reader(), """
                        <netconf xmlns="urn:ietf:params:xml:ns:netmod:notification"><streams>\
                        <stream><name>NETCONF</name><description>all</description><replaySupport>true</replaySupport>\
                        <replayLogCreationTime>2026-11-20T22:00:00Z</replayLogCreationTime>\
                        <replayLogAgedTime>2026-11-20T23:00:00+00:00</replayLogAgedTime></stream>\
                        <stream><name>other</name><replaySupport>maybe</replaySupport>\
                        <replayLogCreationTime>once</replayLogCreationTime></stream><stream/>\
                        </streams></netconf>"""))
                .containsExactly(
                        new EventStream(
                                "NETCONF",
                                "all",
                                true,
                                Instant.parse("2026-11-20T22:00:00Z"),
                                Instant.parse("2026-11-20T23:00:00Z")),
                        new EventStream("other", null, false, null, null));
        assertThat(read(EventStream.reader(), "")).isEmpty();
    }

    @Test
    void theMonitoringTreeIsRead() throws Exception {
        NetconfState state = read(NetconfState.reader(), """
                <netconf-state xmlns="urn:ietf:params:xml:ns:yang:ietf-netconf-monitoring">
                  <capabilities><capability> urn:ietf:params:netconf:base:1.1 </capability></capabilities>
                  <datastores><datastore><name>running</name><locks/></datastore></datastores>
                  <schemas><schema><identifier>ietf-interfaces</identifier><version>2014-05-08</version>
                    <format>yang</format><namespace>urn:if</namespace><location>NETCONF</location>
                    <location> https://example.net/if.yang </location></schema><schema/></schemas>
                  <sessions><session><session-id>4</session-id><transport>netconf-ssh</transport>
                    <username>test-user</username><source-host>192.0.2.1</source-host>
                    <login-time>2026-11-20T21:57:50Z</login-time></session>
                    <session><session-id>none</session-id></session></sessions>
                  <statistics><in-sessions>1</in-sessions></statistics>
                </netconf-state>""");
        assertThat(state.capabilities()).containsExactly(Capability.parse(Capability.BASE_1_1));
        assertThat(state.datastores()).containsExactly("running");
        assertThat(state.schemas())
                .containsExactly(new NetconfState.Schema(
                        "ietf-interfaces",
                        "2014-05-08",
                        "yang",
                        "urn:if",
                        List.of("NETCONF", "https://example.net/if.yang")));
        assertThat(state.sessions())
                .containsExactly(new NetconfState.Session(
                        4, "netconf-ssh", "test-user", "192.0.2.1", Instant.parse("2026-11-20T21:57:50Z")));
    }

    @Test
    void aListWithoutEndIsRefused() throws Exception {
        InMemoryTransport server = new InMemoryTransport();
        NetconfSession session = server.openWith();
        String endless = "<netconf-state><capabilities>" + "<capability/>".repeat(50_001);
        Thread.ofVirtual()
                .start(() -> server.reply(server.nextMessageId(), endless + "</capabilities></netconf-state>"));
        assertThatThrownBy(() -> session.call(NetconfState.request(), NetconfState.reader(), LONG))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("50000");
    }
}
