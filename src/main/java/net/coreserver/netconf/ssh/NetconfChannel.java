package net.coreserver.netconf.ssh;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import net.coreserver.netconf.Transport;
import org.apache.sshd.client.channel.ChannelSubsystem;
import org.jspecify.annotations.Nullable;

/**
 * The channel of the subsystem {@code netconf}: what it receives is pushed on, and the window opens again only when it
 * has been used up.
 */
final class NetconfChannel extends ChannelSubsystem {

    private static final String SUBSYSTEM = "netconf";

    private final AtomicBoolean told = new AtomicBoolean();
    private volatile Transport.@Nullable Receiver receiver;
    private volatile boolean refused;

    NetconfChannel() {
        super(SUBSYSTEM);
        // With streams of its own the channel would make pipes, and with them copies and blocking reads.
        setOut(OutputStream.nullOutputStream());
        setErr(OutputStream.nullOutputStream());
        addCloseFutureListener(closed -> tellClosed());
    }

    /** To be called before the channel is opened, since a server may speak first. */
    void receiveWith(Transport.Receiver target) {
        receiver = target;
    }

    @Override
    protected void doWriteData(byte[] data, int offset, long length) {
        Transport.Receiver target = receiver;
        if (target != null && !isClosing()) {
            target.received(data, offset, Math.toIntExact(length));
        }
    }

    void release(long octets) {
        try {
            getLocalWindow().release(octets);
        } catch (IOException e) {
            close(true); // the window could not be opened again, so that nothing more would ever come
        }
    }

    @Override
    public void handleFailure() throws IOException {
        refused = true;
        super.handleFailure();
    }

    @Override
    public void handleEof() throws IOException {
        super.handleEof();
        tellClosed();
    }

    private void tellClosed() {
        Transport.Receiver target = receiver;
        if (target != null && told.compareAndSet(false, true)) {
            target.closed(
                    refused
                            ? new IOException("the server refused the subsystem " + SUBSYSTEM)
                            : Connection.of(getSession()).lost());
        }
    }
}
