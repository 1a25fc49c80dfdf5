package net.coreserver.netconf.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import net.coreserver.testing.ChildJvm;
import org.junit.jupiter.api.Test;

/** What a server says without end does not fill the memory: 128 MB of each flood go through a heap of 64 MB. */
class FloodTest {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    @Test
    void aFloodMeetsItsBoundOrPasses() throws Exception {
        List<String> names = Arrays.stream(Flood.values()).map(Flood::name).toList();
        List<String> expected = Arrays.stream(Flood.values())
                .map(flood -> flood + " " + flood.kind() + " ")
                .toList();
        assertThat(ChildJvm.run("64m", LIMIT, FloodClient.class, names))
                .as("each flood, and what ended it")
                .zipSatisfy(expected, (line, start) -> assertThat(line).startsWith(start));
    }
}
