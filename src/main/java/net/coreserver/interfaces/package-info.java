/**
 * The domain: what a poll saw of an interface, in the words of RFC 8343.
 *
 * <p>Samples come in from the readers in {@code interfaces.yang}; snapshots of them go out to everyone. Data only:
 * records and enums with their units in their names. This package knows the JDK and nothing else.
 */
@NullMarked
package net.coreserver.interfaces;

import org.jspecify.annotations.NullMarked;
