package llmq.render;

import java.io.IOException;
import java.util.List;
import llmq.result.Layout;
import llmq.result.LeftOut;
import llmq.result.Note;
import llmq.result.Result;
import llmq.result.Wanted;
import llmq.text.Role;
import llmq.text.SafeText;
import llmq.text.Style;
import llmq.text.Wrap;

/** What stands above and beneath the rows for people: title, counts, what is hidden, what was left out, notes. */
public final class Footer {
    /** Fewer rows than this need not be counted for the reader. */
    static final int MANY = 10;
    private static final int INDENT = 2;

    private final Style style;
    private final Appendable out;

    Footer(Style style, Appendable out) {
        this.style = style;
        this.out = out;
    }

    static void title(Result result, Style style, Appendable out) throws IOException {
        if (result.title() != null) {
            int indent = result.layout() == Layout.FIT ? INDENT : 0;
            Wrap.print(SafeText.of(style.words(result.title())), style.width(), indent,
                    Role.HEADER, style.theme(), out);
        }
    }

    /** How many rows there are, and how to see those that are not shown. */
    Footer rows(int shown, int all, Wanted wanted) throws IOException {
        if (all == 0) {
            remark("no rows");
        } else if (shown < all) {
            int rest = all - shown;
            remark((style.unicode() ? "… " : "... ") + rest + (rest == 1 ? " more row" : " more rows")
                    + " (" + all + " in all)" + (wanted.ask() == null ? ""
                    : ": " + wanted.ask() + " " + all + " shows " + (rest == 1 ? "it" : "them")));
        } else if (all > MANY) {
            remark(all + " rows");
        }
        return this;
    }

    Footer hidden(List<ReaderColumn> columns) throws IOException {
        if (!columns.isEmpty()) {
            remark(columns.size() + (columns.size() == 1 ? " column hidden: " : " columns hidden: ") + titles(columns)
                    + " (a wider window or the vertical format shows " + (columns.size() == 1 ? "it)" : "them)"));
        }
        return this;
    }

    /** @param missing how many of the columns a table would have left out; 0 where no table was wanted */
    Footer onTheirSide(int missing, int columns) throws IOException {
        if (missing > 0) {
            remark("a line for each value, as " + missing + " of " + columns
                    + " columns do not fit (a wider window shows a table)");
        }
        return this;
    }

    Footer shortened(List<ReaderColumn> columns) throws IOException {
        if (!columns.isEmpty()) {
            remark("long texts shortened in " + titles(columns)
                    + " (a wider window or the vertical format shows them whole)");
        }
        return this;
    }

    Footer best(boolean marked) throws IOException {
        if (marked && !style.plain()) {
            remark("* best of those compared");
        }
        return this;
    }

    /** What the rows come to, the rows left out, and the notes. */
    void about(Result result) throws IOException {
        for (String line : result.said()) {
            print(style.list(line), Role.SAID);
        }
        String leftOut = leftOut(result);
        if (leftOut != null) {
            remark(style.words(leftOut));
        }
        for (Note note : result.notes()) {
            print("note: " + style.words(note.text()), Role.NOTE);
        }
    }

    private void remark(String text) throws IOException {
        Wrap.print(text, style.width(), INDENT, Role.REMARK, style.theme(), out);
    }

    private void print(String text, Role role) throws IOException {
        Wrap.print(SafeText.of(text), style.width(), INDENT, role, style.theme(), out);
    }

    private static String titles(List<ReaderColumn> columns) {
        StringBuilder titles = new StringBuilder();
        for (ReaderColumn column : columns) {
            titles.append(titles.length() == 0 ? "" : ", ").append(column.title());
        }
        return titles.toString();
    }

    /** {@code 18 of 152 left out: tokens not disclosed (12), flops not known (6)}; {@code null} if none was. */
    public static String leftOut(Result result) {
        long rows = 0;
        for (LeftOut part : result.leftOut()) {
            rows += part.rows();
        }
        // A single value that is unknown leaves out no rows, but has its reasons.
        boolean counted = rows > 0;
        boolean several = false;
        for (LeftOut part : result.leftOut()) {
            several |= part.rows() > 0 && part.rows() < rows;
        }
        StringBuilder text = new StringBuilder();
        for (LeftOut part : result.leftOut()) {
            if (part.rows() > 0 || !counted) {
                text.append(text.length() == 0 ? "" : ", ").append(SafeText.of(part.reason()));
                text.append(several ? " (" + part.rows() + ")" : "");
            }
        }
        if (text.length() == 0) {
            return null;
        }
        return counted ? rows + " of " + result.considered() + " left out: " + text : text.toString();
    }
}
