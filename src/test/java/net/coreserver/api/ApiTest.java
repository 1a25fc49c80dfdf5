package net.coreserver.api;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import net.coreserver.monitor.MonitoredTarget;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of the running service share. */
abstract class ApiTest {

    static final String PROBLEM = "application/problem+json";

    @Inject
    FakeMonitor monitor;

    @Inject
    FakeClock clock;

    @BeforeEach
    void startAnew() {
        monitor.show();
        clock.reset();
    }

    void show(MonitoredTarget... targets) {
        monitor.show(targets);
    }

    /** A request whose URL goes out as it stands. */
    static RequestSpecification request() {
        return given().urlEncodingEnabled(false).redirects().follow(false);
    }

    static Response get(String url) {
        return request().get(url);
    }

    static List<String> names(Response response) {
        return response.then().statusCode(200).extract().jsonPath().getList("name");
    }

    static RawHttp raw() {
        return new RawHttp(RestAssured.port);
    }
}
