package net.coreserver.netconf;

import com.ctc.wstx.api.ReaderConfig;
import com.ctc.wstx.cfg.ErrorConsts;
import com.ctc.wstx.cfg.XmlConsts;
import com.ctc.wstx.exc.WstxIOException;
import com.ctc.wstx.io.BranchingReaderSource;
import com.ctc.wstx.io.InputBootstrapper;
import com.ctc.wstx.io.InputSourceFactory;
import com.ctc.wstx.io.ReaderBootstrapper;
import com.ctc.wstx.sr.TypedStreamReader;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.function.LongConsumer;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Woodstox's reader, more lenient where devices are known to be careless and nothing has to be guessed, and stricter where
 * a peer could fill the memory.
 *
 * <p>An element or attribute whose prefix nobody declared, or declared as nothing, is in no namespace; so nobody who asks
 * for a namespace takes it for his own. A reference to a character that XML 1.0 forbids stands for U+FFFD, as the character
 * itself does. All documents are read by the rules of XML 1.0, whichever version they claim. Names are kept for as long as
 * a document is read, so they are bounded in number and length.
 */
final class TolerantReader extends TypedStreamReader {

    /** More than all YANG modules of any device have. */
    static final int MAX_NAMES = 50_000;

    static final int MAX_NAME_CHARACTERS = 16 * 1024;

    /** More than anybody has to say who speaks to a program. Texts have a bound of Woodstox's own. */
    static final int MAX_COMMENT_CHARACTERS = 1024 * 1024;

    /** How Woodstox says that a reference stands for no character; its texts are not among its constants. */
    private static final String FORBIDDEN_CHARACTER = "Illegal character entity: expansion character";

    private static final String NULL_CHARACTER = "Invalid character reference: null character";

    private final LongConsumer replaced;
    private final int namesBefore;
    private boolean forbiddenReference;

    private TolerantReader(
            InputBootstrapper bootstrapper,
            BranchingReaderSource source,
            WstxInputFactory factory,
            ReaderConfig config,
            LongConsumer replaced)
            throws XMLStreamException {
        super(bootstrapper, source, factory, config, createElementStack(config), false);
        this.replaced = replaced;
        this.namesBefore = config.getSymbols().size();
    }

    /**
     * Opens a document.
     *
     * @param in its octets; closing the reader does not close it
     * @param factory gives the configuration, and learns the names
     * @param replaced is told how many characters U+FFFD took the place of
     * @return a reader that stands before the document
     * @throws XMLStreamException when the document cannot be read
     */
    static TolerantReader open(InputStream in, WstxInputFactory factory, LongConsumer replaced)
            throws XMLStreamException {
        ReaderConfig config = factory.createPrivateConfig();
        InputBootstrapper bootstrapper = ReaderBootstrapper.getInstance(null, null, new Utf8Reader(in, replaced), null);
        Reader afterDeclaration;
        try {
            afterDeclaration = bootstrapper.bootstrapInput(config, true, XmlConsts.XML_V_UNKNOWN);
        } catch (IOException e) {
            throw new WstxIOException(e);
        }
        BranchingReaderSource source =
                InputSourceFactory.constructDocumentSource(config, bootstrapper, null, null, afterDeclaration, false);
        return new TolerantReader(bootstrapper, source, factory, config, replaced);
    }

    @Override
    public void throwParseError(String format, @Nullable Object first, @Nullable Object second)
            throws XMLStreamException {
        if (format.equals(ErrorConsts.ERR_NS_UNDECLARED)
                || format.equals(ErrorConsts.ERR_NS_UNDECLARED_FOR_ATTR)
                || format.equals(ErrorConsts.ERR_NS_EMPTY)) {
            return; // and the name is in no namespace
        }
        if (format.startsWith(FORBIDDEN_CHARACTER) || format.startsWith(NULL_CHARACTER)) {
            forbiddenReference = true;
            return;
        }
        super.throwParseError(format, first, second);
    }

    @Override
    protected int resolveSimpleEntity(boolean predefined) throws XMLStreamException {
        return allowed(super.resolveSimpleEntity(predefined));
    }

    @Override
    protected int resolveCharOnlyEntity(boolean predefined) throws XMLStreamException {
        return allowed(super.resolveCharOnlyEntity(predefined));
    }

    @Override
    protected int fullyResolveEntity(boolean external) throws XMLStreamException {
        return allowed(super.fullyResolveEntity(external));
    }

    private int allowed(int character) {
        if (!forbiddenReference) {
            return character;
        }
        forbiddenReference = false;
        replaced.accept(1);
        return Utf8Reader.REPLACEMENT;
    }

    @Override
    protected boolean loadMore() throws XMLStreamException {
        checkSizes();
        return super.loadMore();
    }

    @Override
    protected boolean loadMoreFromCurrent() throws XMLStreamException {
        checkSizes();
        return super.loadMoreFromCurrent();
    }

    private void checkSizes() throws XMLStreamException {
        if ((mCurrToken == COMMENT || mCurrToken == PROCESSING_INSTRUCTION)
                && mTextBuffer.size() > MAX_COMMENT_CHARACTERS) {
            throwParseError(
                    "A comment or processing instruction of more than " + MAX_COMMENT_CHARACTERS + " characters");
        }
        if (mConfig.getSymbols().size() - namesBefore > MAX_NAMES) {
            throwParseError("More than " + MAX_NAMES + " different names");
        }
        if (mNameBuffer != null && mNameBuffer.length > 2 * MAX_NAME_CHARACTERS) {
            throwParseError("A name of more than " + MAX_NAME_CHARACTERS + " characters");
        }
    }
}
