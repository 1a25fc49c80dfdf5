/**
 * What is monitored: the targets with their credentials, and the inventory of them.
 *
 * <p>Targets come in from the configuration; {@code monitor} takes them from here. This package may know
 * {@code netconf}, for the words in which a server is described, and nothing of how it is reached.
 */
@NullMarked
package net.coreserver.target;

import org.jspecify.annotations.NullMarked;
