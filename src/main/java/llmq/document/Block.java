package llmq.document;

import java.util.List;
import llmq.diagnostic.Span;
import llmq.syntax.tree.Statement;

/** A piece of a document, with its place in the text. */
public sealed interface Block {
    Span span();

    /** What the prose beneath it is about. @param level 1 for the document's title, else 2 */
    record Heading(String text, int level, Span span) implements Block {
    }

    /** Lines of one paragraph, joined by spaces. Backquotes stand around code, two stars around what is stressed. */
    record Paragraph(String text, Span span) implements Block {
    }

    /** Points of a list, each as a paragraph. */
    record Points(List<String> points, Span span) implements Block {
        public Points {
            points = List.copyOf(points);
        }
    }

    /** Lines that are shown as they are. */
    record Verbatim(List<String> lines, Span span) implements Block {
        public Verbatim {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A statement.
     *
     * @param text     as it is written, with the comments within it
     * @param recorded what it is said to print; {@code null} where nothing is
     */
    record Code(Statement statement, String text, Recorded recorded, Span span) implements Block {
    }

    /** What the file says about itself: {@code #: hint Begin with rank.} */
    record Remark(Directive directive, String text, Span span) implements Block {
    }

    /** What a statement printed when it was recorded, a line each, without the {@code #> }. */
    record Recorded(List<String> lines, Span span) {
        public Recorded {
            lines = List.copyOf(lines);
        }
    }
}
