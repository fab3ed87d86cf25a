package llmq.catalog;

import java.util.List;
import java.util.Optional;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.SourceText;
import llmq.diagnostic.Span;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** One data file while it is read: its text, and the faults found in it. */
final class YamlFile {
    private final SourceText source;
    private final List<Diagnostic> faults;
    private final boolean onlyBasicPlane;

    /** @param faults where this file's faults go */
    YamlFile(SourceText source, List<Diagnostic> faults) {
        this.source = source;
        this.faults = faults;
        this.onlyBasicPlane = source.text().codePoints().noneMatch(Character::isSupplementaryCodePoint);
    }

    /** The document, or {@code null} (and a fault) where the file is empty or not YAML. */
    Node root() {
        LoadSettings settings = LoadSettings.builder().setLabel(source.name()).setUseMarks(true)
                .setCodePointLimit(Integer.MAX_VALUE).build();
        try {
            Optional<Node> root = new Compose(settings).composeString(source.text());
            if (root.isEmpty()) {
                fault(new Span(0, 0), "the file is empty");
            }
            return root.orElse(null);
        } catch (MarkedYamlEngineException broken) {
            int at = broken.getProblemMark().map(this::offset).orElse(0);
            fault(new Span(at, at), "not valid YAML: " + broken.getProblem());
        } catch (YamlEngineException broken) {
            fault(new Span(0, 0), "not valid YAML: " + firstLine(broken.getMessage()));
        } catch (StackOverflowError deep) {
            fault(new Span(0, 0), "lists and keys stand in one another too deeply");
        }
        return null;
    }

    /** The entries of a file that is one list of mappings. */
    List<YamlMap> list() {
        Node root = root();
        return root == null ? List.of() : list(root);
    }

    List<YamlMap> list(Node node) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(this::map).filter(map -> map != null).toList();
        }
        fault(node, "expected a list, each entry after '- '");
        return List.of();
    }

    /** The node as a mapping, or {@code null} and a fault. */
    YamlMap map(Node node) {
        if (node instanceof MappingNode mapping) {
            return new YamlMap(this, mapping);
        }
        fault(node, "expected keys and values, as in 'name: Llama 2 7B'");
        return null;
    }

    Place place(Node node) {
        return new Place(source, span(node));
    }

    void fault(Node node, String message, String... help) {
        fault(span(node), message, help);
    }

    private void fault(Span span, String message, String... help) {
        faults.add(Diagnostic.at(ErrorCode.E402, source, span, message, help));
    }

    /** A scalar's own text, or the first line of something longer. */
    private Span span(Node node) {
        int start = node.getStartMark().map(this::offset).orElse(0);
        int end = node.getEndMark().map(this::offset).orElse(start);
        int lineEnd = source.lineEnd(start);
        boolean oneLine = node instanceof ScalarNode && end <= lineEnd;
        return new Span(start, Math.max(start, oneLine ? end : lineEnd));
    }

    private int offset(Mark mark) {
        int index = mark.getIndex();
        return onlyBasicPlane ? Math.min(index, source.text().length()) : source.text().offsetByCodePoints(0, index);
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
