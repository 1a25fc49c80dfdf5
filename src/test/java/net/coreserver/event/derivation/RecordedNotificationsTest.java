package net.coreserver.event.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import net.coreserver.event.EventData;
import net.coreserver.event.EventKind;
import net.coreserver.event.Occurrence;
import net.coreserver.event.notification.Notification;
import net.coreserver.testing.Recordings;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What real servers told, as far as somebody has recorded it. */
class RecordedNotificationsTest {

    private static final Pattern MESSAGE = Pattern.compile("<notification .*?</notification>", Pattern.DOTALL);

    private static List<Notification> recorded(String name)
            throws IOException, ParserConfigurationException, SAXException {
        List<Notification> notifications = new ArrayList<>();
        for (Path file : Recordings.files("peer-recordings", name)) {
            Matcher messages = MESSAGE.matcher(Files.readString(file));
            while (messages.find()) {
                notifications.add(read(messages.group()));
            }
        }
        return notifications;
    }

    private static Notification read(String message) throws IOException, ParserConfigurationException, SAXException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Element root = factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(message)))
                .getDocumentElement();
        List<Element> children = children(root);
        Instant eventTime = OffsetDateTime.parse(
                        children.getFirst().getTextContent().strip())
                .toInstant();
        Element content = children.getLast();
        return new Notification(
                "edge-1",
                "NETCONF",
                eventTime,
                false,
                content.getNamespaceURI(),
                content.getLocalName(),
                EventData.of(body(content)),
                "digest");
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static Map<String, Object> body(Element parent) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (Element child : children(parent)) {
            members.put(
                    child.getLocalName(),
                    children(child).isEmpty() ? child.getTextContent().strip() : body(child));
        }
        return members;
    }

    @Test
    void linksOfNetconfdAreHints() throws Exception {
        Set<String> hints = new TreeSet<>();
        for (Notification each : recorded("yuma-notifications.txt")) {
            LinkNotifications.read(each, Seen.START, null)
                    .ifPresent(hint -> hints.add(hint.interfaceName() + " " + hint.claim()));
        }
        assertThat(hints).contains("va DOWN", "va NOT_DOWN", "vb DOWN", "vb NOT_DOWN", "vc NOT_DOWN", "vd NOT_DOWN");
    }

    @Test
    void sessionsAndConfigurationsHaveKindsOfTheirOwn() throws Exception {
        for (String server : List.of("yuma", "netopeer2")) {
            List<Occurrence> events = new ArrayList<>();
            for (Notification each : recorded(server + "-notifications.txt")) {
                if (LinkNotifications.read(each, Seen.START, null).isEmpty()) {
                    events.add(NotificationEvents.of(each, Seen.START));
                }
            }
            assertThat(events)
                    .as(server)
                    .extracting(Occurrence::kind)
                    .contains(EventKind.SESSION_STARTED, EventKind.SESSION_ENDED, EventKind.CONFIG_CHANGED);
            assertThat(events)
                    .as(server)
                    .extracting(Occurrence::message)
                    .contains("The running configuration of edge-1 was changed by handsonadmin")
                    .noneMatch(message -> message.contains("null"));
        }
    }
}
