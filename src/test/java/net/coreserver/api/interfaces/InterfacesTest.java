package net.coreserver.api.interfaces;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.coreserver.api.testing.ApiProfile;
import net.coreserver.api.testing.ApiTest;
import net.coreserver.api.testing.FakeClock;
import net.coreserver.api.testing.FakeTarget;
import net.coreserver.api.testing.Samples;
import net.coreserver.interfaces.Rates;
import net.coreserver.monitor.TargetState;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ApiProfile.class)
final class InterfacesTest extends ApiTest {

    private static final String FULL = """
            {"target":"edge-1","name":"eth0","description":"uplink \\"west\\"","type":"ethernetCsmacd",\
            "adminStatus":"up","operStatus":"lower-layer-down","lastChange":"2026-11-20T07:58:12Z","ifIndex":3,\
            "physAddress":"02:00:5e:10:00:01","speed":10000000000,"mtu":1500,"higherLayerIf":["bond0"],\
            "lowerLayerIf":["xe-0","xe-1"],"ipv4":[{"ip":"192.0.2.1","prefixLength":24},{"ip":"192.0.2.2"}],\
            "ipv6":[{"ip":"2001:db8::1","prefixLength":64}],"statistics":%s,"sampledAt":"2026-11-20T08:00:00Z"}""";

    /** A vendor's word for the type, an ifIndex of 0, and what cannot be, under the names that the values would have. */
    private static final String VENDOR = """
            {"target":"edge-1","name":"eth0","type":"ethernetCsmacd","typeRaw":"ACME_ETHER","ifIndex":0,\
            "statistics":{"inOctets":7},"anomalies":[{"leaf":"outOctets","value":"-324"},{"leaf":"speed","value":"fast"}],\
            %s"sampledAt":"2026-11-20T08:00:00Z"}""";

    private static final String COUNTERS = """
            {"discontinuityTime":"2026-11-20T06:00:00Z","inOctets":18446744073709551615,"inUnicastPkts":1,\
            "inBroadcastPkts":2,"inMulticastPkts":3,"inDiscards":4,"inErrors":5,"inUnknownProtos":6,"outOctets":7,\
            "outUnicastPkts":8,"outBroadcastPkts":9,"outMulticastPkts":10,"outDiscards":11,"outErrors":12}""";

    private static final String TEXT_COUNTERS = """
            {"discontinuityTime":"2026-11-20T06:00:00Z","inOctets":"18446744073709551615","inUnicastPkts":"1",\
            "inBroadcastPkts":"2","inMulticastPkts":"3","inDiscards":"4","inErrors":"5","inUnknownProtos":"6",\
            "outOctets":"7","outUnicastPkts":"8","outBroadcastPkts":"9","outMulticastPkts":"10","outDiscards":"11",\
            "outErrors":"12"}""";

    @Test
    void everyLeafStandsUnderItsNameInTheOrderOfTheDesign() {
        show(FakeTarget.up("edge-1", Samples.full("eth0")));

        String body = get("/api/v1/targets/edge-1/interfaces")
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .extract()
                .asString();

        assertThat(body).isEqualTo("[" + FULL.formatted(COUNTERS) + "]");
    }

    @Test
    void whatTheTargetDidNotSendIsAbsent() {
        show(FakeTarget.up("edge-1", Samples.bare("eth0")));

        assertThat(get("/api/v1/targets/edge-1/interfaces/eth0").asString())
                .isEqualTo("{\"target\":\"edge-1\",\"name\":\"eth0\",\"sampledAt\":\"2026-11-20T08:00:00Z\"}");
    }

    @Test
    void aSingleInterfaceIsTheSameAsInTheList() {
        show(FakeTarget.up("edge-1", Samples.bare("eth1"), Samples.full("eth0")));

        assertThat(get("/api/v1/targets/edge-1/interfaces/eth0").asString()).isEqualTo(FULL.formatted(COUNTERS));
    }

