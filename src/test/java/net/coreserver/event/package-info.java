@NullMarked
package net.coreserver.event;

import org.jspecify.annotations.NullMarked;
