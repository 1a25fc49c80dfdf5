package net.coreserver.netconf.discovery;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.jspecify.annotations.Nullable;

/**
 * Turns the elements of one list into objects by JAXB, one at a time. Safe for use by many threads.
 *
 * @param <E> the class to which an entry is bound
 */
final class Binding<E> {

    private final Class<E> type;
    private final JAXBContext context;

    Binding(Class<E> type) {
        this.type = type;
        try {
            context = JAXBContext.newInstance(type);
        } catch (JAXBException e) {
            throw new IllegalStateException("the binding of " + type.getSimpleName() + " is broken", e);
        }
    }

    /** Reads the element on whose start tag the reader stands, and leaves the reader on its end tag. */
    E read(XMLStreamReader reader) throws XMLStreamException {
        try {
            return context.createUnmarshaller()
                    .unmarshal(new OneElement(reader), type)
                    .getValue();
        } catch (JAXBException e) {
            if (e.getLinkedException() instanceof XMLStreamException notWellFormed) {
                throw notWellFormed;
            }
            throw new XMLStreamException("an entry cannot be read: " + e.getMessage(), e);
        }
    }

    /** The text of a leaf without surrounding blanks; null when there is none. */
    static @Nullable String text(@Nullable String sent) {
        return sent == null || sent.isBlank() ? null : sent.strip();
    }

    /** The moment that a leaf of type {@code date-and-time} tells; null when there is none, or none that can be read. */
    static @Nullable Instant time(@Nullable String sent) {
        String text = text(sent);
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** JAXB goes one event beyond the element, which may be in the next one already: here the reader stays. */
    private static final class OneElement extends StreamReaderDelegate {

        private int depth = 1;

        OneElement(XMLStreamReader reader) {
            super(reader);
        }

        @Override
        public int next() throws XMLStreamException {
            if (depth == 0) {
                return END_DOCUMENT;
            }
            int event = super.next();
            if (event == START_ELEMENT) {
                depth++;
            } else if (event == END_ELEMENT) {
                depth--;
            }
            return event;
        }
    }
}
