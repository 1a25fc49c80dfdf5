/** What the tests of the REST surface share: stand-ins of the monitor, the clock and the pulse, and clients. */
@NullMarked
package net.coreserver.api.testing;

import org.jspecify.annotations.NullMarked;
