@NullMarked
package net.coreserver.target;

import org.jspecify.annotations.NullMarked;
