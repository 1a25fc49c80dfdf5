/** Tests of the REST surface as a whole. */
@NullMarked
package net.coreserver.api;

import org.jspecify.annotations.NullMarked;
