package llmq.document;

import java.util.ArrayList;
import java.util.List;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.Nearest;
import llmq.diagnostic.SourceText;
import llmq.diagnostic.Span;
import llmq.syntax.Comment;
import llmq.syntax.Parser;
import llmq.syntax.tree.Script;
import llmq.syntax.tree.Statement;

/**
 * Reads a script as a document. Comments on lines of their own are its prose, in the manner of Markdown: an empty
 * comment line ends a paragraph, {@code - } begins a point, four spaces stand before what is shown as it is. A line
 * by itself above an empty comment line that ends without a full stop is a heading. {@code #:} begins a
 * {@link Directive}, which goes on in lines that begin with {@code #:} and two spaces; {@code #>} is a line that the
 * statement above it prints.
 */
public final class DocumentReader {
    /** Begins a line of what the statement above it is said to print. */
    static final String OUTPUT = "#>";
    private static final String SHEBANG = "#!";
    private static final int LONGEST_HEADING = 72;

    private final SourceText source;
    private final Script script;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Diagnostic> faults;

    private DocumentReader(SourceText source, Script script, List<Diagnostic> faults) {
        this.source = source;
        this.script = script;
        this.faults = faults;
    }

    /** @throws LlmqException where its statements do not parse, or E501 for each directive that there is not */
    public static Document read(SourceText source) {
        List<Diagnostic> faults = new ArrayList<>();
        Document document = read(source, faults);
        if (!faults.isEmpty()) {
            throw new LlmqException(faults);
        }
        return document;
    }

    /**
     * The document without those lines that are wrong.
     *
     * @param faults to which what is wrong is added
     * @throws LlmqException where its statements do not parse
     */
    public static Document read(SourceText source, List<Diagnostic> faults) {
        return new DocumentReader(source, new Parser().parse(source), faults).read();
    }

    /** What is wrong with lines of a text whose statements do not parse, as far as that can be told. */
    public static List<Diagnostic> misspelt(SourceText source) {
        List<Diagnostic> faults = new ArrayList<>();
        new DocumentReader(source, new Script(List.of(), new Span(0, 0)), faults).read();
        // Of the others it depends on the statements where they stand.
        faults.removeIf(fault -> fault.code() != ErrorCode.E501);
        return faults;
    }

    private Document read() {
        List<Comment> lines = ownLines(Parser.comments(source));
        int next = 0;
        for (Statement statement : script.statements()) {
            int end = next;
            while (end < lines.size() && lines.get(end).span().start() < statement.span().start()) {
                end++;
            }
            comments(lines.subList(next, end));
            next = end;
            Span span = statement.span();
            blocks.add(new Block.Code(statement, source.text().substring(span.start(), span.end()), null, span));
        }
        comments(lines.subList(next, lines.size()));
        return new Document(source, script, blocks);
    }

    /** The comments that have a line to themselves and stand between statements. */
    private List<Comment> ownLines(List<Comment> comments) {
        List<Comment> own = new ArrayList<>();
        List<Statement> statements = script.statements();
        int next = 0;
        for (Comment comment : comments) {
            int start = comment.span().start();
            while (next < statements.size() && statements.get(next).span().end() <= start) {
                next++;
            }
            boolean inside = next < statements.size() && statements.get(next).span().start() <= start;
            boolean shebang = start == 0 && comment.text().startsWith(SHEBANG);
            if (!inside && !shebang && source.text().substring(source.lineStart(start), start).isBlank()) {
                own.add(comment);
            }
        }
        return own;
    }

    /** Takes what stands between two statements apart. */
    private void comments(List<Comment> lines) {
        int i = 0;
        while (i < lines.size()) {
            int from = i;
            String text = lines.get(i).text();
            if (text.startsWith(OUTPUT)) {
                i = run(lines, i, OUTPUT);
                record(lines.subList(from, i));
            } else if (text.startsWith(Directive.MARK)) {
                i++;
                while (i < lines.size() && lines.get(i).text().startsWith(Directive.MARK + "  ")) {
                    i++;
                }
                directive(lines.subList(from, i));
            } else {
                i++;
                apart(lines.get(from));
                while (i < lines.size() && isProse(lines.get(i)) && follows(lines.get(i - 1), lines.get(i))) {
                    apart(lines.get(i));
                    i++;
                }
                new ProseReader(blocks, lines.subList(from, i), isFirst()).read();
            }
        }
    }

    /** A directive whose signs stand apart would be read out to learners. */
    private void apart(Comment line) {
        String text = line.text().substring(1).stripLeading();
        int colon = text.indexOf(':');
        Directive behind = colon < 0 || !hasDirectives() ? null : Directive.find(text.substring(0, colon));
        if (behind != null) {
            faults.add(Diagnostic.at(ErrorCode.E501, source, line.span(),
                    "this line is prose, as its colon stands behind '" + behind.word() + "'",
                    "right behind '#' it is none: #: " + behind.word()));
            return;
        }
        int end = 1;
        while (end < text.length() && (Character.isLetter(text.charAt(end)) || end == 1 && text.charAt(end) == ' ')) {
            end++;
        }
        Directive directive = text.startsWith(":") ? Directive.find(text.substring(1, end).strip()) : null;
        if (directive != null) {
            faults.add(Diagnostic.at(ErrorCode.E501, source, line.span(),
                    "this line is prose, as a space stands between '#' and ':'",
                    "without it: #: " + directive.word()));
        }
    }

    /** Whether it is more than a script, in whose comments any word may stand before a colon. */
    private boolean hasDirectives() {
        return source.text().contains("\n" + Directive.MARK) || source.text().startsWith(Directive.MARK);
    }

    private static int run(List<Comment> lines, int from, String mark) {
        int i = from;
        while (i < lines.size() && lines.get(i).text().startsWith(mark)) {
            i++;
        }
        return i;
    }

