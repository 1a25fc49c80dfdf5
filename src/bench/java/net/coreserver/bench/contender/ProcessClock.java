package net.coreserver.bench.contender;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * The CPU time of the whole process, of threads that have ended, too. It asks the C library, since what the JDK tells goes
 * in steps of 10 ms. POSIX {@code clock_gettime}, with Linux's number of the clock.
 */
final class ProcessClock {

    private static final int CLOCK_PROCESS_CPUTIME_ID = 2;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final MemoryLayout TIMESPEC = MemoryLayout.structLayout(
            ValueLayout.JAVA_LONG.withName("tv_sec"), ValueLayout.JAVA_LONG.withName("tv_nsec"));

    private final MethodHandle clockGettime;
    private final MemorySegment timespec = Arena.ofAuto().allocate(TIMESPEC);

    @SuppressWarnings("restricted") // a call into the C library is what this is
    ProcessClock() {
        Linker linker = Linker.nativeLinker();
        clockGettime = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("clock_gettime"),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
    }

    /** Nanoseconds of CPU time since the process began. */
    long nanos() {
        int status;
        try {
            status = (int) clockGettime.invokeExact(CLOCK_PROCESS_CPUTIME_ID, timespec);
        } catch (Throwable e) {
            throw new IllegalStateException("the C library has no clock_gettime as expected", e);
        }
        if (status != 0) {
            throw new IllegalStateException("the system does not tell the CPU time of a process");
        }
        return timespec.get(ValueLayout.JAVA_LONG, 0) * NANOS_PER_SECOND
                + timespec.get(ValueLayout.JAVA_LONG, Long.BYTES);
    }
}
