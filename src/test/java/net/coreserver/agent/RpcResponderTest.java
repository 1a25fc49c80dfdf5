package net.coreserver.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RpcResponderTest {

    private static final String BASE = "urn:ietf:params:xml:ns:netconf:base:1.0";
    private static final String IF = "urn:ietf:params:xml:ns:yang:ietf-interfaces";
    private static final String NCM = "urn:ietf:params:xml:ns:yang:ietf-netconf-monitoring";

    private final AtomicInteger reads = new AtomicInteger();
    private final YangLibrary library = YangLibrary.ofAgent();
    private final RpcResponder responder = responder(() -> {
        reads.incrementAndGet();
        return List.of(Samples.named("eth0"), Samples.named("eth1"));
    });

    private RpcResponder responder(InterfaceSource source) {
        return new RpcResponder(new OperationalState(source, library), library);
    }

    private Answer answer(String message) {
        return responder.answer(message.getBytes(StandardCharsets.UTF_8), true);
    }

    private static String text(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Reply.class);
        return new String(((Answer.Reply) answer).message(), StandardCharsets.UTF_8);
    }

    private static String rpc(String operation) {
        return "<rpc xmlns='" + BASE + "' message-id='101'>" + operation + "</rpc>";
    }

    /** What stands inside the reply to an operation. */
    private String perform(String operation) {
        return inside(text(answer(rpc(operation))));
    }

    private static String inside(String reply) {
        String head = "<?xml version='1.0' encoding='UTF-8'?><rpc-reply xmlns=\"" + BASE + "\" message-id=\"101\">";
        String tail = "</rpc-reply>";
        assertThat(reply).startsWith(head).endsWith(tail);
        return reply.substring(head.length(), reply.length() - tail.length());
    }

    private static String error(String type, String tag, String message, String info) {
        return "<rpc-error><error-type>" + type + "</error-type><error-tag>" + tag + "</error-tag>"
                + "<error-severity>error</error-severity>"
                + "<error-message xml:lang=\"en\">" + message + "</error-message>"
                + (info.isEmpty() ? "" : "<error-info>" + info + "</error-info>")
                + "</rpc-error>";
    }

    @Test
    void givesEverythingWithoutAFilter() {
        assertThat(perform("<get/>"))
                .startsWith("<data><interfaces-state xmlns=\"" + IF + "\"><interface><name>eth0</name></interface>")
                .contains("</interfaces-state><netconf-state xmlns=\"" + NCM + "\"><capabilities>")
                .endsWith("</schemas></netconf-state></data>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<filter/>", "<filter type='subtree'></filter>", "<filter>text</filter>"})
    void givesNothingForAnEmptyFilter(String filter) {
        assertThat(perform("<get>" + filter + "</get>")).isEqualTo("<data/>");
        assertThat(reads).hasValue(0);
    }

    @Test
    void givesWhatTheFilterSelects() {
        assertThat(perform("<get><filter type='subtree'><interfaces-state xmlns='" + IF
                        + "'><interface><name>eth1</name></interface></interfaces-state></filter></get>"))
                .isEqualTo("<data><interfaces-state xmlns=\"" + IF
                        + "\"><interface><name>eth1</name></interface></interfaces-state></data>");
    }

    @Test
    void takesAFilterTypeInItsOwnNamespaceToo() {
        String filter = "<get><filter xmlns:nc='" + BASE + "' nc:type='%s'/></get>";

        assertThat(perform(filter.formatted("subtree"))).isEqualTo("<data/>");
        assertThat(perform(filter.formatted("xpath"))).contains("<error-tag>bad-attribute</error-tag>");
    }

    @Test
    void readsNoInterfacesForAFilterThatDoesNotConcernThem() {
        assertThat(
                        perform(
                                "<get><filter><netconf-state xmlns='" + NCM + "'><schemas><schema>"
                                        + "<identifier>ietf-ip</identifier><version/></schema></schemas></netconf-state></filter></get>"))
                .isEqualTo("<data><netconf-state xmlns=\"" + NCM + "\"><schemas><schema>"
                        + "<identifier>ietf-ip</identifier><version>2014-06-16</version>"
                        + "<format xmlns:ncm=\"" + NCM + "\">ncm:yang</format>"
                        + "</schema></schemas></netconf-state></data>");
        assertThat(reads).hasValue(0);
    }

    @Test
    void hasNoConfiguration() {
        assertThat(perform("<get-config><source><running/></source></get-config>"))
                .isEqualTo("<data/>");
        assertThat(perform("<get-config><source><running/></source><filter type='subtree'>" + "<interfaces xmlns='" + IF
                        + "'/></filter></get-config>"))
                .isEqualTo("<data/>");
        assertThat(reads).hasValue(0);
    }

    @Test
    void closesTheSessionAfterTheReply() {
        assertThat(answer(rpc("<close-session/>")))
                .isInstanceOfSatisfying(
                        Answer.Reply.class, reply -> assertThat(reply.isLast()).isTrue());
        assertThat(perform("<close-session/>")).isEqualTo("<ok/>");
        assertThat(answer(rpc("<get/>")))
                .isInstanceOfSatisfying(
                        Answer.Reply.class, reply -> assertThat(reply.isLast()).isFalse());
    }

    @Test
    void repeatsAllAttributesOfTheRpc() {
        assertThat(text(answer("<nc:rpc xmlns:nc='" + BASE
                        + "' message-id='a \"&lt;&amp;' xmlns:ex='urn:example:ex' ex:user='fred' xml:lang='en' other=''>"
                        + "<nc:close-session/></nc:rpc>")))
                .contains("<rpc-reply xmlns=\"" + BASE + "\"")
                .contains(" message-id=\"a &quot;&lt;&amp;\"")
                .contains(" xmlns:ex=\"urn:example:ex\" ex:user=\"fred\"")
                .contains(" xml:lang=\"en\"")
                .contains(" other=\"\"");
    }

    @Test
    void wantsAMessageId() {
        assertThat(text(answer("<rpc xmlns='" + BASE + "' user='fred'><close-session/></rpc>")))
                .contains("<rpc-reply xmlns=\"" + BASE + "\" user=\"fred\">"
                        + error(
                                "rpc",
                                "missing-attribute",
                                "An rpc has a message-id.",
                                "<bad-attribute>message-id</bad-attribute><bad-element>rpc</bad-element>"));
    }

    @Test
    void handsOutSchemas() {
        for (YangModule module : library.modules()) {
            assertThat(perform("<get-schema xmlns='" + NCM + "'><identifier>" + module.name() + "</identifier><version>"
                            + module.revision() + "</version></get-schema>"))
                    .startsWith("<data xmlns=\"" + NCM + "\">")
                    .contains("module " + module.name())
                    .containsPattern("revision \"?" + module.revision())
                    .contains(module.namespace())
                    .endsWith("</data>");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"yang", "m:yang"})
    void handsOutSchemasInYang(String format) {
        assertThat(perform("<get-schema xmlns='" + NCM + "' xmlns:m='" + NCM
                        + "'><identifier>ietf-ip</identifier><format>" + format + "</format></get-schema>"))
                .contains("module ietf-ip");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "<identifier>ietf-ospf</identifier>, There is no schema ietf-ospf.",
                "<identifier>ietf-ip</identifier><version>2018-02-22</version>, There is no schema ietf-ip of version 2018-02-22.",
                "<identifier>ietf-ip</identifier><format>yin</format>, The only format of schemas is yang.",
                "<identifier>ietf-ip</identifier><format>nc:yang</format>, The only format of schemas is yang.",
                "<identifier>ietf-ip</identifier><format>undeclared:yang</format>, The only format of schemas is yang."
            })
    void hasNoOtherSchemas(String parameters, String message) {
        assertThat(perform("<get-schema xmlns='" + NCM + "' xmlns:nc='" + BASE + "'>" + parameters + "</get-schema>"))
                .isEqualTo(error("application", "invalid-value", message, ""));
    }

    @Test
    void doesNotChooseAmongSeveralVersionsOfASchema() {
        YangModule first = YangModule.implemented("twice", "2025-01-01", "urn:example:twice");
        YangModule second = YangModule.implemented("twice", "2026-01-01", "urn:example:twice");
        YangModule here = YangModule.implemented("ietf-netconf-monitoring", "2010-10-04", NCM);
        YangLibrary ambiguous = new YangLibrary(List.of(first, second, here));
        RpcResponder two = new RpcResponder(new OperationalState(List::of, ambiguous), ambiguous);
        String rpc = rpc("<get-schema xmlns='" + NCM + "'><identifier>twice</identifier></get-schema>");

        assertThat(text(two.answer(rpc.getBytes(StandardCharsets.UTF_8), true)))
                .contains("<error-type>application</error-type><error-tag>operation-failed</error-tag>"
                        + "<error-severity>error</error-severity><error-app-tag>data-not-unique</error-app-tag>");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "<edit-config/>, edit-config",
                "<kill-session><session-id>1</session-id></kill-session>, kill-session",
                "<lock><target><running/></target></lock>, lock",
                "<get-schema/>, get-schema",
                "<get xmlns='urn:ietf:params:xml:ns:yang:ietf-netconf-monitoring'/>, get",
                "<get-data xmlns='urn:ietf:params:xml:ns:yang:ietf-ip'/>, get-data"
            })
    void doesNotSupportOtherOperations(String operation, String name) {
        assertThat(perform(operation))
                .isEqualTo(error(
                        "protocol", "operation-not-supported", "The operation " + name + " is not supported.", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<get xmlns='urn:example:no'/>",
                "<get><get xmlns='urn:example:no'/></get>",
                "<get><filter/><get xmlns='urn:example:no'/></get>",
                "<get/><get xmlns='urn:example:no'/>",
                "<get-config><source><get xmlns='urn:example:no'/></source></get-config>"
            })
    void doesNotKnowOtherNamespaces(String operation) {
        assertThat(perform(operation))
                .isEqualTo(error(
                        "protocol",
                        "unknown-namespace",
                        "The namespace of the element get is not known here.",
                        "<bad-element>get</bad-element><bad-namespace>urn:example:no</bad-namespace>"));
        assertThat(reads).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "<get><depth>1</depth></get>, depth",
                "<get/><get-config/>, get-config",
                "<get><filter/><filter/></get>, filter",
                "<get-config><source><candidate/></source></get-config>, candidate",
                "<get-config><source><running/><startup/></source></get-config>, startup",
                "<get-config><source><running/></source><with/></get-config>, with",
                "<close-session><now/></close-session>, now",
                "<get-schema xmlns='urn:ietf:params:xml:ns:yang:ietf-netconf-monitoring'><name/></get-schema>, name"
            })
    void doesNotKnowOtherElements(String operation, String element) {
        assertThat(perform(operation))
                .isEqualTo(error(
                        "protocol",
                        "unknown-element",
                        "The element " + element + " is not expected here.",
                        "<bad-element>" + element + "</bad-element>"));
        assertThat(reads).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "``, rpcOperation",
                "<get-config/>, source",
                "<get-config><source/></get-config>, running",
                "<get-schema xmlns='urn:ietf:params:xml:ns:yang:ietf-netconf-monitoring'/>, identifier"
            })
    void missesWhatIsMandatory(String operation, String element) {
        assertThat(perform(operation))
                .startsWith("<rpc-error><error-type>protocol</error-type><error-tag>missing-element</error-tag>")
                .endsWith("<error-info><bad-element>" + element + "</bad-element></error-info></rpc-error>");
    }

    @Test
    void hasNoXpath() {
        assertThat(perform("<get><filter type='xpath' select='/'/></get>"))
                .isEqualTo(error(
                        "protocol",
                        "bad-attribute",
                        "The only type of filter is subtree.",
                        "<bad-attribute>type</bad-attribute><bad-element>filter</bad-element>"));
    }

    @Test
    void boundsTheElementsOfAFilter() {
        assertThat(perform("<get><filter>" + "<a/>".repeat(Request.MAX_FILTER_ELEMENTS + 1) + "</filter></get>"))
                .isEqualTo(error("rpc", "too-big", "The filter has too many elements.", ""));
        assertThat(perform("<get><filter>" + "<a/>".repeat(Request.MAX_FILTER_ELEMENTS) + "</filter></get>"))
                .isEqualTo("<data/>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no XML",
                "<rpc",
                "<rpc xmlns='urn:ietf:params:xml:ns:netconf:base:1.0' message-id='1'><close-session></rpc>",
                "<rpc xmlns='urn:ietf:params:xml:ns:netconf:base:1.0' message-id='1'><close-session/>",
                "<rpc xmlns='urn:ietf:params:xml:ns:netconf:base:1.0' message-id='1'><close-session/></rpc><rpc/>",
                "<rpc xmlns='urn:ietf:params:xml:ns:netconf:base:1.0' message-id='1'><nc:get/></rpc>",
                "<rpc message-id='1'><close-session/></rpc>",
                "<hello xmlns='urn:ietf:params:xml:ns:netconf:base:1.0'/>",
                "<!DOCTYPE rpc><rpc xmlns='urn:ietf:params:xml:ns:netconf:base:1.0' message-id='1'><close-session/></rpc>",
                "<!DOCTYPE rpc [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]><rpc"
                        + " xmlns='urn:ietf:params:xml:ns:netconf:base:1.0' message-id='1'><close-session>&b;</close-session></rpc>",
                "<rpc xmlns='urn:ietf:params:xml:ns:netconf:base:1.0' message-id='1'><close-session>&b;</close-session></rpc>",
                "<rpc xmlns='urn:ietf:params:xml:ns:netconf:base:1.0' message-id='1'><get><filter>\u0001</filter></get></rpc>"
            })
    void answersOrHangsUpOnWhatIsNoRpc(String message) {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);

        assertThat(text(responder.answer(bytes, true)))
                .contains("<error-type>rpc</error-type><error-tag>malformed-message</error-tag>");
        assertThat(responder.answer(bytes, false)).isInstanceOf(Answer.HangUp.class);
        assertThat(reads).hasValue(0);
    }

    @Test
    void wantsUtf8() {
        byte[] latin1 = rpc("<get><filter><grün/></filter></get>").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(text(responder.answer(latin1, true))).contains("<error-tag>malformed-message</error-tag>");
    }

    @Test
    void boundsTheDepthOfElements() {
        String deep = "<get><filter>%s<a/>%s</filter></get>";

        assertThat(perform(deep.formatted("<a>".repeat(100), "</a>".repeat(100))))
                .isEqualTo("<data/>");
        assertThat(perform(deep.formatted("<a>".repeat(200), "</a>".repeat(200))))
                .contains("<error-tag>malformed-message</error-tag>");
    }

    @Test
    void saysWhenTheInterfacesCannotBeRead() {
        RpcResponder broken = responder(() -> {
            throw new IOException("test: no interfaces");
        });
        String everything = rpc("<get/>");

        assertThat(inside(text(broken.answer(everything.getBytes(StandardCharsets.UTF_8), true))))
                .isEqualTo(error("application", "operation-failed", "What was asked for cannot be read now.", ""));
    }
}
