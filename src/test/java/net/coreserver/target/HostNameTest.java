package net.coreserver.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "edge-1.example.net",
                "edge-1.example.net.",
                "my_router",
                "3com.example",
                "A",
                "192.0.2.1",
                "255.255.255.255",
                "0.0.0.0",
                "::",
                "::1",
                "2001:db8::1",
                "fe80::1%eth0",
                "::ffff:192.0.2.1"
            })
    void takesNamesAndAddresses(String text) throws InvalidValueException {
        assertThat(HostName.PARSER.parse(text)).isEqualTo(text);
    }

    @Test
    void takesTheBracketsOffAnIpv6Address() throws InvalidValueException {
        assertThat(HostName.PARSER.parse("[2001:db8::1]")).isEqualTo("2001:db8::1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "edge:830",
                "192.0.2.1:830",
                "[::1]:830",
                "ssh://edge",
                "admin@edge",
                "edge 1",
                "edge/1",
                "-edge",
                "edge-",
                "edge..net",
                ".edge",
                "rücken",
                "192.0.2",
                "192.0.2.256",
                "192.0.2.1.5",
                "010.0.0.1",
                "10",
                "2001:db8::1::2",
                "fe80::1%",
                "[192.0.2.1]",
                "[]",
                "*"
            })
    void refusesWhatIsNeither(String text) {
        assertThatThrownBy(() -> HostName.PARSER.parse(text)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void refusesNamesThatNoNameServerCanHold() {
        String label = "a".repeat(63);
        String longest = label + "." + label + "." + label + "." + "a".repeat(61);
        assertThat(longest).hasSize(253);
        assertThatCode(() -> HostName.PARSER.parse(longest)).doesNotThrowAnyException();
        assertThatThrownBy(() -> HostName.PARSER.parse(longest + "a")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> HostName.PARSER.parse(label + "a")).isInstanceOf(InvalidValueException.class);
    }
}
