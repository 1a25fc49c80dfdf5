/**
 * The REST surface: HTTP in, what the monitor knows out. It translates and decides nothing.
 *
 * <p>A request passes {@link net.coreserver.api.RequestGuard} first, before any routing: host, sizes and syntax are
 * checked there, and the target of the request is brought into the one form that the router treats alike. A resource
 * then reads its {@link net.coreserver.api.Query}, asks {@link net.coreserver.api.Readings} for a
 * {@link net.coreserver.api.Reading} of each target (at once as a rule, after a poll when the request's
 * {@code Cache-Control} asks for one), and answers with a {@link net.coreserver.api.Representation}.
 *
 * <p>Interfaces are never serialised for a request: {@link net.coreserver.api.Rendering} turns a reading into bytes
 * once, one slice for each interface, and every list, filtered list, page and single interface is cut from the slices.
 *
 * <p>A request for a stream of events leaves this way behind the guard: {@link net.coreserver.api.EventStreamRoute} hands
 * it to {@link net.coreserver.api.LiveStreams}, which listens to the monitor and lets each
 * {@link net.coreserver.api.LiveStream} write, from the same renderings, what its client has room for.
 *
 * <p>Whatever goes wrong ends as a {@link net.coreserver.api.Problem}, whether it was thrown by a resource, found by the
 * framework ({@link net.coreserver.api.ExceptionMappers}) or met before any resource was reached
 * ({@link net.coreserver.api.RouterProblems}).
 *
 * <p>This package knows no SSH, no framing, and not where its configuration comes from.
 */
@NullMarked
package net.coreserver.api;

import org.jspecify.annotations.NullMarked;
