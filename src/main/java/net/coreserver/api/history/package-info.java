/**
 * The history, over HTTP: graphs of one interface, its samples as they were kept, and which interfaces had most.
 *
 * <p>All read the {@link net.coreserver.history.HistoryReader} and nothing else. Graphs and ranks are short and come whole, as JSON
 * or as a table: {@link net.coreserver.api.history.HistoryResource} and {@link net.coreserver.api.history.TopResource}. Samples may be
 * many: a request for them leaves the way of the others behind the guard, {@link net.coreserver.api.history.SampleRoute} hands it to
 * {@link net.coreserver.api.history.SampleStreams}, and a {@link net.coreserver.api.history.SampleStream} reads them page by page as
 * its client takes them.
 *
 * <p>It decides nothing of what is kept and how it is summed up. Whether an interface is known at all where nothing is kept of it, the
 * monitor says.
 */
@NullMarked
package net.coreserver.api.history;

import org.jspecify.annotations.NullMarked;
