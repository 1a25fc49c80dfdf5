package net.coreserver.api.interfaces;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import net.coreserver.api.http.Paging;
import net.coreserver.api.http.Query;
import net.coreserver.api.http.Representation;
import net.coreserver.api.targets.Reading;
import net.coreserver.api.testing.FakeClock;
import net.coreserver.api.testing.FakeTarget;
import net.coreserver.api.testing.Samples;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.Snapshot;
import org.junit.jupiter.api.Test;

final class RenderingsTest {

    private static final InterfaceFilter ALL = InterfaceFilter.of(Query.of(null, List.of()));
    private static final Paging FIRST_PAGE = Paging.of(Query.of(null, List.of()));

    private final Renderings renderings = new Renderings();

    private static Snapshot snapshot(int interfaces) {
        return FakeTarget.snapshot(
                "edge-1",
                FakeClock.START,
                IntStream.range(0, interfaces)
                        .mapToObj(i -> Samples.full("eth" + i))
                        .toArray(InterfaceSample[]::new));
    }

    private static String text(Representation representation) {
        return new String(representation.body(), StandardCharsets.UTF_8);
    }

    @Test
    void aSnapshotIsTurnedIntoOctetsOnceHoweverManyAskAtOnce() {
        Reading reading = Reading.fresh(snapshot(200));
        List<CompletableFuture<byte[]>> bodies;
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            bodies = IntStream.range(0, 64)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> renderings.of(reading).whole(Form.INTERFACE).body(), executor))
                    .toList();
        }

        byte[] first = bodies.getFirst().join();
        assertThat(bodies).allSatisfy(body -> assertThat(body.join()).isSameAs(first));
    }

    @Test
    void aReadOfAllIsNotPutTogetherAnew() {
        Rendering rendering = renderings.of(Reading.fresh(snapshot(50)));

        InterfacePage page = InterfacePage.of(List.of(rendering), ALL, FIRST_PAGE, Form.INTERFACE);

        assertThat(page.representation()).isSameAs(rendering.whole(Form.INTERFACE));
    }

    @Test
    void everyFormIsMadeOnceAndForThoseWhoAskForIt() {
        Snapshot snapshot = FakeTarget.snapshot("edge-1", FakeClock.START, Samples.ofVendor("eth0"));
        Rendering rendering = renderings.of(Reading.fresh(snapshot));

        assertThat(text(rendering.whole(Form.INTERFACE))).doesNotContain("vrf");
        Form withExtra = Form.ofInterface(Query.of("extra=true", List.of("extra", "counters")));
        assertThat(text(rendering.whole(withExtra))).contains("\"vrf\":\"management\"");
        assertThat(rendering.whole(withExtra)).isSameAs(rendering.whole(withExtra));
        assertThat(text(rendering.whole(Form.INTERFACE))).doesNotContain("vrf");
    }

    @Test
    void onlyTheLatestIsKept() {
        Snapshot snapshot = snapshot(1);
        Rendering fresh = renderings.of(Reading.fresh(snapshot));

        assertThat(renderings.of(Reading.fresh(snapshot))).isSameAs(fresh);
        Rendering stale = renderings.of(Reading.stale(snapshot, FakeClock.START));
        assertThat(stale).isNotSameAs(fresh);
        assertThat(renderings.of(Reading.stale(snapshot, FakeClock.START.plusSeconds(9))))
                .isSameAs(stale);
        assertThat(renderings.of(Reading.fresh(snapshot))).isNotSameAs(fresh);
        assertThat(renderings.of(Reading.fresh(snapshot(1)))).isNotSameAs(fresh);
    }

    @Test
    void noneIsKeptOfASnapshotThatIsNotTheLatestOrOfATargetThatIsGone() {
        FakeTarget target = new FakeTarget("edge-1");
        Snapshot snapshot = snapshot(1);
        target.isUp(snapshot);
        Rendering first = renderings.of(Reading.fresh(snapshot));

        renderings.observed(target, target.latest());
        assertThat(renderings.of(Reading.fresh(snapshot))).isSameAs(first);

        target.isUp(snapshot(2));
        renderings.observed(target, target.latest());
        Rendering second = renderings.of(Reading.fresh(snapshot));
        assertThat(second).isNotSameAs(first);

        renderings.removed(target);
        assertThat(renderings.of(Reading.fresh(snapshot))).isNotSameAs(second);
    }

    @Test
    void everySliceIsWhatStandsInTheWhole() throws IOException {
        Rendering rendering = renderings.of(Reading.fresh(snapshot(12)));
        ObjectMapper mapper = new ObjectMapper();
        JsonNode whole = mapper.readTree(rendering.whole(Form.INTERFACE).body());

        assertThat(whole).hasSize(12);
        for (int i = 0; i < whole.size(); i++) {
            assertThat(mapper.readTree(rendering.one(Form.INTERFACE, i).body())).isEqualTo(whole.get(i));
        }
    }

    @Test
    void anInterfaceIsFoundWhereverItStands() {
        Rendering rendering = renderings.of(Reading.fresh(snapshot(12)));

        for (int i = 0; i < 12; i++) {
            assertThat(rendering.find("eth" + i)).hasValue(i);
        }
        assertThat(rendering.find("eth12")).isEmpty();
        assertThat(rendering.find("a")).isEmpty();
        assertThat(rendering.find("z")).isEmpty();
        assertThat(renderings.of(Reading.fresh(snapshot(0))).find("eth0")).isEmpty();
    }

    @Test
    void textOutsideOfAsciiIsUtf8() {
        Snapshot snapshot = FakeTarget.snapshot("edge-1", FakeClock.START, Samples.bare("ä光😀\u0001\u2028"));

        assertThat(text(renderings.of(Reading.fresh(snapshot)).whole(Form.INTERFACE)))
                .isEqualTo("[{\"target\":\"edge-1\",\"name\":\"ä光😀\\u0001\u2028\","
                        + "\"sampledAt\":\"2026-11-20T08:00:00Z\"}]");
    }
}
