package net.coreserver.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamException;
import net.coreserver.interfaces.yang.IetfInterfacesState;
import net.coreserver.netconf.Credentials;
import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.HostKeyPolicy;
import net.coreserver.netconf.NetconfException;
import net.coreserver.netconf.NetconfSession;
import net.coreserver.netconf.NotificationListener;
import net.coreserver.netconf.ReplyReader;
import net.coreserver.netconf.RpcErrorException;
import net.coreserver.netconf.Secret;
import net.coreserver.netconf.Subscription;
import net.coreserver.netconf.Xml;
import net.coreserver.netconf.discovery.EventStream;
import net.coreserver.netconf.discovery.NetconfState;
import net.coreserver.netconf.discovery.YangLibrary;
import net.coreserver.netconf.operation.CreateSubscription;
import net.coreserver.netconf.operation.Filter;
import net.coreserver.netconf.operation.Get;
import net.coreserver.netconf.operation.GetConfig;
import net.coreserver.netconf.operation.GetData;
import net.coreserver.netconf.operation.GetSchema;
import net.coreserver.netconf.operation.SubtreeFilter;
import net.coreserver.netconf.operation.WithDefaults;
import net.coreserver.netconf.ssh.NetconfSshClient;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The client's operations, asked of netconfd. */
@RequiresNetconfd
@Timeout(120)
final class ProtocolIT {

    private static final String INTERFACES = "urn:ietf:params:xml:ns:yang:ietf-interfaces";
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final ReplyReader<String> TEXT = ReplyReader.ofData(Xml::text);

    @AutoClose
    private static final NetconfSshClient CLIENT = new NetconfSshClient();

    @AutoClose
    private static NetconfdRig rig;

    @BeforeAll
    static void start() throws IOException {
        rig = NetconfdRig.start(Logs.of(ProtocolIT.class));
        rig.links().addCable("lan0", "lan1");
    }

    @BeforeEach
    void run() {
        rig.netconfd().ensureRunning();
    }

    private static NetconfSession connect() throws InterruptedException {
        return CLIENT.connect(new Endpoint(
                "netconfd",
                Sshd.HOST,
                rig.sshd().port(),
                Credentials.ofPassword(NetconfdRig.USER, Secret.of(NetconfdRig.PASSWORD)),
                new HostKeyPolicy.Pinned(rig.sshd().hostKey().fingerprint()),
                TIMEOUT,
                TIMEOUT));
    }

    private static SubtreeFilter interfacesState(SubtreeFilter... below) {
        return SubtreeFilter.of(INTERFACES, "interfaces-state", below);
    }

    @Test
    void aFilterByNameSelectsOneInterface() throws Exception {
        SubtreeFilter one = interfacesState(
                SubtreeFilter.of(INTERFACES, "interface", SubtreeFilter.matching(INTERFACES, "name", "lan0")));
        try (NetconfSession session = connect()) {
            assertThat(session.call(Get.of(one), new IetfInterfacesState().replyReader(), TIMEOUT))
                    .extracting("name")
                    .containsExactly("lan0");
        }
    }

    @Test
    void anXPathFilterIsTakenToTheServer() throws Exception {
        Filter one = Filter.xpath("/if:interfaces-state/if:interface[if:name='lan1']", Map.of("if", INTERFACES));
        try (NetconfSession session = connect()) {
            assertThat(session.call(new Get(one, null), new IetfInterfacesState().replyReader(), TIMEOUT))
                    .extracting("name")
                    .containsExactly("lan1");
            Filter broken = Filter.xpath("/if:interfaces-state[", Map.of("if", INTERFACES));
            assertThatThrownBy(() -> session.call(new Get(broken, null), TEXT, TIMEOUT))
                    .isInstanceOf(RpcErrorException.class);
        }
    }

    @Test
    void theRunningConfigurationIsRead() throws Exception {
        try (NetconfSession session = connect()) {
            ReplyReader<Boolean> any = ReplyReader.ofData(data -> {
                Xml.skip(data);
                return true;
            });
            assertThat(session.call(
                            new GetConfig(GetConfig.Source.RUNNING, null, WithDefaults.REPORT_ALL), any, TIMEOUT))
                    .isTrue();
        }
    }

    @Test
    void aSchemaIsFetched() throws Exception {
        try (NetconfSession session = connect()) {
            assertThat(session.call(new GetSchema("ietf-interfaces", "2014-05-08", "yang"), GetSchema.TEXT, TIMEOUT))
                    .startsWith("module ietf-interfaces {");
            assertThatThrownBy(() -> session.call(GetSchema.of("no-such-module"), GetSchema.TEXT, TIMEOUT))
                    .isInstanceOf(RpcErrorException.class);
        }
    }

