package net.coreserver.config;

import io.smallrye.config.SmallRyeConfig;
import java.nio.file.Path;
import java.util.List;
import net.coreserver.event.sink.SinkSettings;
import net.coreserver.netconf.HostKeyPolicy;
import net.coreserver.target.Inventory;
import net.coreserver.target.SecretReference;
import net.coreserver.target.SettingsGrammar;
import net.coreserver.target.TargetDefaults;
import net.coreserver.target.TargetSettings;
import net.coreserver.target.ValueParser;

/**
 * The configuration, read and found to be without a problem.
 *
 * @param inventory the targets
 * @param defaults what counts for every target that does not say it itself
 * @param grammar how the operator's words are understood, wherever they stand
 * @param settings everything else
 * @param clientGrammar how clients of the API say what targets are
 * @param clientDefaults what counts where they say nothing
 * @param sinks where events are pushed to, in the natural order of their names
 */
record Configuration(
        Inventory inventory,
        TargetSettings defaults,
        SettingsGrammar grammar,
        Settings settings,
        SettingsGrammar clientGrammar,
        TargetDefaults clientDefaults,
        List<SinkSettings> sinks) {

    /** The file in the data directory in which {@code accept-new} writes down the keys that it learns. */
    private static final String LEARNED_HOST_KEYS = "known_hosts";

    /** Copies the list. */
    Configuration {
        sinks = List.copyOf(sinks);
    }

    /** {@return whether the embedded agent runs} */
    boolean runsAgent() {
        return switch (settings.agent()) {
            case ON -> true;
            case OFF -> false;
            case WHEN_NO_TARGET -> inventory.targets().isEmpty() && settings.targetsFile() == null;
        };
    }

    /**
     * Reads the configuration.
     *
     * @param config all sources
     * @param home the home directory of the user that runs the service
     * @return what it says
     * @throws InvalidConfigurationException with everything that is wrong with it
     */
    static Configuration read(SmallRyeConfig config, Path home) {
        Problems problems = new Problems();
        GivenKeys givens = GivenKeys.in(config, problems);
        FilePaths files = new FilePaths(home);
        SettingsParser service = new SettingsParser(givens, files, problems);
        Settings settings = service.settings();
        Path knownHosts = service.knownHostsFile();
        Path learned = settings.dataDir().resolve(LEARNED_HOST_KEYS);
        ValueParser<HostKeyPolicy> hostKey = ValueParser.hostKey(
                new HostKeyPolicy.KnownHosts(knownHosts), new HostKeyPolicy.AcceptNew(knownHosts, learned));
        SecretReference secret = new SecretReference(files.filled(), System::getenv);
        SettingsGrammar grammar = SettingsGrammar.ofOperator(hostKey, secret, files.filled());
        TargetParser targets = new TargetParser(givens, grammar, problems);
        Inventory inventory = Inventory.of(targets.targets());
        if (settings.agent() == AgentMode.ON && givens.targets().contains(AgentMode.TARGET)) {
            problems.add("Target `" + AgentMode.TARGET + "` is configured, but with `"
                    + new Key.OfService(ServiceKey.AGENT_ENABLED).property()
                    + "` that is the name of the embedded agent: one of the two has to go.");
        }
        List<SinkSettings> sinks = new SinkParser(givens, files, secret, problems).sinks();
        problems.throwIfAny();
        return new Configuration(
                inventory,
                targets.defaults(),
                grammar,
                settings,
                SettingsGrammar.ofClient(hostKey),
                new TargetDefaults(targets.defaults()).forClients(),
                sinks);
    }
}
