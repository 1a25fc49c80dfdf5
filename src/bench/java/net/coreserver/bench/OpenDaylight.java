package net.coreserver.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** OpenDaylight's client and simulated device, fetched and compiled by a Maven of their own. */
final class OpenDaylight {

    private static final Path POM = Path.of("src", "bench", "opendaylight", "pom.xml");
    private static final Path BUILD = Path.of("target", "bench", "opendaylight");

    private final String classPath;

    private OpenDaylight(String classPath) {
        this.classPath = classPath;
    }

    static OpenDaylight build(Workspace workspace) throws IOException, InterruptedException {
        ChildProcess.run(
                workspace.file("maven.log"),
                List.of(
                        Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(),
                        "--batch-mode",
                        "--quiet",
                        "--file",
                        POM.toString(),
                        "process-classes"));
        return new OpenDaylight(Files.readString(BUILD.resolve("class-path")).strip());
    }

    /** What its libraries need. */
    String classPath() {
        return classPath;
    }

    /** What its libraries and the contender that uses them need. */
    String contenderClassPath() {
        return BUILD.resolve("classes") + System.getProperty("path.separator") + classPath;
    }
}
