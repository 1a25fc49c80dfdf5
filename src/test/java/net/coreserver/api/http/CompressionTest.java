package net.coreserver.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import net.coreserver.api.testing.ApiProfile;
import net.coreserver.api.testing.ApiTest;
import net.coreserver.api.testing.FakeTarget;
import net.coreserver.api.testing.Samples;
import net.coreserver.interfaces.InterfaceSample;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Through a client that neither asks for compression nor undoes it by itself. */
@QuarkusTest
@TestProfile(ApiProfile.class)
final class CompressionTest extends ApiTest {

    private static final String INTERFACES = "/api/v1/targets/edge-1/interfaces";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @AfterAll
    static void stopClient() {
        CLIENT.close();
    }

    @BeforeEach
    void showATarget() {
        show(FakeTarget.up("edge-1", samples(20)));
    }

    private static InterfaceSample[] samples(int count) {
        return IntStream.range(0, count).mapToObj(i -> Samples.full("eth" + i)).toArray(InterfaceSample[]::new);
    }

    /** Sends a request with these fields: name, value, name, value. */
    private static HttpResponse<byte[]> send(String method, String url, String... fields)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + url))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (fields.length > 0) {
            request.headers(fields);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String field(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static String unzipped(HttpResponse<byte[]> response) throws IOException {
        assertThat(field(response, "Content-Encoding")).isEqualTo("gzip");
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                INTERFACES,
                INTERFACES + "?counters=string",
                INTERFACES + "?name=eth1*",
                INTERFACES + "?sort=-name",
                "/api/v1/interfaces",
                "/api/v1/interfaces?limit=3",
            })
    void whoAsksForItGetsTheSameCompressed(String url) throws Exception {
        HttpResponse<byte[]> plain = send("GET", url);

        HttpResponse<byte[]> compressed = send("GET", url, "Accept-Encoding", "gzip");

        assertThat(unzipped(compressed)).isEqualTo(new String(plain.body(), StandardCharsets.UTF_8));
        assertThat(compressed.body()).hasSizeLessThan(plain.body().length / 2);
        assertThat(field(compressed, "Content-Length")).isEqualTo(Integer.toString(compressed.body().length));
        assertThat(field(plain, "Content-Encoding")).isEmpty();
        for (String name : new String[] {"Content-Type", "Vary", "Cache-Control", "Last-Modified", "Link"}) {
            assertThat(field(compressed, name)).as(name).isEqualTo(field(plain, name));
        }
        assertThat(field(compressed, "Vary")).isEqualTo("Accept, Accept-Encoding");
    }

    @Test
    void manyTargetsComeCompressedToo() throws Exception {
        show(IntStream.range(0, 9).mapToObj(i -> FakeTarget.up("edge-" + i)).toArray(FakeTarget[]::new));

        HttpResponse<byte[]> compressed = send("GET", "/api/v1/targets", "Accept-Encoding", "gzip");

        assertThat(unzipped(compressed)).isEqualTo(get("/api/v1/targets").asString());
    }

    @Test
    void whatIsLongIsCompressedAwayFromTheEventLoopAndComesAllTheSame() throws Exception {
        show(FakeTarget.up("edge-1", samples(500)));
        HttpResponse<byte[]> plain = send("GET", INTERFACES);
        assertThat(plain.body()).hasSizeGreaterThan(LongWork.MAX_OCTETS_ON_EVENT_LOOP);

        HttpResponse<byte[]> first = send("GET", INTERFACES, "Accept-Encoding", "gzip");
        HttpResponse<byte[]> second = send("GET", INTERFACES, "Accept-Encoding", "gzip");

        assertThat(unzipped(first)).isEqualTo(new String(plain.body(), StandardCharsets.UTF_8));
        assertThat(second.body()).isEqualTo(first.body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip|gzip",
                "GZip|gzip",
                "x-gzip|gzip",
                "deflate, gzip;q=0.5, br|gzip",
                "gzip;q=1.0, identity; q=0.5, *;q=0|gzip",
                "gzip, identity|gzip",
                "*|gzip",
                "identity;q=0, *;q=0.1|gzip",
                "gzip;q=0.001|gzip",
                "''|identity",
                "identity|identity",
                "br, deflate|identity",
                "gzip;q=0|identity",
                "gzip;q=0.000, *|identity",
                "gzip;q=0.4, identity;q=0.5|identity",
                "*;q=0, identity|identity",
                "gzip;q=0, gzipped|identity",
                ",;q=1, ,|identity",
            })
    void theCodingIsWhatTheRequestWantsMost(String accepted, String coding) throws Exception {
        HttpResponse<byte[]> response = send("GET", INTERFACES, "Accept-Encoding", accepted);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(field(response, "Content-Encoding")).isEqualTo(coding.equals("identity") ? "" : coding);
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity;q=0", "*;q=0", "br, identity;q=0", "gzip;q=0, identity;q=0"})
    void whoTakesNoCodingThatThereIsIsToldSo(String accepted) throws Exception {
        HttpResponse<byte[]> response = send("GET", INTERFACES, "Accept-Encoding", accepted);

        assertThat(response.statusCode()).isEqualTo(406);
        assertThat(field(response, "Content-Type")).isEqualTo(PROBLEM);
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).contains("Accept-Encoding");
        assertThat(field(response, "ETag")).isEmpty();
    }

    @Test
    void whatIsShortIsCompressedOnlyForWhoTakesNothingElse() throws Exception {
        show(FakeTarget.up("edge-1", Samples.bare("eth0")));

        assertThat(field(send("GET", INTERFACES, "Accept-Encoding", "gzip"), "Content-Encoding"))
                .isEmpty();
        assertThat(unzipped(send("GET", INTERFACES, "Accept-Encoding", "gzip, identity;q=0")))
                .isEqualTo(get(INTERFACES).asString());
    }

    @Test
    void otherOctetsHaveAnotherTag() throws Exception {
        String plain = field(send("GET", INTERFACES), "ETag");
        String compressed = field(send("GET", INTERFACES, "Accept-Encoding", "gzip"), "ETag");

        assertThat(compressed).isNotEqualTo(plain).matches("\"[A-Za-z0-9_-]+\"");
    }

    @ParameterizedTest
    @CsvSource({"gzip, gzip", "identity, identity", "gzip, identity", "'identity, gzip;q=0.5', gzip"})
    void whatTheClientHasInACodingThatItTakesIsNotSentAgain(String accepted, String had) throws Exception {
        String tag = field(send("GET", INTERFACES, "Accept-Encoding", had), "ETag");

        HttpResponse<byte[]> again =
                send("GET", INTERFACES, "Accept-Encoding", accepted, "If-None-Match", "\"other\", W/" + tag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(field(again, "ETag")).isEqualTo(tag);
        assertThat(field(again, "Content-Encoding")).isEmpty();
    }

    @Test
    void whatTheClientHasInACodingThatItTakesNoMoreIsSentAgain() throws Exception {
        String compressed = field(send("GET", INTERFACES, "Accept-Encoding", "gzip"), "ETag");
        String plain = field(send("GET", INTERFACES), "ETag");

        assertThat(send("GET", INTERFACES, "If-None-Match", compressed).statusCode())
                .isEqualTo(200);
        assertThat(send("GET", INTERFACES, "Accept-Encoding", "gzip, identity;q=0", "If-None-Match", plain)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aHeadHasTheHeaderOfTheGet() throws Exception {
        HttpResponse<byte[]> get = send("GET", INTERFACES, "Accept-Encoding", "gzip");

        HttpResponse<byte[]> head = send("HEAD", INTERFACES, "Accept-Encoding", "gzip");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (String name : new String[] {"Content-Encoding", "Content-Length", "ETag", "Vary", "Content-Type"}) {
            assertThat(field(head, name)).as(name).isEqualTo(field(get, name)).isNotEmpty();
        }
    }

    @Test
    void aRepresentationIsCompressedOnceForAll() {
        Representation whole =
                Representation.ofTheMoment("[1,2,3]".repeat(1_000).getBytes(StandardCharsets.UTF_8));

        assertThat(whole.hasAtHand(ContentCoding.GZIP)).isFalse();
        byte[] first = whole.body(ContentCoding.GZIP);

        assertThat(whole.hasAtHand(ContentCoding.GZIP)).isTrue();
        assertThat(whole.body(ContentCoding.GZIP)).isSameAs(first);
    }
}
