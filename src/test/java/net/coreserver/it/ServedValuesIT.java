package net.coreserver.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is served is what Linux says. */
@RequiresNetconfd
@Timeout(120)
final class ServedValuesIT {

    private static final String INTERFACES = "/api/v1/targets/lab/interfaces";

    /** What netconfd sends, by our name, and where Linux keeps it. It sends no other. */
    private static final Map<String, String> COUNTERS = Map.of(
            "inOctets", "rx_bytes",
            "inUnicastPkts", "rx_packets",
            "inMulticastPkts", "multicast",
            "inDiscards", "rx_dropped",
            "inErrors", "rx_errors",
            "outOctets", "tx_bytes",
            "outUnicastPkts", "tx_packets",
            "outDiscards", "tx_dropped",
            "outErrors", "tx_errors");

    private static final List<String> ODD_NAMES =
            List.of("eth0.100", "br-", "wlan-é", "日本", "lan#1", "lan?2", "a+b", "e=f", "up,x", "eth0@if7");

    @TempDir
    private static Path directory;

    @AutoClose
    private static NetconfdRig rig;

    @AutoClose
    private static RunningService service;

    @BeforeAll
    static void start() throws IOException {
        Logs logs = Logs.of(ServedValuesIT.class);
        rig = NetconfdRig.start(logs);
        Links links = rig.links();
        links.addCable("lan0", "lan1");
        links.addCable("wan0", "wan1");
        links.addAddress("lan0", "198.51.100.1/24");
        links.addAddress("lan0", "203.0.113.1/30");
        links.addAddress("wan0", "192.0.2.1", "192.0.2.2/32");
        ODD_NAMES.forEach(links::addBridge);
        links.send("lan0", "lan1", 5, 3);
        service = RunningService.start(logs, directory, rig.target("lab"));
    }

    @BeforeEach
    void up() {
        service.awaitState("lab", "up");
    }

    @Test
    void everyInterfaceIsServedOnce() {
        List<String> served = new ArrayList<>();
        service.readFresh(INTERFACES)
                .forEach(each -> served.add(each.path("name").asText()));

        assertThat(served).containsExactlyInAnyOrderElementsOf(rig.links().names());
    }

    @ParameterizedTest
    @ValueSource(strings = {"lan0", "lan1"})
    void everyCounterIsTheKernels(String name) {
        rig.links().send("lan0", "lan1", 7, 2);

        service.awaitFresh(
                INTERFACES + "/" + name,
                served -> assertThat(counters(served.path("statistics"))).isEqualTo(kernelCounters(name)));
        assertThat(counters(service.read(INTERFACES + "/" + name + "/statistics")))
                .isEqualTo(kernelCounters(name));
    }

    @Test
    void theCountersThatAreComparedDiffer() {
        assertThat(kernelCounters("lan0").values())
                .filteredOn(value -> value.signum() > 0)
                .hasSize(3);
        assertThat(kernelCounters("lan1").values())
                .filteredOn(value -> value.signum() > 0)
                .hasSize(3);
        assertThat(kernelCounters("lan0")).isNotEqualTo(kernelCounters("lan1"));
    }

    @Test
    void theStateIsTheKernels() {
        assertThat(rig.links().attribute("lan0", "operstate")).isEqualTo("up");
        assertThat(rig.links().attribute("lo", "operstate")).isEqualTo("unknown");
        assertThat(rig.links().attribute("br-", "operstate")).isEqualTo("down");

        assertThat(operStatus("lan0")).isEqualTo("up");
        assertThat(operStatus("lo")).isEqualTo("unknown");
        assertThat(operStatus("br-")).isEqualTo("down");
    }

    @Test
    void theSpeedIsInBitsPerSecond() {
        assertThat(rig.links().attribute("lan0", "speed")).isEqualTo("10000");
        assertThat(service.readFresh(INTERFACES + "/lan0").path("speed").longValue())
                .isEqualTo(10_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lan0", "wan0", "lo"})
    void everyAddressIsServed(String name) {
        List<String> served = new ArrayList<>();
        service.readFresh(INTERFACES + "/" + name)
                .path("ipv4")
                .forEach(address -> served.add(address.path("ip").asText() + "/"
                        + address.path("prefixLength").asText()));

        assertThat(served).isNotEmpty().containsExactlyElementsOf(rig.links().addresses(name));
    }

    @Test
    void whatNetconfdDoesNotSendIsNotServed() {
        JsonNode bridge = service.readFresh(INTERFACES + "/br-");

        assertThat(bridge.has("ipv4")).isFalse();
        assertThat(bridge.has("adminStatus")).isFalse();
        assertThat(bridge.has("type")).isFalse();
        assertThat(bridge.path("statistics").has("inBroadcastPkts")).isFalse();
    }

    @Test
    void anInterfaceWithAnOddNameIsServedUnderItsPercentEncodedName() {
        assertThat(ODD_NAMES).allSatisfy(name -> {
            String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
            JsonNode served = service.read(INTERFACES + "/" + encoded);
            assertThat(served.path("name").asText()).isEqualTo(name);
            assertThat(served.path("operStatus").asText()).isEqualTo("down");
        });
    }

    private static String operStatus(String name) {
        return service.readFresh(INTERFACES + "/" + name).path("operStatus").asText();
    }

    private static Map<String, BigInteger> counters(JsonNode statistics) {
        Map<String, BigInteger> counters = new TreeMap<>();
        statistics.properties().forEach(counter -> {
            assertThat(counter.getValue().isIntegralNumber())
                    .as(counter.toString())
                    .isTrue();
            counters.put(counter.getKey(), counter.getValue().bigIntegerValue());
        });
        return counters;
    }

    private static Map<String, BigInteger> kernelCounters(String name) {
        Map<String, BigInteger> counters = new TreeMap<>();
        COUNTERS.forEach((counter, file) -> counters.put(counter, rig.links().counter(name, file)));
        return counters;
    }
}
