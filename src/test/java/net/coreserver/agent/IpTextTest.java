package net.coreserver.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IpTextTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "2001:DB8:0:0:0:0:0:1, 2001:db8::1",
        "0:0:0:0:0:0:0:0, ::",
        "0:0:0:0:0:0:0:1, ::1",
        "2001:db8:0:0:0:0:0:0, 2001:db8::",
        "2001:0db8:0001:0002:0003:0004:0005:0006, 2001:db8:1:2:3:4:5:6",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "0:0:1:0:0:0:0:0, 0:0:1::"
    })
    void isTheCanonicalForm(String given, String canonical) throws UnknownHostException {
        assertThat(IpText.of(InetAddress.getByName(given))).isEqualTo(canonical);
    }

    @Test
    void hasNoZone() throws UnknownHostException {
        byte[] octets = InetAddress.getByName("fe80::1").getAddress();

        assertThat(IpText.of(Inet6Address.getByAddress(null, octets, 7))).isEqualTo("fe80::1");
    }
}
