package penumbra.format.skeleton;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import penumbra.format.Excerpt;
import penumbra.format.Finding;
import penumbra.format.Finding.Severity;
import penumbra.format.FormatException;

/// Walks through an XML file and knows the line of every element.
///
/// A document type declaration is an error, so there are no entities to expand and nothing outside
/// the file is ever read. Limits: 64 levels, three million elements.
final class XmlReader {

    /// What to do at a child element; what is left of it afterwards is skipped.
    interface Child {
        void at(String name) throws FormatException;
    }

    private static final int MAX_DEPTH = 64;
    private static final int MAX_ELEMENTS = 3_000_000;
    private static final int MAX_TEXT = 1_000_000;

    private final Path file;
    private final XMLStreamReader xml;
    private int depth;
    private int elements;

    XmlReader(Path file, byte[] bytes) throws FormatException {
        this.file = file;
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        try {
            xml = factory.createXMLStreamReader(characters(bytes));
        } catch (XMLStreamException e) {
            throw syntax(1, e);
        }
    }

    /// The characters of a file in UTF-8, or in UTF-16 when a byte-order mark says so. Decoded here
    /// and strictly, because the JDK's parser writes to standard error when it meets a wrong byte.
    private static Reader characters(byte[] bytes) {
        boolean wide = bytes.length > 1 && (bytes[0] & 0xff) + (bytes[1] & 0xff) == 0xff + 0xfe;
        boolean mark = bytes.length > 2 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb;
        int from = mark ? 3 : 0;
        return new InputStreamReader(
                new ByteArrayInputStream(bytes, from, bytes.length - from),
                (wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8).newDecoder());
    }

    /// Passes the root element; all of the file is read, to its end.
    void document(Child root) throws FormatException {
        while (next() != XMLStreamConstants.END_DOCUMENT) {
            if (depth > 0) {
                child(root);
            }
        }
    }

    /// Passes the child elements of the current element.
    void children(Child each) throws FormatException {
        int level = depth;
        while (true) {
            next();
            if (depth < level) {
                return;
            }
            if (depth > level) {
                child(each);
            }
        }
    }

    /// The text right below the current element, which is then done with.
    String text() throws FormatException {
        int level = depth;
        StringBuilder text = new StringBuilder();
        while (depth >= level) {
            int event = next();
            if (event == XMLStreamConstants.CHARACTERS && depth == level) {
                text.append(content());
            }
            if (text.length() > MAX_TEXT) {
                throw refused("xml-text", MAX_TEXT);
            }
        }
        return text.toString();
    }

    Optional<String> attribute(String name) {
        return Optional.ofNullable(xml.getAttributeValue(null, name));
    }

    /// Line on which the start tag of the current element ends, from 1.
    int line() {
        return Math.max(1, xml.getLocation().getLineNumber());
    }

    private String content() throws FormatException {
        try {
            return xml.getText();
        } catch (RuntimeException e) {
            throw syntax(line(), e);
        }
    }

    private void child(Child each) throws FormatException {
        int level = depth;
        each.at(xml.getLocalName());
        while (depth >= level) {
            next();
        }
    }

    /// The JDK's parser is known to throw unchecked exceptions of many kinds at broken input; all
    /// of them mean the same.
    private int next() throws FormatException {
        int event;
        try {
            event = xml.next();
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof CharacterCodingException) {
                throw refused("xml-encoding");
            }
            Location at = e.getLocation();
            throw syntax(at == null ? line() : at.getLineNumber(), e);
        } catch (RuntimeException e) {
            throw syntax(line(), e);
        }
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                if (++depth > MAX_DEPTH) {
                    throw refused("xml-depth", MAX_DEPTH);
                }
                if (++elements > MAX_ELEMENTS) {
                    throw refused("too-many-entries", MAX_ELEMENTS);
                }
            }
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.DTD -> throw refused("xml-doctype");
            default -> {}
        }
        return event;
    }

    private FormatException refused(String rule, Object... arguments) {
        return new FormatException(Finding.of(Severity.REFUSED, file, line(), rule, arguments));
    }

    private FormatException syntax(int line, Exception e) {
        String reason = String.valueOf(e.getMessage());
        int message = reason.indexOf("Message: ");
        return new FormatException(
                Finding.of(
                        Severity.REFUSED,
                        file,
                        Math.max(1, line),
                        "xml-syntax",
                        Excerpt.sentence(message < 0 ? reason : reason.substring(message + 9))));
    }
}
