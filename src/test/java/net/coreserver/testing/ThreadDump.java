package net.coreserver.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All threads of this process, virtual ones included, which {@link Thread#getAllStackTraces()} leaves out. */
public final class ThreadDump {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ThreadDump() {}

    /** The threads that are alive and whose name holds a text: each with its name and its stack. */
    public static List<String> threadsNamed(String text) throws IOException {
        List<String> found = new ArrayList<>();
        for (JsonNode container : dump().at("/threadDump/threadContainers")) {
            for (JsonNode thread : container.get("threads")) {
                if (thread.path("name").asText().contains(text)) {
                    found.add(thread.path("name").asText() + " " + thread.path("stack"));
                }
            }
        }
        return found;
    }

    private static JsonNode dump() throws IOException {
        Path directory = Files.createTempDirectory("threads");
        Path file = directory.resolve("dump.json");
        try {
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpThreads(file.toString(), ThreadDumpFormat.JSON);
            return JSON.readTree(file.toFile());
        } finally {
            Files.deleteIfExists(file);
            Files.delete(directory);
        }
    }
}
