package net.coreserver.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathTemplatesTest {

    private final PathTemplates templates = new PathTemplates(List.of(
            "/",
            "/metrics",
            "/api/v1/targets",
            "/api/v1/targets/{target}",
            "/api/v1/targets/{target}/interfaces/{name}",
            "/api/v1/interfaces",
            "/api/v1/interfaces/top"));

    @ParameterizedTest
    @CsvSource({
        "/,/",
        "/metrics,/metrics",
        "/metrics/,/metrics",
        "/api/v1/targets,/api/v1/targets",
        "/api/v1/targets/edge-1,/api/v1/targets/{target}",
        "/api/v1/targets/edge-1/,/api/v1/targets/{target}",
        "/api/v1/targets/edge-1/interfaces/ge%2F0,/api/v1/targets/{target}/interfaces/{name}",
        "/api/v1/interfaces/top,/api/v1/interfaces/top",
        "/q/health/live,/q"
    })
    void aPathHasItsTemplate(String path, String template) {
        assertThat(templates.of(path)).isEqualTo(template);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "*", "/x", "/api", "/api/v1", "/api/v1/targets/a/b", "/metrics/x", "/metrics//", "/q", "x"})
    void whatIsNoneOfOursIsOneOfTheOthers(String path) {
        assertThat(templates.of(path)).isEqualTo(PathTemplates.OTHER);
    }

    @Test
    void noPathIsOneOfTheOthers() {
        assertThat(templates.of(null)).isEqualTo(PathTemplates.OTHER);
    }
}
