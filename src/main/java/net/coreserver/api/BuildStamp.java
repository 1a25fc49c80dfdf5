package net.coreserver.api;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Properties;

/** What Maven wrote into this build. */
@Singleton
final class BuildStamp {

    private final String version;
    private final Instant timestamp;
    private final String quarkus;

    BuildStamp() {
        Properties properties = new Properties();
        try (InputStream file = BuildStamp.class.getResourceAsStream("build.properties")) {
            if (file == null) {
                throw new IllegalStateException("build.properties is missing from the class path");
            }
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.version = properties.getProperty("version", "");
        this.timestamp = Instant.parse(properties.getProperty("timestamp", ""));
        this.quarkus = properties.getProperty("quarkus", "");
    }

    String version() {
        return version;
    }

    Instant timestamp() {
        return timestamp;
    }

    String quarkus() {
        return quarkus;
    }
}
