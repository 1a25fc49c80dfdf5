package net.coreserver.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRingTest {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String OTHER_KEY =
            Base64.getEncoder().encodeToString("12345678901234567890123456789012".getBytes(StandardCharsets.US_ASCII));

    @Test
    void theNewestKeyEncryptsAndAllDecrypt() throws InvalidValueException {
        KeyRing old = KeyRing.PARSER.parse("2:" + KEY);
        KeyRing both = KeyRing.PARSER.parse("# the keys\n\n10:" + OTHER_KEY + "\r\n2:" + KEY + "\n");

        SealedSecret ofOld = old.seal("test-secret", "edge-1", TargetKey.PASSWORD);
        SealedSecret ofBoth = both.seal("test-secret", "edge-1", TargetKey.PASSWORD);

        assertThat(ofBoth.keyVersion()).isEqualTo(10);
        assertThat(both.open(ofOld, "edge-1", TargetKey.PASSWORD)).isEqualTo("test-secret");
        assertThat(both.open(ofBoth, "edge-1", TargetKey.PASSWORD)).isEqualTo("test-secret");
        assertThatThrownBy(() -> old.open(ofBoth, "edge-1", TargetKey.PASSWORD)).hasMessageContaining("key version 10");
    }

    @Test
    void aVariableHasItsKeysBetweenCommas() throws InvalidValueException {
        assertThat(KeyRing.PARSER.parse("1:" + KEY + ", 2:" + OTHER_KEY)).hasToString("KeyRing[1, 2]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing",
                "1",
                "1:",
                "0:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "-1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "1:AAAA",
                "1:====",
                "9999999999:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
            })
    void whatIsNoKeyIsRefused(String text) {
        assertThatThrownBy(() -> KeyRing.PARSER.parse(text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageNotContaining("AAAA");
    }

    @Test
    void aSecretOpensInItsPlaceAlone() throws InvalidValueException {
        KeyRing ring = KeyRing.PARSER.parse("1:" + KEY);
        SealedSecret sealed = ring.seal("test-secret", "edge-1", TargetKey.PASSWORD);

        assertThatThrownBy(() -> ring.open(sealed, "edge-2", TargetKey.PASSWORD))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> ring.open(sealed, "edge-1", TargetKey.PRIVATE_KEY))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void everyOctetOfASealedSecretCounts() throws InvalidValueException {
        KeyRing ring = KeyRing.PARSER.parse("1:" + KEY);
        byte[] sealed = ring.seal("test-secret", "edge-1", TargetKey.PASSWORD).octets();

        for (int i = 0; i < sealed.length; i++) {
            byte[] damaged = sealed.clone();
            damaged[i] ^= 1;
            assertThatThrownBy(() -> ring.open(new SealedSecret(1, damaged), "edge-1", TargetKey.PASSWORD))
                    .isInstanceOf(InvalidValueException.class);
        }
        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> ring.open(new SealedSecret(1, cut), "edge-1", TargetKey.PASSWORD))
                    .isInstanceOf(InvalidValueException.class);
        }
    }

    @Test
    void oneTextIsNeverSealedTheSameWayTwice() throws InvalidValueException {
        KeyRing ring = KeyRing.PARSER.parse("1:" + KEY);

        assertThat(ring.seal("test-secret", "edge-1", TargetKey.PASSWORD).octets())
                .isNotEqualTo(
                        ring.seal("test-secret", "edge-1", TargetKey.PASSWORD).octets());
    }
}
