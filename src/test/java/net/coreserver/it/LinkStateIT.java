package net.coreserver.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A link that goes down or comes up is seen to do so. */
@RequiresNetconfd
@Timeout(120)
final class LinkStateIT {

    private static final String LAN0 = "/api/v1/targets/lab/interfaces/lan0";
    private static final String LAN1 = "/api/v1/targets/lab/interfaces/lan1";

    @TempDir
    private static Path directory;

    @AutoClose
    private static NetconfdRig rig;

    @AutoClose
    private static RunningService service;

    @BeforeAll
    static void start() throws IOException {
        Logs logs = Logs.of(LinkStateIT.class);
        rig = NetconfdRig.start(logs);
        rig.links().addCable("lan0", "lan1");
        // Polled when it is asked for, and not by chance in between.
        service = RunningService.start(logs, directory, rig.target("lab").with("POLL_INTERVAL", "1h"));
    }

    @BeforeEach
    void cableIsUp() {
        setCableUp();
        service.awaitState("lab", "up");
        awaitFreshOperStatus(LAN0, "up");
        awaitFreshOperStatus(LAN1, "up");
    }

    @Test
    void aLinkThatIsSetDownIsSeenDownByAFreshRead() {
        setCableDown();

        awaitFreshOperStatus(LAN1, "down");
        // Linux says lowerlayerdown, a word that netconfd does not know.
        awaitFreshOperStatus(LAN0, "unknown");
    }

    @Test
    void aLinkThatIsSetUpAgainIsSeenUpByAFreshRead() {
        setCableDown();
        awaitFreshOperStatus(LAN1, "down");

        setCableUp();

        awaitFreshOperStatus(LAN1, "up");
        awaitFreshOperStatus(LAN0, "up");
    }

    @Test
    void aPlainReadShowsTheLastPoll() {
        setCableDown();
        assertThat(operStatus(service.read(LAN1))).isEqualTo("up");

        awaitFreshOperStatus(LAN1, "down");
        assertThat(operStatus(service.read(LAN1))).isEqualTo("down");
    }

    private static void setCableDown() {
        rig.links().setDown("lan1");
        rig.links().awaitOperState("lan1", "down");
        rig.links().awaitOperState("lan0", "lowerlayerdown");
    }

    private static void setCableUp() {
        rig.links().setUp("lan1");
        rig.links().awaitOperState("lan1", "up");
        rig.links().awaitOperState("lan0", "up");
    }

    private static void awaitFreshOperStatus(String path, String expected) {
        service.awaitFresh(path, each -> assertThat(operStatus(each)).isEqualTo(expected));
    }

    private static String operStatus(JsonNode served) {
        return served.path("operStatus").asText();
    }
}
