package net.coreserver.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import net.coreserver.interfaces.InterfaceSelection;
import net.coreserver.interfaces.Snapshot;
import net.coreserver.interfaces.yang.InterfaceModels;
import net.coreserver.netconf.Hello;
import net.coreserver.netconf.ssh.NetconfSshClient;
import net.coreserver.target.Inventory;
import net.coreserver.target.Target;
import net.coreserver.testing.ScriptedServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A device of each kind, as far as hello, request and reply go: nobody says what it is, and its interfaces are there. */
class VendorsTest {

    private static final Pattern ROOT = Pattern.compile("<((?:\\w+:)?rpc-reply)");
    private static final Pattern ID = Pattern.compile(" message-id=([\"']).*?\\1");
    private static final String UNKNOWN = "<rpc-reply xmlns=\"urn:ietf:params:xml:ns:netconf:base:1.0\"><rpc-error>"
            + "<error-type>application</error-type><error-tag>unknown-namespace</error-tag>"
            + "<error-severity>error</error-severity></rpc-error></rpc-reply>";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ietf-interfaces-state | urn:x?module=ietf-interfaces&amp;revision=2014-05-08 | ietf-interfaces-state
            ietf-interfaces | urn:x?module=ietf-interfaces&amp;revision=2018-02-20 | ietf-interfaces-nmda
            openconfig-interfaces | http://openconfig.net/yang/interfaces?module=openconfig-interfaces&amp;revision=2021-04-06 | openconfig-interfaces
            junos-interface-information | http://xml.juniper.net/netconf/junos/1.0 | junos-interface-information
            cisco-ios-xe-interfaces-oper | http://cisco.com/ns/yang/Cisco-IOS-XE-interfaces-oper?module=Cisco-IOS-XE-interfaces-oper&amp;revision=2021-11-01 | cisco-ios-xe-interfaces-oper
            cisco-ios-xr-pfi-im-cmd-oper | http://cisco.com/ns/yang/Cisco-IOS-XR-pfi-im-cmd-oper?module=Cisco-IOS-XR-pfi-im-cmd-oper&amp;revision=2019-10-01 | cisco-ios-xr-pfi-im-cmd-oper
            cisco-nx-os-device | http://cisco.com/ns/yang/cisco-nx-os-device?revision=2019-02-17&amp;module=Cisco-NX-OS-device | cisco-nx-os-device
            nokia-state | urn:nokia.com:sros:ns:yang:sr:state?module=nokia-state&amp;revision=2022-10-01 | nokia-state
            huawei-ifm | urn:huawei:yang:huawei-ifm?module=huawei-ifm&amp;revision=2020-06-10 | huawei-ifm
            huawei-vrp | http://www.huawei.com/netconf/capability/discard-commit/1.0 | huawei-vrp
            h3c-ifmgr | urn:h3c:params:netconf:capability:h3c-netconf-ext:1.0 | h3c-ifmgr
            """)
    void aDeviceIsReadByTheModelThatItAnnounces(String model, String capability, String fixture) throws Exception {
        String reply = fixture(fixture);
        String request = text(model);
        try (NetconfSshClient client = new NetconfSshClient();
                ScriptedServer device = new ScriptedServer(peer -> {
                    peer.sendMessage(ScriptedServer.hello(
                            "urn:ietf:params:netconf:base:1.1</capability><capability>" + capability));
                    peer.readUntil("]]>]]>");
                    while (true) {
                        String rpc = peer.readUntil("\n##\n");
                        String id = ServerOfModels.attribute(rpc, "message-id");
                        peer.sendChunked(withId(rpc.contains(request) ? reply : UNKNOWN, id));
                    }
                });
                Supervision supervision = new Supervision(
                        Inventory.of(List.of(new Target(device.endpoint(), Duration.ofHours(1), true, Map.of()))),
                        client::connect,
                        InterfaceModels.LADDER,
                        InstantSource.system())) {
            MonitoredTarget target = supervision.targets().getFirst();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> target.latest().status().state() == TargetState.UP);

            Snapshot snapshot = Objects.requireNonNull(target.latest().snapshot());
            assertThat(snapshot.interfaces()).hasSizeGreaterThan(1);
            assertThat(snapshot.interfaces())
                    .anyMatch(sample -> sample.operStatus() != null && sample.statistics() != null);
            ModelChoice choice = Objects.requireNonNull(target.explain().choice());
            assertThat(choice.model()).isEqualTo(model);
            assertThat(choice.answered()).isTrue();
            assertThat(device.sessions()).isEqualTo(1);
        }
    }

    /** What only the request by this model has in it. */
    private static String text(String model) {
        String request = RequestText.of(
                InterfaceModels.named(model).orElseThrow().request(InterfaceSelection.ALL, new Hello(List.of(), null)));
        return request.substring(request.indexOf('>') + 1, request.lastIndexOf('<'));
    }

    private static String withId(String reply, String id) {
        return ROOT.matcher(ID.matcher(reply).replaceFirst("")).replaceFirst("<$1 message-id=\"" + id + "\"");
    }

    private static String fixture(String name) throws IOException {
        try (InputStream in = InterfaceModels.class.getResourceAsStream(name + ".xml")) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
