/**
 * What is monitored: the targets with their credentials, and the inventory of them.
 *
 * <p>Targets come in from the configuration and from clients of the API. Both say them in the words of
 * {@link net.coreserver.target.TargetKey}, which {@link net.coreserver.target.SettingsGrammar} understands; those of clients are kept
 * by {@link net.coreserver.target.StoredInventory}, their secrets sealed. {@link net.coreserver.target.LiveInventory} has all of them,
 * and {@code monitor} takes them from there. This package may know {@code netconf}, for the words in which a server is described, and
 * nothing of how it is reached; {@code interfaces}, for which of them are asked for; and {@code store}, for what outlives a restart.
 */
@NullMarked
package net.coreserver.target;

import org.jspecify.annotations.NullMarked;
