package net.coreserver.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.coreserver.api.testing.FakeClock;
import net.coreserver.api.testing.FakeMonitor;
import net.coreserver.api.testing.FakeTarget;
import net.coreserver.api.testing.Samples;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.monitor.Failure;
import net.coreserver.monitor.MonitoredTarget;
import net.coreserver.monitor.TargetState;
import net.coreserver.netconf.FailureKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExpositionTest {

    private static final MetricsSettings PLAIN = new MetricsSettings(List.of(), false);

    private final FakeMonitor monitor = new FakeMonitor();
    private final Tallies tallies = new Tallies(() -> FakeClock.START);

    private String text(ExpositionFormat format, MetricsSettings settings, MonitoredTarget... targets) {
        var listening = monitor.listen(tallies);
        monitor.show(targets);
        listening.close();
        return text(new Expositions(monitor, tallies, settings).ofAll(format, new byte[0]));
    }

    private static String text(Exposition exposition) {
        StringBuilder text = new StringBuilder();
        Optional<byte[]> piece = exposition.next();
        while (piece.isPresent()) {
            text.append(new String(piece.get(), StandardCharsets.UTF_8));
            piece = exposition.next();
        }
        return text.toString();
    }

    private ExpositionText read(ExpositionFormat format, MonitoredTarget... targets) {
        return ExpositionText.read(format, text(format, PLAIN, targets));
    }

    private static List<String> linesAbout(String text, String family) {
        return text.lines().filter(line -> line.contains(family)).toList();
    }

    @Test
    void aCounterInTheClassicFormat() {
        String text = text(ExpositionFormat.CLASSIC, PLAIN, FakeTarget.up("edge-1", Samples.full("eth0")));

        assertThat(linesAbout(text, "netconf_interface_in_octets"))
                .containsExactly(
                        "# HELP netconf_interface_in_octets_total Octets received, framing included.",
                        "# TYPE netconf_interface_in_octets_total counter",
                        "netconf_interface_in_octets_total{target=\"edge-1\",interface=\"eth0\"} 18446744073709551615");
    }

    @Test
    void aCounterInOpenMetrics() {
        String text = text(ExpositionFormat.OPEN_METRICS, PLAIN, FakeTarget.up("edge-1", Samples.full("eth0")));

        assertThat(linesAbout(text, "netconf_interface_in_octets"))
                .containsExactly(
                        "# TYPE netconf_interface_in_octets counter",
                        "# UNIT netconf_interface_in_octets octets",
                        "# HELP netconf_interface_in_octets Octets received, framing included.",
                        "netconf_interface_in_octets_total{target=\"edge-1\",interface=\"eth0\"} 18446744073709551615");
        assertThat(text).endsWith("\n# EOF\n");
    }

    @ParameterizedTest
    @EnumSource
    void anInterfaceWithAllLeavesHasAllFamilies(ExpositionFormat format) {
        Map<String, String> values =
                read(format, FakeTarget.up("edge-1", Samples.full("eth0"))).values();

        String labels = "{target=\"edge-1\",interface=\"eth0\"}";
        assertThat(values)
                .containsEntry(
                        "netconf_interface_info{target=\"edge-1\",interface=\"eth0\",description=\"uplink \\\"west\\\"\","
                                + "type=\"ethernetCsmacd\",phys_address=\"02:00:5e:10:00:01\",if_index=\"3\"}",
                        "1")
                .containsEntry("netconf_interface_admin_status" + labels, "1")
                .containsEntry("netconf_interface_oper_status" + labels, "7")
                .containsEntry("netconf_interface_speed_octets_per_second" + labels, "1250000000")
                .containsEntry("netconf_interface_mtu_octets" + labels, "1500")
                .containsEntry("netconf_interface_last_change_timestamp_seconds" + labels, "1795161492.000")
                .containsEntry("netconf_interface_discontinuity_timestamp_seconds" + labels, "1795154400.000")
                .containsEntry("netconf_interface_in_octets_total" + labels, "18446744073709551615")
                .containsEntry("netconf_interface_in_unicast_packets_total" + labels, "1")
                .containsEntry("netconf_interface_in_broadcast_packets_total" + labels, "2")
                .containsEntry("netconf_interface_in_multicast_packets_total" + labels, "3")
                .containsEntry("netconf_interface_in_discards_total" + labels, "4")
                .containsEntry("netconf_interface_in_errors_total" + labels, "5")
                .containsEntry("netconf_interface_in_unknown_protos_total" + labels, "6")
                .containsEntry("netconf_interface_out_octets_total" + labels, "7")
                .containsEntry("netconf_interface_out_unicast_packets_total" + labels, "8")
                .containsEntry("netconf_interface_out_broadcast_packets_total" + labels, "9")
                .containsEntry("netconf_interface_out_multicast_packets_total" + labels, "10")
                .containsEntry("netconf_interface_out_discards_total" + labels, "11")
                .containsEntry("netconf_interface_out_errors_total" + labels, "12")
                .containsEntry("netconf_target_up{target=\"edge-1\"}", "1")
                .containsEntry("netconf_target_interfaces{target=\"edge-1\"}", "1")
                .containsEntry("netconf_target_anomalies{target=\"edge-1\"}", "0");
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeIsCountedOverAllInterfaces(ExpositionFormat format) {
        FakeTarget target =
                FakeTarget.up("edge-1", Samples.full("eth0"), Samples.ofVendor("eth1"), Samples.ofVendor("eth2"));

        assertThat(read(format, target).values()).containsEntry("netconf_target_anomalies{target=\"edge-1\"}", "4");
    }

    @ParameterizedTest
    @EnumSource
    void whatTheTargetDidNotSendIsAbsent(ExpositionFormat format) {
        ExpositionText read =
                read(format, FakeTarget.up("edge-1", Samples.bare("eth0"), Samples.inState("eth1", "up", "half-open")));

        assertThat(read.values().keySet())
                .filteredOn(series -> series.startsWith("netconf_interface_"))
                .containsExactly(
                        "netconf_interface_info{target=\"edge-1\",interface=\"eth0\"}",
                        "netconf_interface_info{target=\"edge-1\",interface=\"eth1\"}",
                        "netconf_interface_admin_status{target=\"edge-1\",interface=\"eth1\"}");
        assertThat(read.types()).doesNotContainKeys("netconf_interface_in_octets", "netconf_interface_in_octets_total");
    }

    @ParameterizedTest
    @EnumSource
    void aDeadTargetIsThereWithoutItsInterfaces(ExpositionFormat format) {
        FakeTarget dead = FakeTarget.up("edge-1", Samples.full("eth0"));
        dead.becomes(
                TargetState.DOWN,
                FakeClock.START,
                null,
                new Failure(FailureKind.TRANSPORT, "connection refused", FakeClock.START, List.of()));

        Map<String, String> values =
                read(format, dead, new FakeTarget("never-reached")).values();

        assertThat(values)
                .containsEntry("netconf_target_up{target=\"edge-1\"}", "0")
                .containsEntry("netconf_target_up{target=\"never-reached\"}", "0")
                .containsEntry("netconf_target_last_success_timestamp_seconds{target=\"edge-1\"}", "1795161600.000")
                .containsEntry("netconf_target_failures_total{target=\"edge-1\",kind=\"transport\"}", "1")
                .containsEntry("netconf_target_failures_total{target=\"edge-1\",kind=\"timeout\"}", "0");
        assertThat(values.keySet())
                .noneMatch(series -> series.startsWith("netconf_interface_"))
                .noneMatch(series -> series.startsWith("netconf_target_interfaces"))
                .noneMatch(series -> series.startsWith("netconf_target_anomalies"))
                .noneMatch(series -> series.startsWith("netconf_target_last_success_timestamp_seconds{target=\"never"));
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoInterfacesOfOneNameThereIsTheFirst(ExpositionFormat format) {
        Map<String, String> values = read(
                        format, FakeTarget.up("edge-1", Samples.counting("eth0", 1), Samples.counting("eth0", 2)))
                .values();

        assertThat(values)
                .containsEntry("netconf_interface_in_octets_total{target=\"edge-1\",interface=\"eth0\"}", "1");
    }

    @ParameterizedTest
    @EnumSource
    void familiesStandTogetherOverAllTargets(ExpositionFormat format) {
        ExpositionText read = read(
                format,
                FakeTarget.up("edge-1", Samples.full("eth0"), Samples.full("eth1")),
                FakeTarget.up("edge-2", Samples.full("eth0")));

        assertThat(read.values().keySet())
                .filteredOn(series -> series.startsWith("netconf_interface_out_errors"))
                .containsExactly(
                        "netconf_interface_out_errors_total{target=\"edge-1\",interface=\"eth0\"}",
                        "netconf_interface_out_errors_total{target=\"edge-1\",interface=\"eth1\"}",
                        "netconf_interface_out_errors_total{target=\"edge-2\",interface=\"eth0\"}");
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLostBetweenPieces(ExpositionFormat format) {
        InterfaceSample[] many = IntStream.range(0, 3_000)
                .mapToObj(number -> Samples.full("eth" + number))
                .toArray(InterfaceSample[]::new);
        monitor.show(FakeTarget.up("edge-1", many), FakeTarget.up("edge-2", many));
        Exposition exposition = new Expositions(monitor, tallies, PLAIN).ofAll(format, new byte[0]);
        List<byte[]> pieces = new ArrayList<>();
        for (Optional<byte[]> piece = exposition.next(); piece.isPresent(); piece = exposition.next()) {
            pieces.add(piece.get());
        }
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(new String(piece, StandardCharsets.UTF_8)));

        Map<String, String> values =
                ExpositionText.read(format, text.toString()).values();

        assertThat(pieces)
                .hasSizeGreaterThan(10)
                .allSatisfy(piece -> assertThat(piece).hasSizeLessThan(2 * Exposition.PIECE_LENGTH));
        assertThat(values.keySet())
                .filteredOn(series -> series.startsWith("netconf_interface_"))
                .hasSize(2 * 3_000 * 20);
    }

    @Test
    void chosenLabelsOfTheTargetStandWithAll() {
        FakeTarget target = new FakeTarget("edge-1", Map.of("site-code", "ber\"1", "role", "core"));
        target.isUp(FakeTarget.snapshot("edge-1", FakeClock.START, Samples.counting("eth0", 1)));
        MetricsSettings settings =
                new MetricsSettings(List.of(TargetLabel.of("site-code"), TargetLabel.of("rack")), false);

        Map<String, String> values = ExpositionText.read(
                        ExpositionFormat.CLASSIC, text(ExpositionFormat.CLASSIC, settings, target))
                .values();

        assertThat(values)
                .containsEntry("netconf_target_up{target=\"edge-1\",site_code=\"ber\\\"1\"}", "1")
                .containsEntry(
                        "netconf_interface_in_octets_total{target=\"edge-1\",site_code=\"ber\\\"1\",interface=\"eth0\"}",
                        "1");
    }

    @Test
    void timestampsAreThoseOfThePoll() {
        FakeTarget target = new FakeTarget("edge-1");
        Instant takenAt = FakeClock.START.plus(Duration.ofMillis(250));
        target.isUp(FakeTarget.snapshot("edge-1", takenAt, Samples.counting("eth0", 1)));
        MetricsSettings settings = new MetricsSettings(List.of(), true);
        String series = "netconf_interface_in_octets_total{target=\"edge-1\",interface=\"eth0\"}";

        ExpositionText classic =
                ExpositionText.read(ExpositionFormat.CLASSIC, text(ExpositionFormat.CLASSIC, settings, target));
        ExpositionText openMetrics = ExpositionText.read(
                ExpositionFormat.OPEN_METRICS, text(ExpositionFormat.OPEN_METRICS, settings, target));

        assertThat(classic.timestamps()).containsEntry(series, "1795161600250");
        assertThat(openMetrics.timestamps()).containsEntry(series, "1795161600.250");
        assertThat(classic.timestamps().keySet()).noneMatch(name -> name.startsWith("netconf_target_"));
    }

    @ParameterizedTest
    @EnumSource
    void aProbeNamesNoTarget(ExpositionFormat format) {
        Map<String, String> values =
                probe(FakeTarget.up("edge-1", Samples.full("eth0"), Samples.full("eth1")), ProbeModule.NETCONF, format);

        assertThat(values)
                .containsEntry("probe_success", "1")
                .containsEntry("probe_duration_seconds", "0.125000")
                .containsEntry("netconf_target_up", "1")
                .containsEntry("netconf_target_failures_total{kind=\"timeout\"}", "0")
                .containsEntry("netconf_interface_out_errors_total{interface=\"eth0\"}", "12")
                .containsEntry("netconf_interface_out_errors_total{interface=\"eth1\"}", "12");
        assertThat(values.keySet()).noneMatch(series -> series.contains("edge-1"));
    }

    @ParameterizedTest
    @EnumSource
    void aProbeOfADeadTargetSaysSo(ExpositionFormat format) {
        FakeTarget dead = FakeTarget.up("edge-1", Samples.full("eth0"));
        dead.becomes(TargetState.DOWN, FakeClock.START, null, null);

        assertThat(probe(dead, ProbeModule.IF_MIB, format)).containsExactly(Map.entry("probe_success", "0"));
        assertThat(probe(dead, ProbeModule.NETCONF, format))
                .containsEntry("probe_success", "0")
                .containsEntry("netconf_target_up", "0");
    }

    @ParameterizedTest
    @EnumSource
    void aProbeCanSpeakAsTheIfMib(ExpositionFormat format) {
        Map<String, String> values = probe(FakeTarget.up("edge-1", Samples.full("eth0")), ProbeModule.IF_MIB, format);
        String common = "ifAlias=\"uplink \\\"west\\\"\",ifDescr=\"eth0\",ifIndex=\"3\",ifName=\"eth0\"";
        String labels = "{" + common + "}";

        assertThat(values)
                .containsEntry("ifAdminStatus" + labels, "1")
                .containsEntry("ifOperStatus" + labels, "7")
                .containsEntry("ifMtu" + labels, "1500")
                .containsEntry("ifSpeed" + labels, "4294967295")
                .containsEntry("ifHighSpeed" + labels, "10000")
                .containsEntry("ifType_info{" + common + ",ifType=\"ethernetCsmacd\"}", "1")
                .containsEntry("ifPhysAddress{" + common + ",ifPhysAddress=\"02:00:5E:10:00:01\"}", "1")
                .containsEntry("ifHCInOctets" + labels, "18446744073709551615")
                .containsEntry("ifHCInUcastPkts" + labels, "1")
                .containsEntry("ifHCInBroadcastPkts" + labels, "2")
                .containsEntry("ifHCInMulticastPkts" + labels, "3")
                .containsEntry("ifInDiscards" + labels, "4")
                .containsEntry("ifInErrors" + labels, "5")
                .containsEntry("ifInUnknownProtos" + labels, "6")
                .containsEntry("ifHCOutOctets" + labels, "7")
                .containsEntry("ifHCOutUcastPkts" + labels, "8")
                .containsEntry("ifHCOutBroadcastPkts" + labels, "9")
                .containsEntry("ifHCOutMulticastPkts" + labels, "10")
                .containsEntry("ifOutDiscards" + labels, "11")
                .containsEntry("ifOutErrors" + labels, "12")
                .hasSize(22);
    }

    @Test
    void anInterfaceWithoutIndexIsKnownByItsName() {
        assertThat(probe(
                        FakeTarget.up("edge-1", Samples.counting("eth0", 1)),
                        ProbeModule.IF_MIB,
                        ExpositionFormat.CLASSIC))
                .containsEntry("ifHCInOctets{ifDescr=\"eth0\",ifName=\"eth0\"}", "1");
    }

    private Map<String, String> probe(FakeTarget target, ProbeModule module, ExpositionFormat format) {
        monitor.show(target);
        Exposition exposition = new Expositions(monitor, tallies, PLAIN).ofOne(target, module, format);
        return ExpositionText.read(format, text(exposition)).values();
    }

    @Test
    void whatFollowsStandsBeforeTheEnd() {
        byte[] tail = "# TYPE other gauge\nother 1\n".getBytes(StandardCharsets.US_ASCII);

        String text = text(new Expositions(monitor, tallies, PLAIN).ofAll(ExpositionFormat.OPEN_METRICS, tail));

        assertThat(text).isEqualTo("# TYPE other gauge\nother 1\n# EOF\n");
    }

    @Test
    void aLongTextIsCut() {
        String text = text(
                ExpositionFormat.CLASSIC,
                PLAIN,
                FakeTarget.up("edge-1", Samples.ofType("eth0", "vendor:" + "x".repeat(10_000))));

        assertThat(linesAbout(text, "netconf_interface_info{").getFirst().length())
                .isBetween(InterfaceFamilies.MAX_LABEL_TEXT, InterfaceFamilies.MAX_LABEL_TEXT + 200);
    }

    @Test
    void noFamilyIsThereTwice() {
        List<String> names = Arrays.asList(TargetFamilies.ALL, InterfaceFamilies.ALL, IfMibFamilies.ALL).stream()
                .flatMap(List::stream)
                .map(section -> section.family().name())
                .toList();

        assertThat(names).doesNotHaveDuplicates();
    }
}
