package net.coreserver.config;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import net.coreserver.agent.AgentServer;
import net.coreserver.agent.InterfaceSource;
import net.coreserver.event.derivation.Derivation;
import net.coreserver.event.notification.Subscriptions;
import net.coreserver.event.sink.Sinks;
import net.coreserver.interfaces.InterfaceSelection;
import net.coreserver.interfaces.yang.InterfaceModels;
import net.coreserver.monitor.ConnectionTest;
import net.coreserver.monitor.Monitor;
import net.coreserver.monitor.Supervision;
import net.coreserver.netconf.ssh.NetconfSshClient;
import net.coreserver.target.EventSelection;
import net.coreserver.target.LiveInventory;
import net.coreserver.target.Target;
import net.coreserver.target.TargetSource;
import org.jspecify.annotations.Nullable;

/** Puts the parts together when the service starts, and takes them apart, in the opposite order, when it stops. */
@Singleton
final class Wiring {

    private static final Duration AGENT_POLL_INTERVAL = Duration.ofSeconds(10);

    private final TargetSources sources;
    private final StoreWiring store;
    private final HistoryWiring history;
    private final @Nullable AgentServer agent;
    private final NetconfSshClient client;
    private final Supervision supervision;
    private final Sinks sinks;
    private final Derivation derivation;
    private final Subscriptions subscriptions;

    @Inject
    Wiring(
            Configuration configuration,
            TargetSources sources,
            LiveInventory inventory,
            StoreWiring store,
            HistoryWiring history,
            InstantSource clock) {
        this.sources = sources;
        this.store = store;
        this.history = history;
        agent = configuration.runsAgent() ? startAgent() : null;
        if (agent != null) {
            inventory.replace(TargetSource.AGENT, List.of(targetOf(agent)));
        }
        client = new NetconfSshClient();
        supervision =
                new Supervision(inventory.current(), client::connect, InterfaceModels.LADDER, clock, store.health());
        derivation = new Derivation(store.recorder(), clock);
        var _ = derivation.watch(supervision);
        subscriptions = new Subscriptions(store.recorder(), derivation, clock);
        var _ = supervision.use(subscriptions);
        history.start(supervision);
        inventory.follow(supervision::apply);
        sinks = new Sinks(configuration.sinks(), store.events(), store.recorder(), store.store(), clock);
    }

    private static Target targetOf(AgentServer agent) {
        return new Target(
                agent.endpoint(AgentMode.TARGET),
                AGENT_POLL_INTERVAL,
                true,
                Map.of(),
                InterfaceSelection.ALL,
                EventSelection.STANDARD,
                null,
                TargetSource.AGENT);
    }

    private static AgentServer startAgent() {
        try {
            return AgentServer.start(InterfaceSource.ofThisHost());
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded agent cannot listen on loopback", e);
        }
    }

    @Produces
    @Singleton
    static InstantSource clock() {
        return InstantSource.system();
    }

    @Produces
    @Singleton
    Monitor monitor() {
        return supervision;
    }

    @Produces
    @Singleton
    Sinks sinks() {
        return sinks;
    }

    @Produces
    @Singleton
    ConnectionTest connectionTest(InstantSource clock) {
        return new ConnectionTest(client::connect, InterfaceModels.LADDER, clock);
    }

    /** Being asked for at all is what starts the monitoring, before anybody reads. */
    void onStart(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent start) {
        sinks.start();
    }

    void onStop(@Observes ShutdownEvent stop) {
        sources.close();
        subscriptions.close();
        supervision.close();
        history.close();
        sinks.close();
        derivation.close();
        store.close();
        client.close();
        if (agent != null) {
            agent.close();
        }
    }
}
