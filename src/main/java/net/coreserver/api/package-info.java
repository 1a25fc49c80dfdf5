/**
 * The REST surface: HTTP in, what the monitor and the inventory know out. It translates and decides nothing.
 *
 * <p>Each kind of resource has a room: {@link net.coreserver.api.targets} and {@link net.coreserver.api.inventory},
 * {@link net.coreserver.api.interfaces} and its streams in {@link net.coreserver.api.live}, what they were like in {@link net.coreserver.api.history}, the log of events in
 * {@link net.coreserver.api.event}, and where they are pushed to in {@link net.coreserver.api.sink}. All stand on
 * {@link net.coreserver.api.http}, which has what any resource needs, and on {@link net.coreserver.api.problem}, as which
 * all ends that goes wrong.
 *
 * <p>Here is what concerns the service as a whole, and so may know every room: the API's document, to which each room
 * gives its operations ({@link net.coreserver.api.ServiceOperations} puts them together), the health checks, and what the
 * service says of itself. None of the rooms knows this package.
 *
 * <p>It knows no SSH, no framing, and not where its configuration comes from; nor do its rooms.
 */
@NullMarked
package net.coreserver.api;

import org.jspecify.annotations.NullMarked;
