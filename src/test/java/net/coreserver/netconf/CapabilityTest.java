package net.coreserver.netconf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLStreamWriter;
import org.codehaus.stax2.XMLStreamReader2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CapabilityTest {

    @Test
    void aModuleIsAnnouncedWithItsRevisionFeaturesAndDeviations() {
        Capability capability = Capability.parse(
                "  urn:ietf:params:xml:ns:yang:ietf-interfaces?module=ietf-interfaces&revision=2014-05-08"
                        + "&features=if-mib,pre-provisioning&deviations=vendor-dev\n");
        assertThat(capability.base()).isEqualTo("urn:ietf:params:xml:ns:yang:ietf-interfaces");
        assertThat(capability.module()).contains("ietf-interfaces");
        assertThat(capability.revision()).contains("2014-05-08");
        assertThat(capability.features()).containsExactly("if-mib", "pre-provisioning");
        assertThat(capability.deviations()).containsExactly("vendor-dev");
        assertThat(capability.uri()).doesNotEndWith("\n");
    }

    @Test
    void whatManyServersAnnounceIsKeptOnce() {
        String uri = "urn:example:module?module=example&revision=2026-11-20";
        assertThat(Capability.parse(' ' + uri).uri())
                .isSameAs(Capability.parse(uri + '\n').uri());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "a?", "a?b", "a?=c", "a?module", "a?b=%zz&module=x&module=y", "not a uri at all"})
    void whatIsOddIsKeptAndBreaksNothing(String text) {
        Capability capability = Capability.parse(text);
        assertThat(capability.uri()).isEqualTo(text.strip());
        assertThat(capability.features()).isEmpty();
    }

    @Test
    void theFirstOfTwoParametersCounts() {
        assertThat(Capability.parse("a?b=%zz&module=x&module=y").module()).contains("x");
    }

    @Test
    void aHelloIsReadAsItWasWritten() throws Exception {
        Hello hello = new Hello(
                List.of(Capability.parse(Capability.BASE_1_1), Capability.parse("urn:x?module=m&revision=r")),
                4_294_967_295L);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XMLStreamWriter writer = Xml.writer(out);
        hello.write(writer);
        writer.close();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("module=m&amp;revision=r");
        XMLStreamReader2 reader = Xml.reader(new ByteArrayInputStream(out.toByteArray()));
        Xml.nextRoot(reader);
        Hello read = Hello.read(reader);
        assertThat(read).isEqualTo(hello);
        assertThat(read.supports(Capability.BASE_1_1)).isTrue();
        assertThat(read.supports("urn:x")).isTrue();
        assertThat(read.module("m")).isPresent();
        assertThat(read.module("n")).isEmpty();
    }
}
