package net.coreserver.event.sink;

import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import net.coreserver.event.Event;
import net.coreserver.event.Occurrence;
import net.coreserver.event.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Writes events as syslog messages. Source: RFC 5424 section 6; the structured data have the enterprise number 32473, which RFC 5612
 * keeps for examples, since we have none.
 *
 * <p>There is no byte order mark before the text, though section 6.4 wants one: rsyslog takes it for a part of the text, and writes
 * it into every line. Without one the text is of no stated encoding, which is allowed as well, and everybody reads it as UTF-8.
 *
 * @param facility where messages claim to come from
 * @param hostName this host, as messages call it
 * @param processId this process
 * @param longest how many octets a message has at most
 */
record SyslogMessage(SyslogFacility facility, String hostName, String processId, int longest) {

    /** What every receiver should take in a datagram, RFC 5426 section 3.2; and what fits into most networks' ones, in pieces. */
    static final int LONGEST_DATAGRAM = 2048;

    /** The standard limit of rsyslog; section 6.1 asks receivers for 2048 at least. */
    static final int LONGEST_IN_STREAM = 8192;

    private static final String NOTHING = "-";
    private static final int LONGEST_HOST_NAME = 255;
    private static final int LONGEST_VALUE = 255;

    /**
     * Writes messages of this process.
     *
     * @param facility where they claim to come from
     * @param longest how many octets each has at most
     */
    static SyslogMessage ofThisProcess(SyslogFacility facility, int longest) {
        return new SyslogMessage(
                facility,
                HostName.ofThisHost(),
                Long.toString(ProcessHandle.current().pid()),
                longest);
    }

    /** The octets of an event. */
    byte[] of(Event event) {
        Occurrence what = event.what();
        StringBuilder text = new StringBuilder()
                .append('<')
                .append(facility.code() * 8 + code(what.severity()))
                .append(">1 ")
                .append(what.at().truncatedTo(ChronoUnit.MICROS))
                .append(' ')
                .append(header(hostName))
                .append(" coreserver ")
                .append(processId)
                .append(' ')
                .append(what.kind().word())
                .append(" [coreserver@32473");
        parameter(text, "id", event.id());
        parameter(text, "target", what.target());
        parameter(text, "interface", what.interfaceName());
        parameter(text, "severity", what.severity().word());
        parameter(text, "eventTime", what.eventTime());
        text.append("] ").append(plain(what.message()));
        return cut(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static int code(Severity severity) {
        return switch (severity) {
            case INFO -> 6;
            case WARNING -> 4;
            case CRITICAL -> 2;
        };
    }

    private static String header(String value) {
        String printable = value.replaceAll("[^!-~]", "");
        if (printable.isEmpty()) {
            return NOTHING;
        }
        return printable.length() <= LONGEST_HOST_NAME ? printable : printable.substring(0, LONGEST_HOST_NAME);
    }

    private static void parameter(StringBuilder text, String name, @Nullable Object value) {
        if (value == null) {
            return;
        }
        String plain = plain(value.toString());
        int length = plain.codePointCount(0, plain.length());
        String bounded =
                length <= LONGEST_VALUE ? plain : plain.substring(0, plain.offsetByCodePoints(0, LONGEST_VALUE));
        text.append(' ').append(name).append("=\"");
        for (int i = 0; i < bounded.length(); i++) {
            char c = bounded.charAt(i);
            if (c == '"' || c == '\\' || c == ']') {
                text.append('\\');
            }
            text.append(c);
        }
        text.append('"');
    }

    /** Control characters would end a line where messages become lines again, or do worse to a terminal. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain.append(Character.isISOControl(c) ? ' ' : c);
        }
        return plain.toString();
    }

    /** Only the text at the end can be that long. */
    private byte[] cut(byte[] message) {
        if (message.length <= longest) {
            return message;
        }
        int end = longest;
        // In UTF-8, every octet of a character but the first has the bits 10 in front.
        while (end > 0 && (message[end] & 0xc0) == 0x80) {
            end--;
        }
        return Arrays.copyOf(message, end);
    }
}
