package net.coreserver;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The table of the packages, and what each may know. */
class PackageTableTest {

    private static final String ROOT = "net.coreserver";

    /** By package: which others of ours it may know. */
    private static final Map<String, List<String>> MAY_KNOW = new TreeMap<>(Map.ofEntries(
            entry("netconf.framing", List.of()),
            entry("netconf", List.of("netconf.framing")),
            entry("netconf.operation", List.of("netconf")),
            entry("netconf.discovery", List.of("netconf", "netconf.operation")),
            entry("netconf.ssh", List.of("netconf")),
            entry("interfaces", List.of()),
            entry("interfaces.yang", List.of("interfaces", "netconf", "netconf.discovery", "netconf.operation")),
            entry("store", List.of()),
            entry("target", List.of("netconf", "netconf.operation", "interfaces", "interfaces.yang", "store")),
            entry(
                    "monitor",
                    List.of(
                            "target",
                            "netconf",
                            "netconf.framing",
                            "netconf.discovery",
                            "interfaces",
                            "interfaces.yang")),
            entry("event", List.of("store", "monitor")),
            entry(
                    "event.notification",
                    List.of("event", "netconf", "netconf.operation", "netconf.discovery", "target", "monitor")),
            entry(
                    "event.derivation",
                    List.of("event", "event.notification", "netconf", "interfaces", "target", "monitor")),
            entry("event.sink", List.of("event", "store", "netconf", "target", "monitor")),
            entry("history.series", List.of("interfaces")),
            entry("history", List.of("history.series", "interfaces", "target", "monitor", "store")),
            entry("metrics", List.of("netconf", "interfaces", "target", "monitor")),
            entry("api.problem", List.of("netconf", "store")),
            entry("api.http", List.of("api.problem", "interfaces", "target")),
            entry("api.targets", List.of("api.http", "api.problem", "netconf", "interfaces", "target", "monitor")),
            entry(
                    "api.inventory",
                    List.of(
                            "api.targets",
                            "api.http",
                            "api.problem",
                            "netconf",
                            "interfaces",
                            "store",
                            "target",
                            "monitor")),
            entry(
                    "api.interfaces",
                    List.of("api.targets", "api.http", "api.problem", "interfaces", "target", "monitor")),
            entry(
                    "api.live",
                    List.of(
                            "api.interfaces",
                            "api.targets",
                            "api.http",
                            "api.problem",
                            "interfaces",
                            "target",
                            "monitor")),
            entry(
                    "api.history",
                    List.of(
                            "api.interfaces",
                            "api.targets",
                            "api.http",
                            "api.problem",
                            "history",
                            "history.series",
                            "interfaces",
                            "store",
                            "target",
                            "monitor")),
            entry("api.event", List.of("api.http", "api.problem", "event", "store", "target", "monitor")),
            entry("api.sink", List.of("api.event", "api.http", "api.problem", "event", "event.sink")),
            entry("api.metrics", List.of("api.http", "api.problem", "metrics", "monitor")),
            entry(
                    "api",
                    List.of(
                            "api.metrics",
                            "api.event",
                            "api.history",
                            "api.sink",
                            "api.interfaces",
                            "api.inventory",
                            "api.targets",
                            "api.http",
                            "api.problem",
                            "metrics",
                            "netconf",
                            "interfaces",
                            "store",
                            "target",
                            "monitor",
                            "history")),
            entry("agent", List.of("netconf", "netconf.framing", "interfaces")),
            entry(
                    "config",
                    List.of(
                            "netconf",
                            "netconf.ssh",
                            "interfaces",
                            "interfaces.yang",
                            "store",
                            "target",
                            "monitor",
                            "event",
                            "event.notification",
                            "event.derivation",
                            "event.sink",
                            "history",
                            "history.series",
                            "metrics",
                            "agent",
                            "api.http"))));

    @SuppressWarnings("unused") // by name, as the source of a test's parameters
    private static final List<String> PACKAGES = List.copyOf(MAY_KNOW.keySet());

    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(ROOT);

    private static String[] qualified(Stream<String> names) {
        return names.map(name -> ROOT + "." + name).toArray(String[]::new);
    }

    @Test
    void everyPackageStandsInTheTable() {
        List<String> packages = CLASSES.getPackage(ROOT).getSubpackagesInTree().stream()
                .filter(javaPackage -> !javaPackage.getClasses().isEmpty())
                .map(JavaPackage::getName)
                .toList();
        assertThat(new TreeSet<>(packages)).containsExactly(qualified(MAY_KNOW.keySet().stream()));
    }

    @ParameterizedTest
    @FieldSource("PACKAGES")
    void aPackageKnowsOnlyWhatTheTableSays(String name) {
        List<String> allowed = MAY_KNOW.getOrDefault(name, List.of());
        String[] others =
                qualified(MAY_KNOW.keySet().stream().filter(other -> !other.equals(name) && !allowed.contains(other)));
        noClasses()
                .that()
                .resideInAPackage(ROOT + "." + name)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .check(CLASSES);
    }

    @Test
    void minaIsKnownToTheSshClientAndTheAgentAlone() {
        noClasses()
                .that(resideOutsideOfPackage(ROOT + ".netconf.ssh").and(resideOutsideOfPackage(ROOT + ".agent..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.sshd..")
                .check(CLASSES);
    }

    @Test
    void theLibraryAndTheDomainKnowNoFramework() {
        classes()
                .that(resideInAnyPackage(
                        qualified(Stream.of("netconf..", "interfaces..", "target..", "monitor..", "agent.."))))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..",
                        "javax.crypto..",
                        "javax.xml..",
                        "jakarta.xml.bind..",
                        "org.codehaus.stax2..",
                        "com.ctc.wstx..",
                        "org.apache.sshd..",
                        "org.bouncycastle..",
                        "org.jspecify..",
                        ROOT + ".."))
                .check(CLASSES);
    }

    @Test
    void theStoreKnowsTheDatabaseAndItsMigrationsAlone() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".store")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..", "javax.sql..", "org.sqlite..", "org.flywaydb..", "org.jspecify..", ROOT + ".store"))
                .check(CLASSES);
        noClasses()
                .that(resideOutsideOfPackage(ROOT + ".store"))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.sqlite..", "org.flywaydb.."))
                .check(CLASSES);
    }

    @Test
    void theDomainAndTheFramingKnowTheJdkAlone() {
        classes()
                .that(resideInAnyPackage(ROOT + ".interfaces", ROOT + ".netconf.framing"))
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "org.jspecify..", ROOT + ".interfaces", ROOT + ".netconf.framing"))
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycle() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(MAY_KNOW.keySet())
                .allSatisfy(name -> assertThat(CLASSES.getPackage(ROOT + "." + name)
                                .tryGetPackageInfo()
                                .map(info -> info.isAnnotatedWith(NullMarked.class)))
                        .hasValue(true));
    }

    @Test
    void nobodySleepsOrPrintsOrNamesAHelper() {
        noClasses().should().callMethod(Thread.class, "sleep", long.class).check(CLASSES);
        GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
        noClasses()
                .that(resideInAPackage(ROOT + ".."))
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .check(CLASSES);
    }
}
