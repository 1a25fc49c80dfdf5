package net.coreserver.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.subsystem.SubsystemFactory;
import org.jspecify.annotations.NullUnmarked;

/** The subsystem {@code netconf} of a MINA server: a virtual thread for each session, whose end closes the channel. */
public final class VirtualThreadSubsystem implements SubsystemFactory {

    /** What the server does with one session. */
    @FunctionalInterface
    public interface Work {
        void run(InputStream in, OutputStream out, ChannelSession channel) throws IOException, InterruptedException;
    }

    private final Work work;

    public VirtualThreadSubsystem(Work work) {
        this.work = work;
    }

    @Override
    public String getName() {
        return "netconf";
    }

    @Override
    public Command createSubsystem(ChannelSession channel) {
        return new WorkCommand();
    }

    /** MINA's command: its streams are given to it one by one before it starts. */
    @NullUnmarked
    private final class WorkCommand implements Command {

        private InputStream in;
        private OutputStream out;
        private ExitCallback exit;
        private Thread thread;

        @Override
        public void setInputStream(InputStream stream) {
            in = stream;
        }

        @Override
        public void setOutputStream(OutputStream stream) {
            out = stream;
        }

        @Override
        public void setErrorStream(OutputStream stream) {
            // nothing is ever written to it
        }

        @Override
        public void setExitCallback(ExitCallback callback) {
            exit = callback;
        }

        @Override
        public void start(ChannelSession channel, Environment environment) {
            thread = Thread.ofVirtual().start(() -> {
                try {
                    work.run(in, out, channel);
                } catch (IOException | InterruptedException e) {
                    // the client left, or the server is stopped
                } finally {
                    exit.onExit(0);
                }
            });
        }

        @Override
        public void destroy(ChannelSession channel) {
            thread.interrupt();
        }
    }
}
