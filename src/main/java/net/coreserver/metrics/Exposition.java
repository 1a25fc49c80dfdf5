package net.coreserver.metrics;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one scrape gets, made piece by piece as the scraper takes it. All of it is of the moment at which the scrape began. For use by
 * one thread at a time.
 */
public final class Exposition {

    /** A piece is about as long as this; writing it takes a fraction of a millisecond. */
    static final int PIECE_LENGTH = 64 * 1024;

    private static final int LONGEST_LINE = 4 * 1024;
    private static final byte[] END = "# EOF\n".getBytes(StandardCharsets.US_ASCII);

    private final ExpositionFormat format;
    private final boolean hasTimestamps;
    private final List<Section> sections;
    private final List<TargetView> targets;
    private final byte[] tail;

    // How far it is.
    private int section;
    private int target;
    private int row;
    private boolean hasHeader;
    private boolean isDone;
    private byte[] name = {};

    /**
     * Makes an exposition of which nothing is written yet.
     *
     * @param hasTimestamps whether samples of what a poll saw carry its time
     * @param tail other families, already in this format, without the end
     */
    Exposition(
            ExpositionFormat format,
            boolean hasTimestamps,
            List<Section> sections,
            List<TargetView> targets,
            byte[] tail) {
        this.format = format;
        this.hasTimestamps = hasTimestamps;
        this.sections = sections;
        this.targets = targets;
        this.tail = tail;
        nameSection();
    }

    /** {@return how it is written} */
    public ExpositionFormat format() {
        return format;
    }

    /** {@return the next piece; empty after the last} */
    public Optional<byte[]> next() {
        if (isDone) {
            return Optional.empty();
        }
        Octets out = new Octets(PIECE_LENGTH + LONGEST_LINE);
        while (section < sections.size()) {
            if (out.length() >= PIECE_LENGTH) {
                return Optional.of(out.toByteArray());
            }
            step(out);
        }
        out.octets(tail);
        if (format == ExpositionFormat.OPEN_METRICS) {
            out.octets(END);
        }
        isDone = true;
        return Optional.of(out.toByteArray());
    }

    /** Writes one sample, or goes on to the next target or family. */
    private void step(Octets out) {
        Section current = sections.get(section);
        if (target == targets.size()) {
            section++;
            target = 0;
            nameSection();
            return;
        }
        TargetView view = targets.get(target);
        if (row == current.rows(view)) {
            target++;
            row = 0;
            return;
        }
        writeSample(current, view, out);
        row++;
    }

    private void nameSection() {
        hasHeader = false;
        if (section < sections.size()) {
            name = sections.get(section).family().sampleName();
        }
    }

    private void writeSample(Section current, TargetView view, Octets out) {
        int before = out.length();
        if (!hasHeader) {
            out.octets(current.family().header(format));
        }
        out.octets(name);
        int open = out.length();
        out.octet('{');
        current.appendLabels(view, row, out);
        if (out.length() == open + 1) {
            out.truncate(open);
        } else {
            out.octet('}');
        }
        out.octet(' ');
        if (!current.appendValue(view, row, out)) {
            out.truncate(before);
            return;
        }
        if (hasTimestamps && current.isOfSnapshot()) {
            out.octet(' ');
            appendTimestamp(view.takenAt(), out);
        }
        out.octet('\n');
        hasHeader = true;
    }

    private void appendTimestamp(Instant time, Octets out) {
        switch (format) {
            case CLASSIC -> out.ascii(Long.toString(time.toEpochMilli()));
            case OPEN_METRICS -> out.seconds(time);
        }
    }
}
