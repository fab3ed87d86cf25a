package llmq.syntax;

import java.util.ArrayList;
import java.util.List;
import llmq.diagnostic.SourceText;
import llmq.diagnostic.Span;
import llmq.syntax.tree.Expr;
import llmq.syntax.tree.Script;
import llmq.syntax.tree.Source;
import llmq.syntax.tree.Statement;

/**
 * Lays a script out in its one canonical style: keywords in lower case, clauses in one order, one statement per line
 * where it fits, else a clause per line. Comments stay with what they stand at, and of empty lines between statements
 * one is kept. What it gives reads back as the same tree, and laid out again stays as it is.
 */
public final class Formatter {
    static final int WIDTH = 100;

    private final SourceText source;
    private final Script script;
    private final List<Comment> comments;
    private final StringBuilder out = new StringBuilder();
    private int nextComment;
    /** Offset in the source up to which all has been written. */
    private int done;

    private Formatter(SourceText source) {
        this.source = source;
        this.script = new Parser().parse(source);
        this.comments = Tokens.of(source).comments();
    }

    /** @throws llmq.diagnostic.LlmqException where the text does not parse */
    public static String format(SourceText source) {
        return new Formatter(source).script();
    }

    /** An expression on one line, as the title of its column too: {@code mmlu/flops}. */
    public static String expression(Expr expression) {
        return ExpressionWriter.write(expression);
    }

    /** A source on one line. */
    public static String source(Source source) {
        return ExpressionWriter.write(source);
    }

    /** A statement on one line, however long. */
    public static String statement(Statement statement) {
        return StatementWriter.line(statement);
    }

