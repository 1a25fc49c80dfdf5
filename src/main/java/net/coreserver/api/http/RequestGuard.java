package net.coreserver.api.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import net.coreserver.api.problem.Problem;

/** What every request passes first, whatever it is for. */
@Singleton
final class RequestGuard {

    /** Before all filters and routes of the framework and its extensions. */
    private static final int FIRST = 1_000_000;

    private static final String PASSED = RequestGuard.class.getName();

    private final HostGuard hosts;
    private final RequestLimits limits;

    RequestGuard(HostGuard hosts, RequestLimits limits) {
        this.hosts = hosts;
        this.limits = limits;
    }

    /**
     * The framework's own look at the URL answers without a problem, and takes the time that ours takes once more. It
     * asks whether it is wanted once, when its class is loaded: after the container is there, and long before the event
     * that the service has started. Static, so that nothing is made at that moment which would read the configuration.
     */
    static void takeOverFromFramework(@Observes @Initialized(ApplicationScoped.class) Object event) {
        System.setProperty("vertx.disableURIValidation", "true");
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    private void check(RoutingContext context) {
        if (context.get(PASSED) != null) {
            context.next();
            return;
        }
        var request = context.request();
        Optional<Problem> problem =
                limits.check(request).or(() -> RequestTarget.check(request)).or(() -> hosts.check(request));
        if (problem.isPresent()) {
            RouterProblems.answer(context, problem.get().at(String.valueOf(request.path())));
            return;
        }
        Optional<String> rerouted = RequestTarget.rerouted(request);
        if (rerouted.isEmpty()) {
            context.next();
            return;
        }
        context.put(PASSED, true);
        context.reroute(rerouted.get());
    }
}
