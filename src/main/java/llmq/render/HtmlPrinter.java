package llmq.render;

import java.io.IOException;
import llmq.plot.Picture;
import llmq.plot.Words;
import llmq.result.Layout;
import llmq.result.Note;
import llmq.result.Result;
import llmq.text.SafeText;
import llmq.text.Style;

/** A web page that needs nothing else: a table with its notes as a list beneath. */
public final class HtmlPrinter implements Printer {
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>%</title>
            <style>
            body { font-family: sans-serif; margin: 2em; }
            table { border-collapse: collapse; }
            caption { text-align: left; font-weight: bold; padding: 0.3em 0; }
            th, td { border-bottom: 1px solid #ccc; padding: 0.2em 0.8em; text-align: left; vertical-align: top; }
            .number { text-align: right; font-variant-numeric: tabular-nums; }
            .unit { display: block; font-weight: normal; color: #666; }
            .unknown { color: #999; }
            </style>
            </head>
            <body>
            """;

    private final Style style;

    HtmlPrinter(Style style) {
        this.style = style;
    }

    @Override
    public void print(Result result, Appendable out) throws IOException {
        boolean drawn = result.layout() == Layout.PLOT;
        String plain = drawn && result.picture().title() != null ? result.picture().title() : result.title();
        String title = plain == null ? null : escape(plain);
        int gap = HEAD.indexOf('%');
        out.append(HEAD, 0, gap).append(title == null ? "llmq" : title).append(HEAD, gap + 1, HEAD.length());
        body(result, title, out);
        out.append("</body>\n</html>\n");
    }

    /** What stands within the page, for another that has more in it. */
    public static void fragment(Result result, Style style, Appendable out) throws IOException {
        new HtmlPrinter(style).body(result, result.title() == null ? null : escape(result.title()), out);
    }

    private void body(Result result, String title, Appendable out) throws IOException {
        if (result.layout() == Layout.SCALAR) {
            if (title != null) {
                out.append("<p><strong>").append(title).append("</strong></p>\n");
            }
            out.append("<p>").append(escape(PagePrinter.scalarText(Grid.of(result, style), style.plain()))).append("</p>\n");
        } else if (result.layout() == Layout.PLOT) {
            picture(result.picture(), title, out);
        } else {
            table(Grid.laidOut(result, style), title, out);
        }
        for (String line : result.said()) {
            out.append("<p>").append(escape(line)).append("</p>\n");
        }
        String leftOut = Footer.leftOut(result);
        if (leftOut != null) {
            out.append("<p>").append(escape(leftOut)).append("</p>\n");
        }
        if (!result.notes().isEmpty()) {
            out.append("<ul>\n");
            for (Note note : result.notes()) {
                out.append("<li>").append(escape(note.text())).append("</li>\n");
            }
            out.append("</ul>\n");
        }
    }

    private void picture(Picture picture, String title, Appendable out) throws IOException {
        if (title != null) {
            out.append("<p><strong>").append(title).append("</strong></p>\n");
        }
        StringBuilder words = new StringBuilder();
        for (String sentence : Words.of(picture)) {
            words.append(words.length() == 0 ? "" : " ").append(sentence);
        }
        out.append("<pre role=\"img\" aria-label=\"").append(escape(words.toString())).append("\">\n");
        for (String line : PlotPrinter.drawing(picture, style)) {
            out.append(escape(line)).append('\n');
        }
        out.append("</pre>\n");
        for (String line : picture.caption().lines()) {
            out.append("<p>").append(escape(line)).append("</p>\n");
        }
    }

    private static void table(Grid grid, String title, Appendable out) throws IOException {
        out.append("<table>\n");
        if (title != null) {
            out.append("<caption>").append(title).append("</caption>\n");
        }
        StringBuilder line = new StringBuilder("<thead>\n<tr>");
        for (ReaderColumn column : grid.columns()) {
            boolean text = column.align() == ReaderColumn.Align.LEFT;
            line.append(text ? "<th scope=\"col\">" : "<th scope=\"col\" class=\"number\">")
                    .append(escape(column.title()));
            if (!column.unit().isEmpty()) {
                line.append(" <span class=\"unit\">").append(escape(column.unit())).append("</span>");
            }
            line.append("</th>");
        }
        out.append(line.append("</tr>\n</thead>\n<tbody>\n"));
        for (int row = 0; row < grid.rows(); row++) {
            line.setLength(0);
            line.append("<tr>");
            for (ReaderColumn column : grid.columns()) {
                cell(column, row, line);
            }
            out.append(line.append("</tr>\n"));
        }
        out.append("</tbody>\n</table>\n");
        if (grid.rows() == 0) {
            out.append("<p>no rows</p>\n");
        }
    }

    private static void cell(ReaderColumn column, int row, StringBuilder line) {
        boolean blank = column.isBlank(row);
        boolean known = blank || column.isKnown(row);
        boolean number = column.align() != ReaderColumn.Align.LEFT;
        String tag = column.isLabel() ? "th" : "td";
        String kind = (number ? "number" : "") + (number && !known ? " " : "") + (known ? "" : "unknown");
        line.append('<').append(tag).append(column.isLabel() ? " scope=\"row\"" : "");
        if (!kind.isEmpty()) {
            line.append(" class=\"").append(kind).append('"');
        }
        line.append('>');
        if (known && !blank) {
            boolean best = column.isBest(row);
            line.append(best ? "<strong>" : "").append(column.isRough(row) ? "~" : "").append(escape(column.raw(row)))
                    .append(best ? "</strong>" : "");
        } else if (!blank) {
            line.append(ReaderColumn.UNKNOWN);
        }
        line.append("</").append(tag).append('>');
    }

    /** The text as content of an element or a quoted attribute; line ends become breaks. */
    public static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\n' -> out.append("<br>");
                case '\t' -> out.append(' ');
                case '\r' -> {
                }
                default -> out.append(c);
            }
        }
        return SafeText.of(out.toString());
    }
}
