package net.coreserver.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import javax.xml.stream.XMLStreamException;
import net.coreserver.event.EventKind;
import net.coreserver.event.InMemoryEvents;
import net.coreserver.event.LogEntry;
import net.coreserver.event.notification.Notification;
import net.coreserver.event.notification.Subscriptions;
import net.coreserver.interfaces.yang.InterfaceModels;
import net.coreserver.monitor.MonitoredTarget;
import net.coreserver.monitor.SessionUser;
import net.coreserver.monitor.Supervision;
import net.coreserver.monitor.TargetState;
import net.coreserver.netconf.Credentials;
import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.HostKeyPolicy;
import net.coreserver.netconf.NetconfException;
import net.coreserver.netconf.NetconfSession;
import net.coreserver.netconf.NotificationListener;
import net.coreserver.netconf.Secret;
import net.coreserver.netconf.Subscription;
import net.coreserver.netconf.Xml;
import net.coreserver.netconf.operation.CreateSubscription;
import net.coreserver.netconf.ssh.NetconfSshClient;
import net.coreserver.target.Inventory;
import net.coreserver.target.Target;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What netconfd tells of its own accord is heard once, whatever becomes of the session. */
@RequiresNetconfd
@Timeout(180)
final class SubscriptionIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @AutoClose
    private static final NetconfSshClient CLIENT = new NetconfSshClient();

    @AutoClose
    private static NetconfdRig rig;

    private final InMemoryEvents log = new InMemoryEvents();
    private final List<Notification> heard = new CopyOnWriteArrayList<>();
    private final List<NetconfSession> sessions = new CopyOnWriteArrayList<>();

    /** A session is opened only with the permit in hand, so that a test decides how long an outage is. */
    private final Semaphore mayConnect = new Semaphore(1);

    private final Subscriptions subscriptions = new Subscriptions(log, this::take, InstantSource.system());
    private Supervision supervision;

    @BeforeAll
    static void start() throws IOException {
        rig = NetconfdRig.start(Logs.of(SubscriptionIT.class));
        rig.links().addCable("lan0", "lan1");
    }

    @BeforeEach
    void monitor() {
        // A fresh one, which knows no link yet, and so none in a state that is over.
        rig.netconfd().kill();
        rig.netconfd().ensureRunning();
        supervision = new Supervision(
                Inventory.of(List.of(new Target(endpoint(), Duration.ofSeconds(1), true, Map.of()))),
                endpoint -> {
                    mayConnect.acquire();
                    mayConnect.release();
                    return CLIENT.connect(endpoint);
                },
                InterfaceModels.LADDER,
                InstantSource.system());
        supervision.use(subscriptions);
        supervision.use(new SessionUser() {
            @Override
            public void opened(MonitoredTarget target, NetconfSession session, Subscription.SessionSource another) {
                sessions.add(session);
            }

            @Override
            public void removed(MonitoredTarget target) {
                // none is
            }
        });
        awaitUp();
    }

    @AfterEach
    void end() {
        supervision.close();
        subscriptions.close();
        rig.links().setUp("lan1");
    }

    private void take(MonitoredTarget target, Notification notification) {
        heard.add(notification);
        log.record(new LogEntry(List.of(), notification.mark().stream().toList(), null));
    }

    private static Endpoint endpoint() {
        return new Endpoint(
                "lab",
                Sshd.HOST,
                rig.sshd().port(),
                Credentials.ofPassword(NetconfdRig.USER, Secret.of(NetconfdRig.PASSWORD)),
                new HostKeyPolicy.Pinned(rig.sshd().hostKey().fingerprint()),
                PATIENCE,
                PATIENCE);
    }

    private void awaitUp() {
        await().atMost(PATIENCE)
                .until(() -> supervision.targets().getFirst().latest().status().state() == TargetState.UP);
    }

    private void awaitSubscribed(int sessions) {
        // netconfd tells those who are subscribed that somebody else has come.
        await().atMost(PATIENCE).until(() -> this.sessions.size() >= sessions);
        NetconfSession session = this.sessions.getLast();
        await().atMost(PATIENCE).until(() -> {
            try (NetconfSession _ = CLIENT.connect(endpoint())) {
                return session.traffic().notifications() > 0;
            }
        });
    }

    private static boolean isOfLan1(Notification notification, String name) {
        return notification.name().equals(name) && notification.body().json().equals("{\"if-name\":\"lan1\"}");
    }

    private List<Notification> ofLan1(String name) {
        return heard.stream().filter(each -> isOfLan1(each, name)).toList();
    }

    private void awaitLinkDown() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ofLan1("link-down"))
                        .singleElement()
                        .satisfies(down -> {
                            assertThat(down.namespace()).isEqualTo("http://yuma123.org/ns/interfaces-notifications");
                            assertThat(down.isReplayed()).isFalse();
                            assertThat(down.eventTime())
                                    .isBetween(
                                            Instant.now().minusSeconds(60),
                                            Instant.now().plusSeconds(1));
                        }));
    }

    @Test
    void aLinkThatGoesDownIsHeardOnceAndWhatHappensWhileTheSessionIsLostOnceLater() throws Exception {
        awaitSubscribed(1);
        rig.links().setDown("lan1");
        awaitLinkDown();
        assertThat(sessions).as("over the session of the polls").hasSize(1);

        List<String> witnessed = new CopyOnWriteArrayList<>();
        mayConnect.acquire();
        try (NetconfSession witness = CLIENT.connect(endpoint())) {
            sessions.getFirst().abort();
            witness.subscribe(CreateSubscription.to("NETCONF"), new Noting(witnessed), PATIENCE);
            rig.links().setUp("lan1");
            await().atMost(PATIENCE).until(() -> witnessed.contains("link-up lan1"));
            assertThat(ofLan1("link-up")).isEmpty();
        } finally {
            mayConnect.release();
        }

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ofLan1("link-up"))
                        .singleElement()
                        .satisfies(up -> assertThat(up.isReplayed()).isTrue()));
        rig.links().setDown("lan1");
        // Perhaps replayed, too: netconfd pauses after every ten.
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ofLan1("link-down")).hasSize(2));
        assertThat(ofLan1("link-up")).hasSize(1);
        assertThat(heard).extracting(Notification::mark).doesNotHaveDuplicates();
        assertThat(log.all()).isEmpty();
    }

    @Test
    void aServerThatWasRestartedHasForgottenWhichIsTold() {
        awaitSubscribed(1);
        rig.links().setDown("lan1");
        awaitLinkDown();

        rig.netconfd().kill();
        rig.netconfd().ensureRunning();

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(log.all()).singleElement().satisfies(event -> {
                    assertThat(event.what().kind()).isEqualTo(EventKind.NOTIFICATIONS_GAP);
                    assertThat(event.what().data().json()).contains("\"stream\":\"NETCONF\"", "\"from\":", "\"to\":");
                }));
        awaitUp();
        rig.links().setUp("lan1");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ofLan1("link-up")).isNotEmpty());
    }

    /** Notes what it hears, a line each. */
    private record Noting(List<String> events) implements NotificationListener {

        @Override
        public void notified(@Nullable Instant eventTime, XMLStreamReader2 content) throws XMLStreamException {
            events.add(content.getLocalName() + " " + Xml.text(content));
        }

        @Override
        public void unreadable(NetconfException reason) {
            events.add(reason.toString());
        }

        @Override
        public void ended(@Nullable NetconfException reason) {
            // when the test ends it
        }
    }
}
