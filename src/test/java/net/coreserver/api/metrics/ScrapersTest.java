package net.coreserver.api.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.coreserver.api.http.OpenResponse;
import net.coreserver.api.testing.ApiProfile;
import net.coreserver.api.testing.ApiTest;
import net.coreserver.api.testing.FakePulse;
import net.coreserver.api.testing.FakeTarget;
import net.coreserver.api.testing.Samples;
import net.coreserver.interfaces.InterfaceSample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of scrapers that do not read, or go. */
@QuarkusTest
@TestProfile(ApiProfile.class)
final class ScrapersTest extends ApiTest {

    /** Far more than fits between both ends of a connection. */
    private static final int INTERFACES = 10_000;

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Inject
    FakePulse pulse;

    private final List<Socket> scrapers = new ArrayList<>();

    @BeforeEach
    void showMany() {
        show(FakeTarget.up(
                "edge-1",
                IntStream.range(0, INTERFACES)
                        .mapToObj(number -> Samples.full("eth" + number))
                        .toArray(InterfaceSample[]::new)));
    }

    @AfterEach
    void leaveNothingOpen() throws IOException {
        for (Socket scraper : scrapers) {
            scraper.close();
        }
        await().atMost(PATIENCE).until(() -> pulse.intervals().isEmpty());
    }

    /** One that has seen that it is answered, and reads no further. */
    private Socket scraper(String coding) throws IOException {
        Socket socket = new Socket();
        scrapers.add(socket);
        socket.setReceiveBufferSize(4096);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), RestAssured.port));
        socket.getOutputStream()
                .write(("GET /metrics HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: " + coding + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                .isEqualTo("HTTP/1.1 200");
        return socket;
    }

    @Test
    void oneThatTakesNothingForAMinuteIsCutOff() throws IOException {
        Socket scraper = scraper("identity");
        AtomicInteger beats = new AtomicInteger();

        await().atMost(PATIENCE).until(() -> {
            beats.incrementAndGet();
            pulse.beat();
            return pulse.intervals().isEmpty();
        });

        assertThat(beats.get()).isGreaterThanOrEqualTo(OpenResponse.MAX_SILENT_BEATS);
        assertThat(rest(scraper)).doesNotEndWith("0\r\n\r\n");
    }

    private static String rest(Socket scraper) throws IOException {
        StringBuilder rest = new StringBuilder();
        byte[] buffer = new byte[8192];
        InputStream in = scraper.getInputStream();
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                rest.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
            }
        } catch (SocketException e) {
            // reset: that is the end, too
        }
        return rest.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip"})
    void oneThatLeavesFreesItsPlace(String coding) throws IOException {
        scraper(coding).close();

        await().atMost(PATIENCE).until(() -> pulse.intervals().isEmpty());
    }

    @Test
    void thereAreSoManyAtOnceAndNoMore() throws IOException {
        for (int i = 0; i < MetricsResource.MOST_AT_ONCE; i++) {
            scraper("identity");
        }

        get("/metrics").then().statusCode(503).contentType(PROBLEM);

        scrapers.getFirst().close();
        await().atMost(PATIENCE)
                .until(() -> request().get("/probe?target=edge-1").statusCode() == 200);
    }
}
