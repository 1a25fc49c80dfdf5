package net.coreserver.api.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import net.coreserver.api.testing.ApiTest;
import net.coreserver.api.testing.FakeClock;
import net.coreserver.history.Graph;
import net.coreserver.history.GraphRequest;
import net.coreserver.history.series.Grid;
import net.coreserver.history.series.Line;
import net.coreserver.history.series.Points;
import net.coreserver.interfaces.Metric;

/** What the tests of the history share. */
abstract class HistoryTest extends ApiTest {

    static final String ETH0 = "/api/v1/targets/edge-1/interfaces/eth0/history";
    static final Instant NOW = FakeClock.START;

    static Response csv(String url) {
        return request().header("Accept", "text/csv").get(url);
    }

    static String rows(String... rows) {
        return String.join("\r\n", rows) + "\r\n";
    }

    static JsonPath assertProblem(Response response, int status, String type) {
        JsonPath problem = response.then()
                .statusCode(status)
                .contentType(PROBLEM)
                .extract()
                .jsonPath();
        assertThat(problem.getString("type")).isEqualTo("/problems/" + type);
        return problem;
    }

    /** Rates of the values, one for each five minutes that end now, and counters of them without their fractions. */
    static Graph graph(GraphRequest request, double... values) {
        long step = 300_000;
        Grid grid = new Grid(NOW.toEpochMilli() - step * values.length, step, values.length);
        return new Graph(
                grid,
                request.lines(),
                request.lines().stream().map(line -> points(line, values)).toList());
    }

    private static Points points(Line line, double... values) {
        if (line.metric().kind() == Metric.Kind.RATE) {
            return Points.of(values.clone());
        }
        BitSet known = new BitSet();
        long[] whole = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            known.set(i, !Double.isNaN(values[i]));
            whole[i] = (long) values[i];
        }
        return Points.of(whole, known);
    }

    static List<String> words(Line... lines) {
        return Arrays.stream(lines)
                .map(line -> line.metric().word() + '.' + line.aggregate().word())
                .toList();
    }
}
