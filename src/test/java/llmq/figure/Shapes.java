package llmq.figure;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Reads an SVG picture as what it is made of. */
final class Shapes {
    private Shapes() {
    }

    static Element read(String svg) throws Exception {
        Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)));
        return document.getDocumentElement();
    }

    /** Elements whose class has that word, in the order of the picture. */
    static List<Element> of(Element root, String word) {
        List<Element> found = new ArrayList<>();
        NodeList all = root.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            if ((" " + element.getAttribute("class") + " ").contains(" " + word + " ")) {
                found.add(element);
            }
        }
        return found;
    }

    static List<Element> named(Element root, String name) {
        List<Element> found = new ArrayList<>();
        NodeList all = root.getElementsByTagName(name);
        for (int i = 0; i < all.getLength(); i++) {
            found.add((Element) all.item(i));
        }
        return found;
    }

    static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    /** Groups, what stands in them and how often, and texts: without places, which a font or a rule may move. */
    static String outline(Element root) {
        StringBuilder text = new StringBuilder();
        outline(root, "", text);
        return text.toString();
    }

    private static void outline(Element group, String indent, StringBuilder text) {
        Map<String, Integer> counts = new TreeMap<>();
        StringBuilder texts = new StringBuilder();
        for (Node node = group.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (!(node instanceof Element element)) {
                continue;
            }
            String name = element.getTagName();
            if (name.equals("text") && !element.hasAttribute("aria-hidden")) {
                texts.append(texts.length() == 0 ? "" : "|").append(element.getTextContent());
            } else if (name.equals("g") && element.getAttribute("class").startsWith("mark")) {
                counts.merge(element.getAttribute("class"), 1, Integer::sum);
            } else if (!name.equals("g") && !name.equals("title") && !name.equals("desc") && !name.equals("text")) {
                counts.merge(name, 1, Integer::sum);
            }
        }
        text.append(indent).append(group.getAttribute("class").isEmpty() ? group.getTagName()
                : group.getAttribute("class"));
        text.append(group.hasAttribute("data-s") ? " " + group.getAttribute("data-s") : "");
        counts.forEach((name, count) -> text.append(", ").append(count).append(" × ").append(name));
        text.append(texts.length() == 0 ? "" : ": ").append(texts).append('\n');
        for (Node node = group.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals("g")
                    && !element.getAttribute("class").startsWith("mark")) {
                outline(element, indent + "  ", text);
            }
        }
    }
}
