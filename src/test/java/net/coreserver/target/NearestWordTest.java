package net.coreserver.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestWordTest {

    private static final List<String> WORDS =
            List.of("auto", "ietf-interfaces", "junos-interface-information", "nokia-state", "nokia-state-21");

    @ParameterizedTest
    @CsvSource({
        "aut, auto",
        "autos, auto",
        "interfaces, ietf-interfaces",
        "junos, junos-interface-information",
        "nokia, nokia-state",
        "nokia-state21, nokia-state-21",
        "j, junos-interface-information"
    })
    void whatBeginsWithAWordIsNearestAndElseWhatTakesTheFewestChanges(String unknown, String nearest) {
        assertThat(NearestWord.among(unknown, WORDS)).isEqualTo(nearest);
    }
}
