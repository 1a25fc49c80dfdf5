/**
 * What is known of the targets and their interfaces, as Prometheus reads it.
 *
 * <p>Snapshots and health come in from the monitor at the moment of a scrape; text goes out, a piece at a time. Nothing is registered
 * and nothing is copied: each line is written from the snapshot that it tells of. Only what no snapshot holds, how often polls went
 * wrong, is counted here. This package knows nothing of HTTP.
 *
 * <p>Sources: the text format 0.0.4 of Prometheus, and OpenMetrics 1.0.0.
 */
@NullMarked
package net.coreserver.metrics;

import org.jspecify.annotations.NullMarked;
