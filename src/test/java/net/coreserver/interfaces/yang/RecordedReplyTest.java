package net.coreserver.interfaces.yang;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.yang.RecordedReply.Outcome;
import net.coreserver.netconf.RpcError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a reply was kept, it is read as if it came from the wire. */
class RecordedReplyTest {

    private static final List<InterfaceModel> LADDER = List.of(new IetfInterfacesNmda(), new IetfInterfacesState());

    private static Outcome read(String reply) throws InterruptedException {
        return new RecordedReply(reply.getBytes(StandardCharsets.ISO_8859_1)).read(LADDER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version='1.0'?>\n<rpc-reply message-id='urn:uuid:1' xmlns='urn:ietf:params:xml:ns:netconf:base:1.0'><data>%s</data></rpc-reply>",
                "<nc:rpc-reply xmlns:nc=\"urn:ietf:params:xml:ns:netconf:base:1.0\"\n  message-id = \"4711\"><nc:data>%s</nc:data></nc:rpc-reply>\n",
                "<rpc-reply><data>%s</data></rpc-reply>]]>]]>\n",
                "<!-- kept by a tool -->\n<data>%s</data>",
                "  %s\n"
            })
    void aReplyMayBeKeptWholeOrInPart(String form) throws Exception {
        String payload =
                "<interfaces-state xmlns='urn:ietf:params:xml:ns:yang:ietf-interfaces'><interface><name>eth0</name>"
                        + "<description>caf\u00E9</description></interface></interfaces-state>";

        assertThat(read(form.formatted(payload))).isInstanceOfSatisfying(Outcome.Interfaces.class, read -> {
            assertThat(read.model()).isEqualTo("ietf-interfaces-state");
            assertThat(read.samples())
                    .singleElement()
                    .extracting(InterfaceSample::name, InterfaceSample::description)
                    .containsExactly("eth0", "caf\uFFFD");
        });
    }

    @Test
    void aRefusalIsReadAsTheSessionReadsIt() throws Exception {
        assertThat(read("<rpc-error><error-tag>in-use</error-tag><error-message>  busy\n</error-message></rpc-error>"))
                .isEqualTo(new Outcome.Refused(List.of(new RpcError(null, "in-use", null, null, null, "busy", null))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<data/>", "<rpc-reply><ok/></rpc-reply>", "<other xmlns='urn:example:other'/>", "% busy", ""})
    void whatNobodyKnowsIsNothing(String reply) throws Exception {
        assertThat(read(reply)).isInstanceOf(Outcome.Nothing.class);
    }
}
