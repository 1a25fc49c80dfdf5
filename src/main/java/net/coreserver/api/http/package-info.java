/**
 * What every resource stands on, whatever it is about: a request in, its parts as values out; an answer in, its octets out.
 *
 * <p>A request passes {@link net.coreserver.api.http.RequestGuard} first, before any routing: host, sizes and syntax are
 * checked there, and the target of the request is brought into the one form that the router treats alike. A resource then
 * says in an {@link net.coreserver.api.http.ApiOperation} what it takes, reads its
 * {@link net.coreserver.api.http.Query} and {@link net.coreserver.api.http.RequestContent}, and answers with a
 * {@link net.coreserver.api.http.Representation}; what takes long, {@link net.coreserver.api.http.LongWork} does away
 * from the event loop. Streams of events are made of {@link net.coreserver.api.http.EventText} and kept alive by a
 * {@link net.coreserver.api.http.Pulse}.
 *
 * <p>Whatever goes wrong ends as a {@link net.coreserver.api.problem.Problem}, whether it was thrown by a resource, found by
 * the framework ({@link net.coreserver.api.http.ExceptionMappers}) or met before any resource was reached
 * ({@link net.coreserver.api.http.RouterProblems}).
 *
 * <p>This package knows no resource, no target, no monitor and no store; of the domain, only counters, which JSON has no
 * type for, the order of names, by which long lists are paged, and how durations are written.
 */
@NullMarked
package net.coreserver.api.http;

import org.jspecify.annotations.NullMarked;