    private static boolean isProse(Comment line) {
        return !line.text().startsWith(OUTPUT) && !line.text().startsWith(Directive.MARK);
    }

    /** Whether no empty line stands between them. */
    private boolean follows(Comment above, Comment below) {
        int next = source.text().indexOf('\n', above.span().end()) + 1;
        return source.lineStart(below.span().start()) == next;
    }

    private boolean isFirst() {
        for (Block block : blocks) {
            if (!(block instanceof Block.Remark)) {
                return false;
            }
        }
        return true;
    }

    private static Span span(List<Comment> lines) {
        return new Span(lines.get(0).span().start(), lines.get(lines.size() - 1).span().end());
    }

    private void record(List<Comment> lines) {
        Block last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
        if (!(last instanceof Block.Code code) || code.recorded() != null) {
            faults.add(Diagnostic.at(ErrorCode.E502, source, span(lines), "no statement stands above this output",
                    "#> lines stand right beneath the statement that prints them"));
            return;
        }
        List<String> output = new ArrayList<>();
        for (Comment line : lines) {
            String text = line.text().substring(OUTPUT.length());
            output.add((text.startsWith(" ") ? text.substring(1) : text).stripTrailing());
        }
        blocks.set(blocks.size() - 1, new Block.Code(code.statement(), code.text(),
                new Block.Recorded(output, span(lines)), code.span()));
    }

    private void directive(List<Comment> lines) {
        StringBuilder text = new StringBuilder();
        for (Comment line : lines) {
            text.append(text.length() == 0 ? "" : " ").append(line.text().substring(Directive.MARK.length()).strip());
        }
        int end = 0;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        String word = text.substring(0, end);
        String rest = text.substring(end).strip();
        Directive directive = Directive.find(word);
        if (directive == null) {
            String near = Nearest.sentence(word, Directive.words());
            faults.add(Diagnostic.at(ErrorCode.E501, source, span(lines.subList(0, 1)),
                    "no line of a document begins with '#: " + word + "'", near,
                    "there are " + String.join(", ", Directive.words())));
            // What stands beneath it is as it should be.
            boolean exercise = !rest.isEmpty()
                    && Nearest.to(word, Directive.words()).contains(Directive.EXERCISE.word());
            if (exercise) {
                blocks.add(new Block.Remark(Directive.EXERCISE, rest, span(lines)));
            }
            return;
        }
        if (directive.operand().isEmpty() != rest.isEmpty()) {
            faults.add(Diagnostic.at(ErrorCode.E502, source, span(lines), rest.isEmpty()
                    ? "'#: " + word + "' needs more behind it: " + directive.operand()
                    : "nothing follows '#: " + word + "' in its line"));
            return;
        }
        blocks.add(new Block.Remark(directive, rest, span(lines)));
    }

    /** Reads comment lines that follow each other. */
    private static final class ProseReader {
        private static final String POINT = "- ";
        private static final String VERBATIM = "    ";

        private final List<Block> blocks;
        private final List<Comment> lines;
        private final boolean first;

        ProseReader(List<Block> blocks, List<Comment> lines, boolean first) {
            this.blocks = blocks;
            this.lines = lines;
            this.first = first;
        }

        void read() {
            int i = 0;
            while (i < lines.size()) {
                int from = i;
                if (text(i).isBlank()) {
                    i++;
                } else if (text(i).startsWith(VERBATIM)) {
                    i = verbatim(i);
                } else if (text(i).startsWith(POINT)) {
                    i = points(i);
                } else {
                    while (i < lines.size() && !text(i).isBlank() && !text(i).startsWith(POINT)) {
                        i++;
                    }
                    paragraph(from, i);
                }
            }
        }

        /** A line without its sign, and one space. */
        private String text(int line) {
            String text = lines.get(line).text().substring(1);
            return text.startsWith(" ") ? text.substring(1) : text;
        }

        private String joined(int from, int to) {
            StringBuilder text = new StringBuilder();
            for (int i = from; i < to; i++) {
                text.append(i == from ? "" : " ").append(text(i).strip());
            }
            return text.toString();
        }

        private void paragraph(int from, int to) {
            String text = joined(from, to);
            boolean alone = to == from + 1 && from == 0 && to < lines.size() && text(to).isBlank();
            boolean sentence = !text.isEmpty() && ".:!;,".indexOf(text.charAt(text.length() - 1)) >= 0;
            if (alone && !sentence && text.length() <= LONGEST_HEADING) {
                blocks.add(new Block.Heading(text, first ? 1 : 2, span(lines.subList(from, to))));
            } else {
                blocks.add(new Block.Paragraph(text, span(lines.subList(from, to))));
            }
        }

        private int points(int from) {
            List<String> points = new ArrayList<>();
            int i = from;
            while (i < lines.size() && text(i).startsWith(POINT)) {
                int start = i++;
                while (i < lines.size() && text(i).startsWith("  ") && !text(i).isBlank()) {
                    i++;
                }
                points.add(joined(start, i).substring(POINT.length()).strip());
            }
            blocks.add(new Block.Points(points, span(lines.subList(from, i))));
            return i;
        }

        private int verbatim(int from) {
            int i = from;
            int end = from;
            List<String> shown = new ArrayList<>();
            while (i < lines.size() && (text(i).isBlank() || text(i).startsWith(VERBATIM))) {
                if (!text(i).isBlank()) {
                    end = i + 1;
                }
                i++;
            }
            for (int k = from; k < end; k++) {
                shown.add(text(k).isBlank() ? "" : text(k).substring(VERBATIM.length()).stripTrailing());
            }
            blocks.add(new Block.Verbatim(shown, span(lines.subList(from, end))));
            return end;
        }
    }
}
