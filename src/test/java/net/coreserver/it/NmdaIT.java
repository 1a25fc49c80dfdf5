package net.coreserver.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server of the NMDA is asked for its operational datastore; nobody has to say so. */
@RequiresNetconfd
@Timeout(120)
final class NmdaIT {

    @TempDir
    private static Path directory;

    @AutoClose
    private static NetconfdRig rig;

    @AutoClose
    private static RunningService service;

    @BeforeAll
    static void start() throws IOException {
        Logs logs = Logs.of(NmdaIT.class);
        rig = NetconfdRig.start(logs, Netconfd.Architecture.NMDA);
        rig.links().addCable("lan0", "lan1");
        service = RunningService.start(logs, directory, rig.target("lab").with("POLL_INTERVAL", "1h"));
        service.awaitState("lab", "up");
    }

    @Test
    void itIsAskedByGetDataAndSaysWhy() {
        JsonNode explained = service.read("/api/v1/targets/lab/explain");

        assertThat(explained.at("/model/name").textValue()).isEqualTo("ietf-interfaces-nmda");
        assertThat(explained.at("/model/reason").textValue()).contains("ietf-interfaces, revision 2018-");
        assertThat(explained.at("/request").textValue()).contains("<get-data ");
    }

    @Test
    void itsInterfacesHaveTheSameShapeAsAnyOthers() {
        JsonNode lan0 = service.readFresh("/api/v1/targets/lab/interfaces/lan0");

        assertThat(lan0.get("operStatus").textValue()).isEqualTo("up");
        assertThat(lan0.at("/statistics/inOctets").isIntegralNumber()).isTrue();
        assertThat(lan0.at("/statistics/outErrors").isIntegralNumber()).isTrue();
    }
}
