@NullMarked
package net.coreserver.event.derivation;

import org.jspecify.annotations.NullMarked;
