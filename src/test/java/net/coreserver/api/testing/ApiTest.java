package net.coreserver.api.testing;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import net.coreserver.monitor.MonitoredTarget;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of the running service share. */
public abstract class ApiTest {

    protected static final String PROBLEM = "application/problem+json";

    @Inject
    protected FakeMonitor monitor;

    @Inject
    protected FakeClock clock;

    @Inject
    protected FakeHistory history;

    @BeforeEach
    protected void startAnew() {
        monitor.show();
        clock.reset();
        history.forget();
    }

    protected void show(MonitoredTarget... targets) {
        monitor.show(targets);
    }

    /** A request whose URL goes out as it stands. */
    protected static RequestSpecification request() {
        return given().urlEncodingEnabled(false).redirects().follow(false);
    }

    protected static Response get(String url) {
        return request().get(url);
    }

    protected static List<String> names(Response response) {
        return response.then().statusCode(200).extract().jsonPath().getList("name");
    }

    protected static RawHttp raw() {
        return new RawHttp(RestAssured.port);
    }
}
