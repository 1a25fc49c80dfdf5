package net.coreserver.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestKeyTest {

    @ParameterizedTest
    @CsvSource({
        "coreserver.lisen, coreserver.listen",
        "coreserver.data.dir, coreserver.data-dir",
        "coreserver.Data-Dir, coreserver.data-dir",
        "coreserver.agent, coreserver.agent.enabled",
        "coreserver.targets, coreserver.targets.<name>.host",
        "coreserver.targets.edge, coreserver.targets.edge.host",
        "coreserver.targets.private-key-file, coreserver.targets.<name>.private-key-file",
        "coreserver.targets.edge-1.hots, coreserver.targets.edge-1.host",
        "coreserver.targets.edge-1.user, coreserver.targets.edge-1.username",
        "coreserver.targets.edge-1.private-key-fil, coreserver.targets.edge-1.private-key-file",
        "coreserver.targets.edge-1.interval, coreserver.targets.edge-1.poll-interval",
        "coreserver.targets.edge-1.label.site, coreserver.targets.edge-1.labels.site",
        "coreserver.targets.edge-1.labels, coreserver.targets.edge-1.labels.<name>",
        "coreserver.targets.edge-1.labels., coreserver.targets.edge-1.labels.<name>",
        "coreserver.target.edge-1.host, coreserver.targets.edge-1.host",
        "coreserver.edge-1.host, coreserver.targets.edge-1.host",
        "coreserver.targets.host, coreserver.targets.<name>.host",
        "coreserver.default.port, coreserver.defaults.port",
        "coreserver.defaults.prot, coreserver.defaults.port",
        "coreserver.sinks, coreserver.sinks.<name>.url",
        "coreserver.sinks.noc, coreserver.sinks.noc.url",
        "coreserver.sinks.noc.ulr, coreserver.sinks.noc.url",
        "coreserver.sinks.noc.bearer-tokn, coreserver.sinks.noc.bearer-token",
        "coreserver.sink.noc.type, coreserver.sinks.noc.type",
        "CORESERVER_DATA_DIR, coreserver.data-dir",
        "CORESERVER_TARGETS_EDGE_1_HOST, coreserver.targets.edge-1.host"
    })
    void aPropertyIsNearestToTheOneThatWasMeant(String unknown, String nearest) {
        assertThat(NearestKey.toProperty(unknown)).isEqualTo(nearest);
    }

    @ParameterizedTest
    @CsvSource({
        "CORESERVER_LISEN, CORESERVER_LISTEN",
        "coreserver_lisen, CORESERVER_LISTEN",
        "CORESERVER_TARGETS_EDGE_1_HOTS, CORESERVER_TARGETS_EDGE_1_HOST",
        "CORESERVER_TARGETS_EDGE_1_PASSWRD_FILE, CORESERVER_TARGETS_EDGE_1_PASSWORD_FILE",
        "CORESERVER_TARGETS_EDGE_1_USER, CORESERVER_TARGETS_EDGE_1_USERNAME",
        "CORESERVER_TARGET_EDGE_1_HOST, CORESERVER_TARGETS_EDGE_1_HOST",
        "CORESERVER_EDGE_1_HOST, CORESERVER_TARGETS_EDGE_1_HOST",
        "CORESERVER_TARGETS_EDGE_1_LABEL_SITE, CORESERVER_TARGETS_EDGE_1_LABELS_SITE",
        "CORESERVER_AGENT, CORESERVER_AGENT_ENABLED",
        "CORESERVER_TARGETS_PASSWORD_FILE, CORESERVER_TARGETS_<NAME>_PASSWORD_FILE",
        "CORESERVER_TARGETS_HOST, CORESERVER_TARGETS_<NAME>_HOST",
        "CORESERVER_DEFAULT_PORT, CORESERVER_DEFAULTS_PORT",
        "CORESERVER_SINKS_NOC_ULR, CORESERVER_SINKS_NOC_URL",
        "CORESERVER_SINK_NOC_CA_FILE, CORESERVER_SINKS_NOC_CA_FILE",
        "CORESERVER_, CORESERVER_LISTEN"
    })
    void aVariableIsNearestToTheOneThatWasMeant(String unknown, String nearest) {
        assertThat(NearestKey.toVariable(unknown)).isEqualTo(nearest);
    }
}