    @Test
    void statisticsAreTheCountersAlone() {
        show(FakeTarget.up("edge-1", Samples.full("eth0"), Samples.bare("eth1")));

        assertThat(get("/api/v1/targets/edge-1/interfaces/eth0/statistics").asString())
                .isEqualTo(COUNTERS);
        assertThat(get("/api/v1/targets/edge-1/interfaces/eth1/statistics").asString())
                .isEqualTo("{}");
    }

    @Test
    void ratesStandAfterTheCountersThatTheyAreMadeOf() {
        Rates rates = new Rates(
                83123.2444, 0.0, 81.3, Double.NaN, 0.00008312324, 0.0, 0.1, Double.NaN, 1.0 / 3, Double.NaN, 10.00449);
        FakeTarget target = new FakeTarget("edge-1");
        target.isUp(FakeTarget.snapshot("edge-1", FakeClock.START, Map.of("eth0", rates), Samples.counting("eth0", 7)));
        show(target);

        assertThat(get("/api/v1/targets/edge-1/interfaces/eth0").asString())
                .isEqualTo("{\"target\":\"edge-1\",\"name\":\"eth0\",\"operStatus\":\"up\","
                        + "\"statistics\":{\"inOctets\":7},\"rates\":{\"inBitsPerSecond\":83123.244,\"outBitsPerSecond\":0.0,"
                        + "\"inPacketsPerSecond\":81.3,\"inUtilization\":8.3E-5,\"outUtilization\":0.0,"
                        + "\"inErrorsPerSecond\":0.1,\"inDiscardsPerSecond\":0.333,\"intervalSeconds\":10.004},"
                        + "\"sampledAt\":\"2026-11-20T08:00:00Z\"}");
    }

    @Test
    void countersComeAsTextWhenAskedFor() {
        show(FakeTarget.up("edge-1", Samples.full("eth0")));

        assertThat(get("/api/v1/targets/edge-1/interfaces?counters=string").asString())
                .isEqualTo("[" + FULL.formatted(TEXT_COUNTERS) + "]");
        assertThat(get("/api/v1/targets/edge-1/interfaces/eth0?counters=string").asString())
                .isEqualTo(FULL.formatted(TEXT_COUNTERS));
        assertThat(get("/api/v1/targets/edge-1/interfaces/eth0/statistics?counters=string")
                        .asString())
                .isEqualTo(TEXT_COUNTERS);
        assertThat(get("/api/v1/interfaces?counters=string").asString())
                .isEqualTo("[" + FULL.formatted(TEXT_COUNTERS) + "]");
        assertThat(get("/api/v1/targets/edge-1/interfaces?counters=number").asString())
                .isEqualTo("[" + FULL.formatted(COUNTERS) + "]");
    }

    @Test
    void aTypeThatIsNotIanasStaysAsSent() {
        show(FakeTarget.up("edge-1", Samples.ofType("eth0", "acme:warp-tunnel")));

        assertThat(get("/api/v1/targets/edge-1/interfaces/eth0").asString())
                .contains("\"typeRaw\":\"acme:warp-tunnel\"")
                .doesNotContain("\"type\"");
    }

    @Test
    void whatAVendorSaysBeyondTheOneShapeComesWhenAskedFor() {
        show(FakeTarget.up("edge-1", Samples.bare("eth1"), Samples.ofVendor("eth0")));
        String plain = VENDOR.formatted("");
        String withExtra = VENDOR.formatted("\"extra\":{\"vrf\":\"management\",\"duplex\":\"full \\\"auto\\\"\"},");
        String bare = "{\"target\":\"edge-1\",\"name\":\"eth1\",\"sampledAt\":\"2026-11-20T08:00:00Z\"}";

        for (String list : List.of("/api/v1/interfaces", "/api/v1/targets/edge-1/interfaces")) {
            assertThat(get(list).asString()).isEqualTo("[" + plain + "," + bare + "]");
            assertThat(get(list + "?extra=false").asString()).isEqualTo("[" + plain + "," + bare + "]");
            assertThat(get(list + "?extra=true").asString()).isEqualTo("[" + withExtra + "," + bare + "]");
            assertThat(get(list + "?extra=true&name=eth0&sort=name").asString()).isEqualTo("[" + withExtra + "]");
            assertThat(get(list + "?extra=true&counters=string&name=eth0").asString())
                    .isEqualTo("[" + withExtra.replace("\"inOctets\":7", "\"inOctets\":\"7\"") + "]");
        }
        assertThat(get("/api/v1/targets/edge-1/interfaces/eth0").asString()).isEqualTo(plain);
        assertThat(get("/api/v1/targets/edge-1/interfaces/eth0?extra=true").asString())
                .isEqualTo(withExtra);
    }

