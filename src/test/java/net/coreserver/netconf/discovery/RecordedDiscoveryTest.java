package net.coreserver.netconf.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import net.coreserver.netconf.operation.GetSchema;
import net.coreserver.testing.Recordings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What netconfd and netopeer2 told of themselves. */
class RecordedDiscoveryTest {

    @ParameterizedTest
    @ValueSource(strings = {"yuma-modules-state.txt", "yumanmda-modules-state.txt"})
    void theModulesOfNetconfdAreRead(String recording) throws Exception {
        YangLibrary library = YangLibrary.reader().read(Recordings.content(recording));
        assertThat(library.module("ietf-inet-types"))
                .hasValueSatisfying(module ->
                        assertThat(module.namespace()).isEqualTo("urn:ietf:params:xml:ns:yang:ietf-inet-types"));
        assertThat(library.module("iana-crypt-hash"))
                .hasValueSatisfying(module -> assertThat(module.features()).contains("crypt-hash-md5"));
        assertThat(library.module("ietf-interfaces").map(YangModule::implemented))
                .contains(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yuma-streams.txt", "netopeer2-streams.txt"})
    void theStreamNetconfIsAmongTheStreams(String recording) throws Exception {
        assertThat(EventStream.reader().read(Recordings.content(recording)))
                .anySatisfy(stream -> assertThat(stream.name()).isEqualTo("NETCONF"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yuma-monitoring.txt", "netopeer2-monitoring.txt"})
    void theMonitoringTreeIsRead(String recording) throws Exception {
        NetconfState state = NetconfState.reader().read(Recordings.content(recording));
        assertThat(state.capabilities()).isNotEmpty();
        assertThat(state.datastores()).contains("running");
        assertThat(state.schemas())
                .anySatisfy(schema -> assertThat(schema.identifier()).isEqualTo("ietf-interfaces"));
        assertThat(state.sessions())
                .isNotEmpty()
                .allSatisfy(session -> assertThat(session.loginTime()).isNotNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"yuma-get-schema.txt", "netopeer2-get-schema.txt"})
    void aSchemaIsReadToItsEnd(String recording) throws Exception {
        assertThat(GetSchema.TEXT.read(Recordings.content(recording)))
                .startsWith("module ietf-interfaces {")
                .endsWith("}");
    }

    @Test
    void aServerThatHasNoLibraryTellsNone() throws Exception {
        assertThat(YangLibrary.reader()
                        .read(Recordings.content("yuma-yang-library.txt"))
                        .modules())
                .isEmpty();
    }
}