    @Test
    void theServerTellsOfItself() throws Exception {
        try (NetconfSession session = connect()) {
            NetconfState state = session.call(NetconfState.request(), NetconfState.reader(), TIMEOUT);
            assertThat(state.sessions()).extracting(NetconfState.Session::id).contains(session.sessionId());
            assertThat(state.schemas())
                    .extracting(NetconfState.Schema::identifier)
                    .contains("ietf-interfaces");
            assertThat(session.call(EventStream.request(), EventStream.reader(), TIMEOUT))
                    .extracting(EventStream::name)
                    .contains("NETCONF");
            assertThat(YangLibrary.of(session, TIMEOUT).module("ietf-interfaces"))
                    .isPresent();
            assertThat(session.call(YangLibrary.request("modules-state"), YangLibrary.reader(), TIMEOUT)
                            .module("ietf-interfaces"))
                    .isPresent();
        }
    }

    @Test
    void whatTheServerDoesNotKnowIsAnRpcErrorAndTheSessionGoesOn() throws Exception {
        try (NetconfSession session = connect()) {
            assertThatThrownBy(() -> session.call(GetData.operational(interfacesState()), TEXT, TIMEOUT))
                    .isInstanceOf(RpcErrorException.class);
            assertThat(session.call(Get.of(interfacesState()), new IetfInterfacesState().replyReader(), TIMEOUT))
                    .isNotEmpty();
        }
    }

    /** netconfd tells a change of a link only when it has looked at that link before, which a get makes it do. */
    @Test
    void aLinkThatGoesDownIsNotifiedOnTheSessionThatIsPolledAndReplayedToALaterOne() throws Exception {
        List<String> live = new CopyOnWriteArrayList<>();
        List<String> replayed = new CopyOnWriteArrayList<>();
        try (NetconfSession session = connect();
                NetconfSession later = connect()) {
            assertThat(session.call(Get.of(interfacesState()), new IetfInterfacesState().replyReader(), TIMEOUT))
                    .extracting("name")
                    .contains("lan1");
            Instant before = Instant.now().minusSeconds(1);
            Subscription subscription = Subscription.open(
                    session, ProtocolIT::connect, CreateSubscription.to("NETCONF"), new Noting(live), TIMEOUT);
            assertThat(subscription.isShared()).isTrue();
            rig.links().setDown("lan1");
            await().atMost(TIMEOUT).untilAsserted(() -> assertThat(live).contains("link-down lan1"));
            assertThat(session.call(Get.of(interfacesState()), new IetfInterfacesState().replyReader(), TIMEOUT))
                    .extracting("name")
                    .contains("lan1");

            later.subscribe(new CreateSubscription("NETCONF", null, before, null), new Noting(replayed), TIMEOUT);
            await().atMost(TIMEOUT)
                    .untilAsserted(
                            () -> assertThat(replayed).containsSubsequence("link-down lan1", "replay completed"));
        } finally {
            rig.links().setUp("lan1");
        }
        await().untilAsserted(() -> assertThat(live).contains("ended"));
    }

    @Test
    void manyRpcsAreInFlightOnOneSession() throws Exception {
        List<Object> answers = new CopyOnWriteArrayList<>();
        try (NetconfSession session = connect()) {
            List<Thread> callers = IntStream.range(0, 10)
                    .mapToObj(i -> Thread.ofVirtual().start(() -> {
                        try {
                            answers.add(session.call(
                                    Get.of(interfacesState()), new IetfInterfacesState().replyReader(), TIMEOUT));
                        } catch (NetconfException | InterruptedException e) {
                            answers.add(e);
                        }
                    }))
                    .toList();
            for (Thread caller : callers) {
                caller.join();
            }
        }
        assertThat(answers)
                .hasSize(10)
                .allSatisfy(answer -> assertThat(answer)
                        .asInstanceOf(InstanceOfAssertFactories.LIST)
                        .extracting("name")
                        .contains("lan0", "lan1"));
    }

    /** Notes what it hears, a line each. */
    private record Noting(List<String> events) implements NotificationListener {

        @Override
        public void notified(@Nullable Instant eventTime, XMLStreamReader2 content) throws XMLStreamException {
            assertThat(eventTime).isNotNull();
            events.add(content.getLocalName() + " " + Xml.text(content));
        }

        @Override
        public void replayCompleted() {
            events.add("replay completed");
        }

        @Override
        public void unreadable(NetconfException reason) {
            events.add(reason.toString());
        }

        @Override
        public void ended(@Nullable NetconfException reason) {
            events.add("ended");
        }
    }
}
