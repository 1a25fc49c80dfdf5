package net.coreserver.netconf;

import org.jspecify.annotations.Nullable;

/**
 * One {@code rpc-error} of a reply. The words that RFC 6241 defines are kept as text, since servers also send others.
 *
 * <p>Source: RFC 6241 section 4.3 and appendix A.
 *
 * @param type the layer where it happened: {@code transport}, {@code rpc}, {@code protocol}, {@code application}
 * @param tag what happened, such as {@code invalid-value}
 * @param severity {@code error} or {@code warning}
 * @param appTag the data-model's or implementation's own name of the condition
 * @param path an XPath to the node that the error is about, as sent
 * @param message text for a person, trimmed
 * @param info the content of {@code error-info} as XML text, cut where it grows too long
 */
public record RpcError(
        @Nullable String type,
        @Nullable String tag,
        @Nullable String severity,
        @Nullable String appTag,
        @Nullable String path,
        @Nullable String message,
        @Nullable String info) {

    /** {@return whether this is only a warning, beside which the reply's data still counts} */
    public boolean isWarning() {
        return "warning".equals(severity);
    }

    /** {@return the error in one line: the tag, then the message, then the path, as far as they are there} */
    public String describe() {
        StringBuilder line = new StringBuilder(tag == null ? "rpc-error without a tag" : tag);
        if (message != null) {
            line.append(": ").append(message);
        }
        if (path != null) {
            line.append(" (at ").append(path).append(')');
        }
        return line.toString();
    }
}
