package net.coreserver.netconf.framing;

/** The peer's bytes are not framed as RFC 6242 section 4 says, or exceed a bound. The stream cannot be read on. */
public final class FramingException extends Exception {

    private static final long serialVersionUID = 1L;

    FramingException(String message) {
        super(message);
    }
}
