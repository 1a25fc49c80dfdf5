@NullMarked
package net.coreserver.config;

import org.jspecify.annotations.NullMarked;
