package net.coreserver.interfaces;

import org.jspecify.annotations.Nullable;

/**
 * An address of an interface with the length of its subnet prefix.
 *
 * <p>Source: RFC 8344 section 4, list {@code address}.
 *
 * @param ip the address in its text form, as the target sent it
 * @param prefixLength in bits, 0 to 32 for IPv4 and 0 to 128 for IPv6; null when the target did not say
 */
public record IpPrefix(String ip, @Nullable Integer prefixLength) {}
