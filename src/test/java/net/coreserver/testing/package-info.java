/** Servers and stand-ins that the tests of several packages use. */
@NullMarked
package net.coreserver.testing;

import org.jspecify.annotations.NullMarked;
