package net.coreserver.store;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ClassProvider;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.migration.JavaMigration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/**
 * The scripts that bring a file up to date. They are listed, since a class path cannot be searched in every way in which the
 * service is packaged and started.
 *
 * @param folder where they are among the resources
 * @param scripts their names, as Flyway has them: {@code V1__what.sql}
 */
public record Migrations(String folder, List<String> scripts) {

    /** Those of {@code coreserver.db}. */
    public static final Migrations CORESERVER = new Migrations(
            "db/migration/coreserver", List.of("V1__targets.sql", "V2__health.sql", "V3__events.sql", "V4__sinks.sql"));

    /** Those of {@code history.db}. */
    public static final Migrations HISTORY = new Migrations("db/migration/history", List.of("V1__history.sql"));

    private static final ClassProvider<JavaMigration> NONE_IN_JAVA = List::of;

    /** Copies the list. */
    public Migrations {
        scripts = List.copyOf(scripts);
    }

    /**
     * Runs those that a file has not seen.
     *
     * @throws NewerSchemaException when it has seen some that are not known here; nothing was done then
     */
    void run(DataSource file) throws NewerSchemaException {
        Flyway flyway = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(file)
                .resourceProvider(new Scripts(this))
                .javaMigrationClassProvider(NONE_IN_JAVA)
                .validateMigrationNaming(true)
                .load();
        refuseNewer(flyway.info().current());
        flyway.migrate();
    }

    private void refuseNewer(@Nullable MigrationInfo current) throws NewerSchemaException {
        MigrationVersion present = current == null ? null : current.getVersion();
        if (present != null && present.compareTo(latest()) > 0) {
            throw new NewerSchemaException(present.toString(), latest().toString());
        }
    }

    private MigrationVersion latest() {
        return scripts.stream()
                .map(script -> MigrationVersion.fromVersion(script.substring(1, script.indexOf("__"))))
                .max(MigrationVersion::compareTo)
                .orElseThrow();
    }

    /** A file is of a later version of the service. */
    static final class NewerSchemaException extends Exception {

        private static final long serialVersionUID = 1L;

        NewerSchemaException(String present, String known) {
            super("it is of a newer version of CoreServer (its schema is " + present + ", and " + known
                    + " the latest that is known here)");
        }
    }

    private record Scripts(Migrations migrations) implements ResourceProvider {

        @Override
        public @Nullable LoadableResource getResource(String name) {
            return migrations.scripts.contains(name) ? new Script(migrations.folder, name) : null;
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            Collection<LoadableResource> found = new ArrayList<>();
            for (String script : migrations.scripts) {
                if (script.startsWith(prefix) && List.of(suffixes).stream().anyMatch(script::endsWith)) {
                    found.add(new Script(migrations.folder, script));
                }
            }
            return found;
        }
    }

    private static final class Script extends LoadableResource {

        private final String folder;
        private final String name;

        Script(String folder, String name) {
            this.folder = folder;
            this.name = name;
        }

        @Override
        public Reader read() {
            InputStream content = Migrations.class.getClassLoader().getResourceAsStream(getAbsolutePath());
            if (content == null) {
                throw new IllegalStateException("there is no migration " + getAbsolutePath());
            }
            return new InputStreamReader(content, StandardCharsets.UTF_8);
        }

        @Override
        public String getAbsolutePath() {
            return folder + '/' + name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return getAbsolutePath();
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }
}
