package net.coreserver.api.interfaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GlobTest {

    private static boolean matches(String pattern, String text) {
        return Glob.of("name", pattern).matches(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " ~ ",
            value = {
                "eth0 ~ eth0",
                "* ~ eth0",
                "* ~ ''",
                "** ~ x",
                "eth* ~ eth",
                "*0 ~ eth0",
                "e*h*0 ~ eth0",
                "*a*b*c ~ xaxbxbxc",
                "??? ~ abc",
                "? ~ 光",
                "? ~ 😀",
                "a\\*b ~ a*b",
                "a\\?b ~ a?b",
                "a\\\\b ~ a\\b",
                "a\\,b ~ a,b",
                "a\\ ~ a\\",
                "[ab] ~ [ab]",
                "a.c ~ a.c",
            })
    void whatFitsMatches(String pattern, String text) {
        assertThat(matches(pattern, text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " ~ ",
            value = {
                "eth0 ~ eth00",
                "eth0 ~ eth",
                "ETH0 ~ eth0",
                "eth? ~ eth",
                "eth? ~ eth10",
                "*a ~ ab",
                "a*b*c ~ acb",
                "a\\*b ~ axb",
                "a.c ~ abc",
                "'' ~ x",
            })
    void whatDoesNotFitDoesNotMatch(String pattern, String text) {
        assertThat(matches(pattern, text)).isFalse();
    }

    @Test
    void manyStarsTakeNoLongerThanFewer() {
        String text = "a".repeat(5_000);

        boolean matches =
                assertTimeoutPreemptively(Duration.ofSeconds(5), () -> matches("*a".repeat(120) + "*b", text));

        assertThat(matches).isFalse();
    }
}
