/** Tests of what scrapers get. */
@NullMarked
package net.coreserver.metrics;

import org.jspecify.annotations.NullMarked;
