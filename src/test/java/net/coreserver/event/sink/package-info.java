@NullMarked
package net.coreserver.event.sink;

import org.jspecify.annotations.NullMarked;
