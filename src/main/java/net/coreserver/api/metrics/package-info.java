/**
 * The metrics over HTTP, outside of {@code /api/v1}, where scrapers look for them: {@code /metrics} for all, {@code /probe} for one
 * target.
 *
 * <p>A scrape comes in, and what {@code metrics} makes of it goes out piece by piece, compressed for who takes that. This package
 * knows how a scrape is asked for, and nothing of what is told.
 */
@NullMarked
package net.coreserver.api.metrics;

import org.jspecify.annotations.NullMarked;