    @Test
    void aListWithExtraIsAnotherRepresentationWithATagOfItsOwn() {
        show(FakeTarget.up("edge-1", Samples.ofVendor("eth0")));

        assertThat(get("/api/v1/targets/edge-1/interfaces?extra=true").header("ETag"))
                .isNotEqualTo(get("/api/v1/targets/edge-1/interfaces").header("ETag"));
    }

    @Test
    void anUnknownStateStaysAsSent() {
        show(FakeTarget.up("edge-1", Samples.inState("eth0", "sleepy", "dreaming")));

        assertThat(get("/api/v1/targets/edge-1/interfaces/eth0").asString())
                .contains("\"adminStatus\":\"sleepy\",\"operStatus\":\"dreaming\"");
    }

    @Test
    void interfacesStandInNaturalOrder() {
        show(FakeTarget.up("edge-1", Samples.bare("eth10"), Samples.bare("eth2"), Samples.bare("eth1")));

        assertThat(names(get("/api/v1/targets/edge-1/interfaces"))).containsExactly("eth1", "eth2", "eth10");
    }

    @Test
    void aTargetWithoutInterfacesHasAnEmptyList() {
        show(FakeTarget.up("edge-1"));

        assertThat(get("/api/v1/targets/edge-1/interfaces").asString()).isEqualTo("[]");
    }

    @Test
    void aChangeOfTheTargetsStateMakesItsInterfacesStaleAndRenewsTheTag() {
        FakeTarget target = FakeTarget.up("edge-1", Samples.bare("eth0"));
        show(target);
        String fresh = get("/api/v1/targets/edge-1/interfaces").header("ETag");
        Instant lost = FakeClock.START.plusSeconds(7);

        target.becomes(TargetState.DOWN, lost, null, null);
        clock.advance(Duration.ofSeconds(9));
        var stale = get("/api/v1/targets/edge-1/interfaces");

        assertThat(stale.statusCode()).isEqualTo(200);
        assertThat(stale.asString())
                .isEqualTo("[{\"target\":\"edge-1\",\"name\":\"eth0\",\"sampledAt\":\"2026-11-20T08:00:00Z\","
                        + "\"stale\":true}]");
        assertThat(stale.header("ETag")).isNotEqualTo(fresh);
        assertThat(stale.header("Last-Modified")).isEqualTo("Fri, 20 Nov 2026 08:00:07 GMT");
        assertThat(stale.header("Age")).isEqualTo("9");
    }

    @Test
    void aRecoveredTargetsInterfacesAreNoLongerStale() {
        FakeTarget target = FakeTarget.up("edge-1", Samples.bare("eth0"));
        show(target);
        target.becomes(TargetState.DEGRADED, FakeClock.START, null, null);
        assertThat(get("/api/v1/targets/edge-1/interfaces").asString()).contains("stale");

        target.isUp(FakeTarget.snapshot("edge-1", FakeClock.START.plusSeconds(5), Samples.bare("eth0")));

        assertThat(get("/api/v1/targets/edge-1/interfaces").asString()).doesNotContain("stale");
    }

    @Test
    void aNameThatAReplyHeldTwiceIsListedTwiceAndFoundOnce() {
        show(FakeTarget.up("edge-1", Samples.counting("eth0", 1), Samples.counting("eth0", 2)));

        assertThat(names(get("/api/v1/targets/edge-1/interfaces"))).containsExactly("eth0", "eth0");
        assertThat(get("/api/v1/targets/edge-1/interfaces/eth0/statistics").asString())
                .isEqualTo("{\"inOctets\":1}");
    }
}
