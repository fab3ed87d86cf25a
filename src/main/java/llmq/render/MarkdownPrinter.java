package llmq.render;

import java.io.IOException;
import llmq.result.Layout;
import llmq.result.Note;
import llmq.result.Result;
import llmq.text.SafeText;
import llmq.text.Style;

/** A table as GitHub's Markdown has it, whole at any width, with the notes as a list beneath. */
public final class MarkdownPrinter implements Printer {
    private final Style style;

    MarkdownPrinter(Style style) {
        this.style = style;
    }

    @Override
    public void print(Result result, Appendable out) throws IOException {
        boolean drawn = result.layout() == Layout.PLOT;
        String title = drawn && result.picture().title() != null ? result.picture().title() : result.title();
        if (title != null) {
            out.append("**").append(escape(style.words(title))).append("**\n\n");
        }
        if (result.layout() == Layout.SCALAR) {
            out.append(escape(PagePrinter.scalarText(Grid.of(result, style), style.plain()))).append('\n');
        } else if (drawn) {
            picture(result, out);
        } else {
            table(Grid.laidOut(result, style), out);
        }
        for (String line : result.said()) {
            out.append('\n').append(escape(style.list(line))).append('\n');
        }
        String leftOut = Footer.leftOut(result);
        if (leftOut != null) {
            out.append('\n').append(escape(style.words(leftOut))).append('\n');
        }
        for (int i = 0; i < result.notes().size(); i++) {
            Note note = result.notes().get(i);
            out.append(i == 0 ? "\n" : "").append("- ").append(escape(style.words(note.text()))).append('\n');
        }
    }

    private void picture(Result result, Appendable out) throws IOException {
        out.append("```\n");
        for (String line : PlotPrinter.drawing(result.picture(), style)) {
            out.append(line).append('\n');
        }
        out.append("```\n");
        for (String line : result.picture().caption().lines()) {
            out.append('\n').append(escape(style.words(line))).append('\n');
        }
    }

    private static void table(Grid grid, Appendable out) throws IOException {
        StringBuilder line = new StringBuilder();
        for (ReaderColumn column : grid.columns()) {
            String unit = column.unit();
            line.append("| ").append(escape(unit.isEmpty() ? column.title() : column.title() + " (" + unit + ")"))
                    .append(' ');
        }
        out.append(line.append("|\n"));
        line.setLength(0);
        for (ReaderColumn column : grid.columns()) {
            line.append(column.align() == ReaderColumn.Align.LEFT ? "| --- " : "| ---: ");
        }
        out.append(line.append("|\n"));
        for (int row = 0; row < grid.rows(); row++) {
            line.setLength(0);
            for (ReaderColumn column : grid.columns()) {
                String cell = column.isBlank(row) ? "" : !column.isKnown(row) ? ReaderColumn.UNKNOWN
                        : (column.isRough(row) ? "\\~" : "") + escape(column.raw(row));
                boolean best = column.isBest(row);
                line.append("| ").append(best ? "**" : "").append(cell).append(best ? "**" : "").append(' ');
            }
            out.append(line.append("|\n"));
        }
        if (grid.rows() == 0) {
            out.append("\nno rows\n");
        }
    }

    /** The text as Markdown that shows it unchanged, on one line. */
    public static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> out.append("<br>");
                case '\r' -> out.append(' ');
                case '<' -> out.append("&lt;");
                case '&' -> out.append("&amp;");
                case '\\', '|', '*', '`', '[', ']', '~' -> out.append('\\').append(c);
                // Within a word an underscore is but itself: arc_c.
                case '_' -> out.append(isWithinWord(text, i) ? "_" : "\\_");
                default -> out.append(c);
            }
        }
        return SafeText.of(out.toString());
    }

    private static boolean isWithinWord(String text, int i) {
        return i > 0 && i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i - 1))
                && Character.isLetterOrDigit(text.charAt(i + 1));
    }
}
