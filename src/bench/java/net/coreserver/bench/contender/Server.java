package net.coreserver.bench.contender;

import java.nio.file.Path;

/**
 * The server that all contenders talk to, as a contender needs to know it.
 *
 * @param port where it listens on the loopback interface
 * @param username an account on it
 * @param privateKeyFile the account's private key, in OpenSSH's format
 * @param interfaces how many its reply describes
 */
public record Server(int port, String username, Path privateKeyFile, int interfaces) {

    /** Where all of them listen. */
    public static final String HOST = "127.0.0.1";

    /**
     * Reads what {@link #arguments} wrote.
     *
     * @param arguments of the command line
     * @return the server
     */
    public static Server parse(String... arguments) {
        return new Server(
                Integer.parseInt(arguments[0]), arguments[1], Path.of(arguments[2]), Integer.parseInt(arguments[3]));
    }

    /** {@return this as arguments of a command line} */
    public String[] arguments() {
        return new String[] {Integer.toString(port), username, privateKeyFile.toString(), Integer.toString(interfaces)};
    }
}
