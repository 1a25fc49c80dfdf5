package net.coreserver.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

final class AllowedHostsTest {

    @Test
    void namesAreComparedWithoutRegardToCaseBracketsAndTheRootsDot() {
        AllowedHosts hosts = new AllowedHosts(Set.of("Core.Example.", "[2001:DB8::1]"));

        assertThat(hosts.contain("core.example")).isTrue();
        assertThat(hosts.contain("2001:db8::1")).isTrue();
        assertThat(hosts.contain("core.example.com")).isFalse();
    }

    @Test
    void anAsteriskIsAnyHost() {
        assertThat(new AllowedHosts(Set.of("*")).contain("whatever.example")).isTrue();
    }
}
