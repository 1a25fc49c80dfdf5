@NullMarked
package net.coreserver.api.history;

import org.jspecify.annotations.NullMarked;
