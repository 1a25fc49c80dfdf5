package net.coreserver.interfaces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterfaceTypeTest {

    private static final Pattern IDENTITY = Pattern.compile("(?m)^\\s*identity\\s+\"?([^\\s\"{]+)");

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(InterfaceTypeTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theListHoldsExactlyTheIdentitiesOfTheYangModule() throws IOException {
        TreeSet<String> ofTheModule = IDENTITY.matcher(resource("/META-INF/yang/iana-if-type@2023-01-26.yang"))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        ofTheModule.remove("iana-interface-type"); // their base
        assertThat(resource("iana-if-types.txt").lines()).containsExactlyInAnyOrderElementsOf(ofTheModule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ianaift:ethernetCsmacd", "ethernetCsmacd", "other-prefix:ethernetCsmacd"})
    void theLocalNameDecidesWhateverThePrefix(String sent) {
        assertThat(InterfaceType.of(sent)).isEqualTo(new InterfaceType.Iana("ethernetCsmacd"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vendor:warpDrive", "warpDrive", "", ":", "vendor:"})
    void whatIsNotIanasIsKeptAsSent(String sent) {
        assertThat(InterfaceType.of(sent)).isEqualTo(new InterfaceType.Other(sent));
    }
}
