package net.coreserver.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmInfoMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How the service itself is: a few hundred samples of meters, whose number does not depend on how many targets there are. The JVM's
 * and the process' are here from the beginning; others are added to the registry.
 */
public final class ServiceMetrics implements AutoCloseable {

    private static final String END = "# EOF\n";

    /** In nanoseconds, where Prometheus wants seconds; there is one of those in its place. */
    private static final String CPU_NANOSECONDS = "process.cpu.time";

    /** Its name would be that of a part of a histogram; who needs it asks the machine. */
    private static final String PROCESSORS = "system.cpu.count";

    private static final double NANOSECONDS_PER_SECOND = 1e9;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics garbageCollection = new JvmGcMetrics();

    /** Begins to measure. */
    public ServiceMetrics() {
        registry.config().meterFilter(MeterFilter.denyNameStartsWith(CPU_NANOSECONDS));
        registry.config().meterFilter(MeterFilter.denyNameStartsWith(PROCESSORS));
        List<MeterBinder> all = List.of(
                new JvmInfoMetrics(),
                new JvmMemoryMetrics(),
                garbageCollection,
                new JvmThreadMetrics(),
                new ClassLoaderMetrics(),
                new ProcessorMetrics(),
                new UptimeMetrics(),
                new FileDescriptorMetrics());
        all.forEach(binder -> binder.bindTo(registry));
        ProcessHandle process = ProcessHandle.current();
        FunctionCounter.builder("process.cpu.seconds", process, ServiceMetrics::cpuSeconds)
                .description("The time that the processors have spent for the service.")
                .register(registry);
    }

    private static double cpuSeconds(ProcessHandle process) {
        return process.info()
                .totalCpuDuration()
                .map(spent -> spent.toNanos() / NANOSECONDS_PER_SECOND)
                .orElse(Double.NaN);
    }

    /** {@return what further meters are registered with} */
    public MeterRegistry registry() {
        return registry;
    }

    /**
     * All of them as they are now; this takes a few milliseconds.
     *
     * @param format how they are written
     * @return the text, without the end that OpenMetrics wants
     */
    public byte[] read(ExpositionFormat format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            registry.scrape(out, format.contentType());
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes everything", e);
        }
        String text = out.toString(StandardCharsets.UTF_8);
        return (text.endsWith(END) ? text.substring(0, text.length() - END.length()) : text)
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        garbageCollection.close();
        registry.close();
    }
}
