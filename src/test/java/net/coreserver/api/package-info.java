/** Tests of the REST surface, over handwritten stand-ins of the monitor and of the clock. */
@NullMarked
package net.coreserver.api;

import org.jspecify.annotations.NullMarked;
