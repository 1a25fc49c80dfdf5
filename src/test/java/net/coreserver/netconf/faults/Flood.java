package net.coreserver.netconf.faults;

import static net.coreserver.netconf.FailureKind.PARSE;
import static net.coreserver.netconf.FailureKind.PROTOCOL;
import static net.coreserver.netconf.FailureKind.TRANSPORT;

import java.nio.charset.StandardCharsets;
import java.util.function.LongFunction;
import net.coreserver.netconf.FailureKind;

/** What a server could say without end, in base:1.0: more than {@link FloodClient} has memory for. */
enum Flood {
    /** Ends nowhere, and holds nothing. */
    BLANKS("", n -> " \n".repeat(500), TRANSPORT),
    /** Messages that say nothing. */
    EMPTY_MESSAGES("", n -> "]]>]]>".repeat(200), TRANSPORT),
    /** Nobody has subscribed. */
    NOTIFICATIONS(
            "",
            n -> "<notification xmlns='urn:ietf:params:xml:ns:netconf:notification:1.0'><eventTime>" + n
                    + "</eventTime><a>" + "x".repeat(4000) + "</a></notification>]]>]]>",
            TRANSPORT),
    /** Each with an id that no rpc has. */
    REPLIES_TO_NOBODY("", n -> Replies.data("none-" + n, "x".repeat(4000)) + "]]>]]>", TRANSPORT),
    /** Elements that a reader skips. */
    ELEMENTS(Texts.DATA, n -> "<element>some text</element>".repeat(40), TRANSPORT),
    /** Elements of which no two have the same name. */
    NAMES(Texts.DATA, n -> "<name-" + n + "/>", PARSE),
    /** One name. */
    NAME(Texts.DATA + "<name", n -> "e".repeat(1000), PARSE),
    /** One comment. */
    COMMENT(Texts.DATA + "<!--", n -> "c".repeat(1000), PARSE),
    /** One processing instruction. */
    INSTRUCTION(Texts.DATA + "<?a ", n -> "i".repeat(1000), PARSE),
    /** One text. */
    TEXT(Texts.DATA, n -> "t".repeat(1000), PARSE),
    /** One attribute. */
    ATTRIBUTE(Texts.DATA + "<a b='", n -> "v".repeat(1000), PARSE),
    /** Attributes of one element. */
    ATTRIBUTES(Texts.DATA + "<a", n -> " a" + n + "=''", PARSE),
    /** Elements inside each other. */
    DEPTH(Texts.DATA, n -> "<a>".repeat(300), PARSE),
    /** One section of unparsed characters. */
    UNPARSED(Texts.DATA + "<![CDATA[", n -> "u".repeat(1000), PARSE),
    /** Errors of one reply. */
    ERRORS(Texts.REPLY, n -> "<rpc-error><error-tag>operation-failed</error-tag></rpc-error>".repeat(10), PROTOCOL),
    /** Warnings of one reply. */
    WARNINGS(Texts.REPLY, n -> "<rpc-error><error-severity>warning</error-severity></rpc-error>".repeat(10), TRANSPORT),
    /** The message of one error. */
    ERROR_MESSAGE(Texts.REPLY + "<rpc-error><error-message>", n -> "m".repeat(1000), PARSE),
    /** The info of one error. */
    ERROR_INFO(Texts.REPLY + "<rpc-error><error-info>", n -> "<info>some text</info>".repeat(40), TRANSPORT);

    private final String start;

    @SuppressWarnings("ImmutableEnumChecker") // the functions above hold nothing
    private final LongFunction<String> more;

    private final FailureKind kind;

    Flood(String start, LongFunction<String> more, FailureKind kind) {
        this.start = start;
        this.more = more;
        this.kind = kind;
    }

    byte[] start() {
        return start.getBytes(StandardCharsets.UTF_8);
    }

    byte[] more(long number) {
        return more.apply(number).getBytes(StandardCharsets.UTF_8);
    }

    /** What ends it: a bound, or, where the client can read on for ever, the end of the connection. */
    FailureKind kind() {
        return kind;
    }

    /** Constants of an enum cannot use its fields. */
    private static final class Texts {
        static final String REPLY = Replies.start("1");
        static final String DATA = REPLY + "<data>";
    }
}
