/**
 * What a server tells of itself beyond its hello: its YANG modules, its schemas and sessions, its event streams.
 *
 * <p>These documents are small and asked for once, so that JAXB binds them entry by entry.
 */
@NullMarked
package net.coreserver.netconf.discovery;

import org.jspecify.annotations.NullMarked;
