/**
 * Benchmarks: what CoreServer costs, as ratios against something that is measured in the same run. Built and run by the
 * Maven profile {@code bench} alone; nothing of it is in the service.
 */
@NullMarked
package net.coreserver.bench;

import org.jspecify.annotations.NullMarked;
