package net.coreserver.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import net.coreserver.netconf.framing.Framing;

/** A reader of a peer's bytes, and what must hold whatever they are. */
enum FuzzTarget {
    /** The framing of base:1.0. */
    END_OF_MESSAGE {
        @Override
        void feed(byte[] input) {
            DecoderProperties.check(Framing.END_OF_MESSAGE, input);
            DecoderProperties.checkEndOfMessages(input);
        }
    },
    /** The framing of base:1.1. */
    CHUNKED {
        @Override
        void feed(byte[] input) {
            DecoderProperties.check(Framing.CHUNKED, input);
        }
    },
    /** A hello as one document. */
    HELLO {
        @Override
        void feed(byte[] input) {
            ReaderProperties.checkHello(input);
        }
    },
    /** The text of one capability. */
    CAPABILITY {
        @Override
        void feed(byte[] input) {
            ReaderProperties.checkCapability(new String(input, StandardCharsets.UTF_8));
        }
    },
    /** The data of a reply, read with each model of interfaces. */
    INTERFACES {
        @Override
        void feed(byte[] input) {
            ReaderProperties.checkInterfaces(input);
        }
    },
    /** All that a server says from its first octet on. */
    SESSION {
        @Override
        void feed(byte[] input) {
            SessionProperties.checkFromTheStart(input);
        }
    },
    /** What follows the hellos and one request in base:1.0. */
    SESSION_END_OF_MESSAGE {
        @Override
        void feed(byte[] input) {
            SessionProperties.checkAfterRequest(Framing.END_OF_MESSAGE, input);
        }
    },
    /** What follows the hellos and one request in base:1.1. */
    SESSION_CHUNKED {
        @Override
        void feed(byte[] input) {
            SessionProperties.checkAfterRequest(Framing.CHUNKED, input);
        }
    };

    /** Fails when the input breaks what must hold. */
    abstract void feed(byte[] input);

    /** {@return the name of its directory in the corpus} */
    String directory() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