    private String script() {
        List<Statement> statements = script.statements();
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            Statement next = i + 1 < statements.size() ? statements.get(i + 1) : null;
            ownLinesBefore(statement.span().start());
            emptyLine(statement.span().start());
            String text = layOut(statement);
            out.append(text);
            if (next != null && needsSeparator(text, next)) {
                out.append(';');
            }
            done = Math.max(done, statement.span().end());
            trailing(next == null ? source.text().length() : next.span().start());
            out.append('\n');
        }
        ownLinesBefore(source.text().length());
        return out.toString();
    }

    /** Whether the next statement would be read as a part of this one. */
    private static boolean needsSeparator(String text, Statement next) {
        if ("-\"'".indexOf(StatementWriter.line(next).charAt(0)) >= 0) {
            return true;
        }
        String last = text.substring(Math.max(text.lastIndexOf(' '), text.lastIndexOf('\n')) + 1);
        boolean bare = next instanceof Statement.Evaluate
                || next instanceof Statement.Pipe pipe && pipe.stages().get(0) instanceof Statement.Evaluate;
        return last.equals("describe") || bare && (last.equals("list") || last.equals("compare"));
    }

    private void ownLinesBefore(int end) {
        while (nextComment < comments.size() && comments.get(nextComment).span().start() < end) {
            Comment comment = comments.get(nextComment++);
            emptyLine(comment.span().start());
            out.append(comment.text().stripTrailing()).append('\n');
            done = comment.span().end();
        }
    }

    /** Writes the comment that stands on the line on which the last statement ended. */
    private void trailing(int end) {
        if (nextComment >= comments.size()) {
            return;
        }
        Comment comment = comments.get(nextComment);
        if (comment.span().start() < end && !breaks(done, comment.span().start())) {
            out.append("  ").append(comment.text().stripTrailing());
            done = comment.span().end();
            nextComment++;
        }
    }

    /** One empty line, if the source has any between what was written last and {@code start}. */
    private void emptyLine(int start) {
        int lines = 0;
        for (int i = done; i < start; i++) {
            lines += source.text().charAt(i) == '\n' ? 1 : 0;
        }
        if (lines > 1 && out.length() > 0) {
            out.append('\n');
        }
    }

    private boolean breaks(int from, int to) {
        int end = source.text().indexOf('\n', from);
        return end >= 0 && end < to;
    }

    private String layOut(Statement statement) {
        List<Comment> inner = new ArrayList<>();
        while (nextComment < comments.size()
                && comments.get(nextComment).span().start() < statement.span().end()) {
            inner.add(comments.get(nextComment++));
        }
        List<List<Piece>> stages = StatementWriter.stages(statement);
        Placed placed = new Placed(stages, inner);
        for (Comment comment : placed.takeFirst()) {
            out.append(comment.text().stripTrailing()).append('\n');
        }
        String line = StatementWriter.line(statement);
        return placed.isFree() && line.length() <= WIDTH ? line : broken(stages, placed);
    }

    private static String broken(List<List<Piece>> stages, Placed placed) {
        StringBuilder text = new StringBuilder();
        for (List<Piece> stage : stages) {
            boolean whole = stages.size() > 1 && placed.isFree(stage) && width(stage) <= WIDTH;
            for (Piece piece : stage) {
                boolean head = piece == stage.get(0);
                boolean joined = whole && !head;
                String margin = head ? "" : "    ";
                for (Comment comment : placed.before(piece)) {
                    text.append('\n').append(margin).append(comment.text().stripTrailing());
                }
                text.append(joined ? " " : text.length() == 0 ? "" : "\n" + margin).append(piece.text());
                Comment after = placed.after(piece);
                if (after != null) {
                    text.append("  ").append(after.text().stripTrailing());
                }
            }
        }
        return text.toString();
    }

    private static int width(List<Piece> stage) {
        int width = -1;
        for (Piece piece : stage) {
            width += piece.text().length() + 1;
        }
        return width;
    }

    /** Which comments inside a statement belong to which of its pieces. */
    private final class Placed {
        private final List<Piece> pieces = new ArrayList<>();
        private final List<List<Comment>> before = new ArrayList<>();
        private final List<Comment> after = new ArrayList<>();

        Placed(List<List<Piece>> stages, List<Comment> inner) {
            for (List<Piece> stage : stages) {
                pieces.addAll(stage);
            }
            for (int i = 0; i < pieces.size(); i++) {
                before.add(new ArrayList<>());
                after.add(null);
            }
            for (Comment comment : inner) {
                place(comment);
            }
            int last = pieces.size() - 1;
            if (after.get(last) != null) {
                // The end of the line belongs to what follows the statement.
                before.get(last).add(after.set(last, null));
            }
        }

        /** Those that stand before the statement as a whole. */
        List<Comment> takeFirst() {
            return before.set(0, List.of());
        }

        boolean isFree() {
            return isFree(pieces);
        }

        private void place(Comment comment) {
            int offset = comment.span().start();
            int last = 0;
            int next = -1;
            for (int i = 0; i < pieces.size(); i++) {
                int start = pieces.get(i).span().start();
                if (start <= offset && start >= pieces.get(last).span().start()) {
                    last = i;
                }
                if (start > offset && (next < 0 || start < pieces.get(next).span().start())) {
                    next = i;
                }
            }
            Span span = pieces.get(last).span();
            boolean inside = offset < span.end();
            if (!inside && !breaks(span.end(), offset) && after.get(last) == null) {
                after.set(last, comment);
            } else {
                before.get(inside || next < 0 ? last : next).add(comment);
            }
        }

        List<Comment> before(Piece piece) {
            return before.get(index(piece));
        }

        Comment after(Piece piece) {
            return after.get(index(piece));
        }

        /** Pieces are told apart by identity: two may have the same text and no place. */
        private int index(Piece piece) {
            for (int i = 0; i < pieces.size(); i++) {
                if (pieces.get(i) == piece) {
                    return i;
                }
            }
            throw new IllegalArgumentException(piece.text());
        }

        boolean isFree(List<Piece> stage) {
            for (Piece piece : stage) {
                if (!before(piece).isEmpty() || after(piece) != null) {
                    return false;
                }
            }
            return true;
        }
    }
}
