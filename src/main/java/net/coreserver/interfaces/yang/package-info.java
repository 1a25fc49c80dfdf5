/**
 * From XML to records: one reader for each model that describes interfaces, and the ladder on which they stand.
 *
 * <p>A model is a declared tree of {@code Element}s: by path and namespace it says what is asked for, what
 * is read, and what becomes of it. The reply is walked along the tree while it arrives, leaf by leaf with StAX; what it says of an
 * interface at several places is put together. A leaf that cannot be what it should be is left out, and costs neither its interface nor
 * another. This package knows the domain and the {@code netconf} words for requests, replies and what a server announces; it knows no
 * session, no target and no SSH.
 */
@NullMarked
package net.coreserver.interfaces.yang;

import org.jspecify.annotations.NullMarked;
