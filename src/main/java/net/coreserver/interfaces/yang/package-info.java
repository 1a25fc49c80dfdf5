/**
 * From XML to records: one reader for each YANG model that describes interfaces.
 *
 * <p>A reader says what to ask, and turns the reply into samples while it arrives, leaf by leaf with StAX, so that
 * memory does not grow with the reply. What reads the entries of a list stays in here. A leaf that cannot be what
 * it should be is left out, and costs neither its interface nor another. This package knows the domain and the
 * {@code netconf} words for requests and replies; it knows no session, no target and no SSH.
 */
@NullMarked
package net.coreserver.interfaces.yang;

import org.jspecify.annotations.NullMarked;
