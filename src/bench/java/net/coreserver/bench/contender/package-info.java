/**
 * The clients that are compared, each in a process of its own: so its CPU time, heap and threads are its alone, and no
 * two meet on one class path. What comes in are commands, a line each; what goes out are figures.
 *
 * <p>But for the contenders themselves it knows nothing but the JDK, since it is compiled against each of them.
 */
@NullMarked
package net.coreserver.bench.contender;

import org.jspecify.annotations.NullMarked;
