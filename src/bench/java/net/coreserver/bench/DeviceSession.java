package net.coreserver.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The device's end of one session: answers what a monitor asks, and tells what it is told to tell. */
final class DeviceSession {

    /** The namespace of the notification that no monitor knows. */
    static final String TICKS = "urn:example:ticks";

    private static final String HELLO = """
            <?xml version="1.0" encoding="UTF-8"?>
            <hello xmlns="urn:ietf:params:xml:ns:netconf:base:1.0"><capabilities>\
            <capability>urn:ietf:params:netconf:base:1.1</capability>\
            <capability>urn:ietf:params:netconf:capability:notification:1.0</capability>\
            <capability>urn:ietf:params:netconf:capability:interleave:1.0</capability>\
            <capability>urn:ietf:params:xml:ns:yang:ietf-interfaces?module=ietf-interfaces&amp;revision=2014-05-08</capability>\
            </capabilities><session-id>1</session-id></hello>]]>]]>""";

    private static final Pattern MESSAGE_ID = Pattern.compile("message-id=[\"']([^\"']*)[\"']");
    private static final String END_OF_HELLO = "]]>]]>";
    private static final String END_OF_CHUNKS = "\n##\n";

    private final InputStream in;
    private final OutputStream out;
    private final ReentrantLock writing = new ReentrantLock();
    private volatile boolean isSubscribed;
    private volatile boolean isUp = true;

    DeviceSession(InputStream in, OutputStream out) {
        this.in = new BufferedInputStream(in);
        this.out = out;
    }

    boolean isSubscribed() {
        return isSubscribed;
    }

    /** Answers until the client leaves. */
    void answer() throws IOException {
        write(HELLO);
        readUntil(END_OF_HELLO);
        while (true) {
            String rpc = readUntil(END_OF_CHUNKS);
            Matcher id = MESSAGE_ID.matcher(rpc);
            String messageId = id.find() ? id.group(1) : "";
            sendChunk("<rpc-reply xmlns=\"urn:ietf:params:xml:ns:netconf:base:1.0\" message-id=\"" + messageId + "\">"
                    + reply(rpc) + "</rpc-reply>");
            if (rpc.contains("create-subscription")) {
                isSubscribed = true;
            }
        }
    }

    private String reply(String rpc) {
        if (rpc.contains("interfaces-state")) {
            return """
                    <data><interfaces-state xmlns="urn:ietf:params:xml:ns:yang:ietf-interfaces"><interface>\
                    <name>eth0</name><oper-status>%s</oper-status><statistics>\
                    <discontinuity-time>2026-11-20T08:15:30Z</discontinuity-time><in-octets>1234567</in-octets>\
                    </statistics></interface></interfaces-state></data>""".formatted(isUp ? "up" : "down");
        }
        if (rpc.contains("create-subscription") || rpc.contains("close-session")) {
            return "<ok/>";
        }
        return rpc.contains("streams")
                ? "<data><netconf xmlns=\"urn:ietf:params:xml:ns:netmod:notification\"><streams><stream>"
                        + "<name>NETCONF</name><description>all</description><replaySupport>false</replaySupport>"
                        + "</stream></streams></netconf></data>"
                : "<data/>";
    }

    /** Tells something that says when it was sent, and which it is. */
    void tick(long number) throws IOException {
        notification("<tick xmlns=\"" + TICKS + "\"><number>" + number + "</number><sent>" + System.nanoTime()
                + "</sent></tick>");
    }

    /** Tells something that nobody waits for. */
    void flood(long number) throws IOException {
        notification("<flood xmlns=\"" + TICKS + "\"><drop>" + number + "</drop></flood>");
    }

    /** The link changes its state, and the device says so. */
    void flip() throws IOException {
        isUp = !isUp;
        String name = isUp ? "link-up" : "link-down";
        notification("<" + name + " xmlns=\"http://yuma123.org/ns/interfaces-notifications\"><if-name>eth0</if-name></"
                + name + ">");
    }

    private void notification(String content) throws IOException {
        sendChunk("<notification xmlns=\"urn:ietf:params:xml:ns:netconf:notification:1.0\"><eventTime>" + Instant.now()
                + "</eventTime>" + content + "</notification>");
    }

    private void sendChunk(String message) throws IOException {
        write("\n#" + NotifyingDevices.octets(message).length + "\n" + message + END_OF_CHUNKS);
    }

    private void write(String text) throws IOException {
        writing.lock();
        try {
            out.write(NotifyingDevices.octets(text));
            out.flush();
        } finally {
            writing.unlock();
        }
    }

    private String readUntil(String end) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.length() < end.length()
                || !read.substring(read.length() - end.length()).equals(end)) {
            int octet = in.read();
            if (octet < 0) {
                throw new IOException("the client left");
            }
            read.append((char) octet);
        }
        return read.toString();
    }
}
