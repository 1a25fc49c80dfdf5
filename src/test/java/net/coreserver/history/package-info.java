@NullMarked
package net.coreserver.history;

import org.jspecify.annotations.NullMarked;
