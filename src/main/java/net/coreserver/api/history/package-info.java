/**
 * The history, over HTTP: graphs of one interface, its samples as they were kept, and which interfaces had most.
 *
 * <p>All read the {@link net.coreserver.history.HistoryReader} and nothing else. Graphs and ranks are short and come whole, as JSON
 * or as a table: {@link net.coreserver.api.history.HistoryResource} and {@link net.coreserver.api.history.TopResource}.
 *
 * <p>It decides nothing of what is kept and how it is summed up. Whether an interface is known at all where nothing is kept of it, the
 * monitor says.
 */
@NullMarked
package net.coreserver.api.history;

import org.jspecify.annotations.NullMarked;
