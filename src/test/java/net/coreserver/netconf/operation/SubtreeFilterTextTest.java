package net.coreserver.netconf.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubtreeFilterTextTest {

    @Test
    void severalElementsMayStandSideBySide() {
        assertThat(SubtreeFilter.parse("""
                        <!-- links --> <link-up xmlns="urn:x"/>
                        <link-down xmlns="urn:x"> </link-down>
                        """))
                .containsExactly(SubtreeFilter.of("urn:x", "link-up"), SubtreeFilter.of("urn:x", "link-down"));
    }

    @Test
    void nodesValuesAndPrefixesAreKept() {
        assertThat(SubtreeFilter.parse("<x:alarm xmlns:x='urn:x' xmlns:t='urn:t'><x:port> ge-0 </x:port>"
                        + "<x:type>t:fan</x:type><x:text>a:b</x:text></x:alarm>"))
                .containsExactly(SubtreeFilter.of(
                        "urn:x",
                        "alarm",
                        SubtreeFilter.matching("urn:x", "port", "ge-0"),
                        new SubtreeFilter("urn:x", "type", List.of(), "t:fan", Map.of("t", "urn:t")),
                        SubtreeFilter.matching("urn:x", "text", "a:b")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <!-- -->                                           | there is no XML element in it
            link-down                                       | text outside
            <a xmlns='urn:x'/>b                             | text outside
            <a/>                                            | in no namespace
            <p:a/>                                          | not well-formed
            <a xmlns='urn:x'>                               | not well-formed
            <a xmlns='urn:x'/></filter><b xmlns='urn:x'/>   | not well-formed
            <a xmlns='urn:x' b='c'/>                        | has an attribute
            <a xmlns='urn:x'>b<c/></a>                      | both a text and elements
            <!DOCTYPE a><a xmlns='urn:x'/>                  | not well-formed
            <a xmlns='urn:x'>&b;</a>                        | not well-formed
            """, quoteCharacter = '`')
    void whatIsNoFilterIsRefusedWithTheReason(String text, String reason) {
        assertThatThrownBy(() -> SubtreeFilter.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void theDepthIsBounded() {
        assertThatThrownBy(() -> SubtreeFilter.parse("<a xmlns='urn:x'>".repeat(500) + "</a>".repeat(500)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Depth limit");
    }
}
