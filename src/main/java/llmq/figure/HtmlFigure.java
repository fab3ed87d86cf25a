package llmq.figure;

import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import llmq.plot.Axis;
import llmq.plot.Layer;
import llmq.plot.Panel;
import llmq.plot.Picture;
import llmq.plot.Scale;
import llmq.plot.Words;
import llmq.render.Printers;
import llmq.result.Format;
import llmq.result.Result;
import llmq.text.Plural;
import llmq.text.Style;

/**
 * A picture as a part of a page: drawn twice, for wide windows and for narrow ones, with the rows behind it in a table,
 * from which a script takes what it tells of a mark.
 */
final class HtmlFigure {
    private static final double WIDE = 900;
    private static final double NARROW = 420;
    /** More rows than a page can hold. */
    private static final int MOST = 5000;

    private final Result result;
    private final List<String> caption;
    private final Figures.Sources sources;
    private final String prefix;
    private final RowWords words;
    private final StringBuilder out = new StringBuilder(1 << 17);

    /** @param prefix of its ids, by which it differs from the other pictures of the page */
    HtmlFigure(Result result, List<String> caption, Figures.Sources sources, String prefix) {
        this.result = result;
        this.caption = caption;
        this.sources = sources;
        this.prefix = prefix;
        this.words = new RowWords(result);
    }

    String html() {
        Picture picture = SafePicture.of(result.picture());
        out.append("<figure class=\"picture\" id=\"").append(prefix).append("picture\">\n"
                + "<div class=\"tools\" hidden>"
                + "<button type=\"button\" data-do=\"in\" aria-label=\"zoom in\" title=\"zoom in\">+</button>"
                + "<button type=\"button\" data-do=\"out\" aria-label=\"zoom out\" title=\"zoom out\">−</button>"
                + "<button type=\"button\" data-do=\"all\">whole picture</button></div>\n");
        view(picture, "wide", WIDE);
        view(picture, "narrow", NARROW);
        out.append("<div class=\"tip\" role=\"status\" hidden></div>\n");
        data();
        return out.append("</figure>\n").toString();
    }

    private void view(Picture picture, String kind, double width) {
        Sheet sheet = new Sheet(picture, words, caption, Tone.LIGHT, width);
        SvgPicture.Written svg = SvgPicture.of(sheet, Figures.title(picture), Words.of(picture),
                prefix + kind.charAt(0) + "-", "figure");
        out.append("<div class=\"view ").append(kind).append("\" tabindex=\"0\" role=\"group\" aria-label=\"")
                .append("picture: arrow keys go from mark to mark, + and - zoom, 0 shows it whole\" data-plan=\"")
                .append(Svg.escape(plan(picture, svg.drawn()))).append("\">\n").append(svg.svg()).append("</div>\n");
    }

    /** What a script has to know of the drawing, as JSON: panels with their axes, and the legend. */
    private static String plan(Picture picture, Sheet.Drawn drawn) {
        StringBuilder json = new StringBuilder("{\"x\":").append(axis(picture.panels().get(0).x()))
                .append(",\"panels\":[");
        String sign = "";
        for (Sheet.Area area : drawn.areas()) {
            json.append(sign).append("{\"box\":").append(box(area.box())).append(",\"y\":")
                    .append(axis(area.panel().y())).append(",\"holds\":").append(held(area.panel())).append('}');
            sign = ",";
        }
        json.append("],\"legend\":[");
        sign = "";
        for (Sheet.Entry entry : drawn.entries()) {
            json.append(sign).append("{\"key\":").append(quoted(entry.key())).append(",\"name\":")
                    .append(quoted(entry.text())).append(",\"box\":").append(box(entry.box())).append('}');
            sign = ",";
        }
        return json.append("]}").toString();
    }

    /** The axis that bars reach along, which is not zoomed. */
    private static String held(Panel panel) {
        boolean bars = panel.layers().stream().anyMatch(layer -> layer instanceof Layer.Bars);
        return !bars ? "null" : panel.y().scale() == Scale.CATEGORY ? "\"x\"" : "\"y\"";
    }

    private static String box(Rectangle2D box) {
        return "[" + Svg.number(box.getX()) + "," + Svg.number(box.getY()) + "," + Svg.number(box.getWidth()) + ","
                + Svg.number(box.getHeight()) + "]";
    }

    /** Its ends where they lie on a ruler with even marks, in the unit that its ticks are written in. */
    private static String axis(Axis axis) {
        double factor = axis.unit() == null ? 1 : axis.unit().factor();
        boolean log = axis.scale() == Scale.LOG;
        double low = log ? Math.log10(axis.low() / factor) : axis.low() / factor;
        double high = log ? Math.log10(axis.high() / factor) : axis.high() / factor;
        StringBuilder json = new StringBuilder("{\"scale\":\"").append(axis.scale().name()).append("\",\"low\":")
                .append(exact(low)).append(",\"high\":").append(exact(high));
        if (axis.scale() == Scale.CATEGORY) {
            json.append(",\"names\":[");
            for (int i = 0; i < axis.categories().size(); i++) {
                json.append(i == 0 ? "" : ",").append(quoted(axis.categories().get(i)));
            }
            json.append(']');
        }
        return json.append('}').toString();
    }

    /** With twelve digits, as the last ones differ from one Java to the next. */
    private static String exact(double value) {
        return new BigDecimal(value).round(new MathContext(12)).stripTrailingZeros().toString();
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else {
                json.append(c < ' ' ? ' ' : c);
            }
        }
        return json.append('"').toString();
    }

    private void data() {
        int rows = words.rows();
        out.append("<div class=\"data\">");
        Result counted = rows > MOST ? CellRows.of(result) : null;
        if (rows <= MOST) {
            details(Plural.count(rows, "row") + " behind the picture", result);
            table(words, said(rows));
        } else if (counted == null) {
            out.append(rows).append(" rows, too many for a page: the same statement with to \"rows.csv\" takes them");
        } else {
            int parts = counted.table().rows();
            details(rows + " rows, too many for a page, are counted in " + Plural.count(parts, "part"), counted);
            if (result.picture().panels().get(0).layers().stream().anyMatch(layer -> layer instanceof Layer.Cells)) {
                out.append("<p>The same statement with to \"rows.csv\" takes the rows themselves.</p>\n");
            }
            if (parts <= MOST) {
                table(new RowWords(counted), List.of());
            }
        }
        out.append(rows > MOST && counted == null ? "</div>\n" : "</details></div>\n");
    }

    private void details(String summary, Result told) {
        out.append("<details><summary>").append(summary).append("</summary>\n<p><a download=\"").append(prefix)
                .append("data.csv\" href=\"data:text/csv;charset=utf-8;base64,")
                .append(Base64.getEncoder().encodeToString(csv(told))).append("\">download as CSV</a></p>\n");
    }

    /** @param said of the sources of each row; empty where the table is not of rows */
    private void table(RowWords told, List<List<String>> said) {
        out.append("<div class=\"rows\" tabindex=\"0\">\n<table>\n<thead><tr>");
        boolean sourced = said.stream().anyMatch(lines -> !lines.isEmpty());
        for (int i = 0; i < told.titles().size(); i++) {
            out.append("<th scope=\"col\"").append(told.isNumber(i) ? " class=\"number\"" : "").append('>')
                    .append(Svg.escape(told.titles().get(i))).append("</th>");
        }
        out.append(sourced ? "<th scope=\"col\">sources</th>" : "").append("</tr></thead>\n<tbody>\n");
        for (int row = 0; row < told.rows(); row++) {
            out.append(told == words ? "<tr data-row=\"" + row + "\">" : "<tr>");
            row(told, row, sourced ? said.get(row) : null);
        }
        out.append("</tbody>\n</table>\n</div>");
    }

    private List<List<String>> said(int rows) {
        List<List<String>> said = new ArrayList<>(rows);
        for (int row = 0; row < rows; row++) {
            said.add(sources.of(row));
        }
        return said;
    }

    private void row(RowWords told, int row, List<String> said) {
        for (int i = 0; i < told.titles().size(); i++) {
            boolean name = i == told.name();
            out.append(name ? "<th scope=\"row\">" : told.isNumber(i) ? "<td class=\"number\">" : "<td>")
                    .append(Svg.escape(told.cell(row, i))).append(name ? "</th>" : "</td>");
        }
        if (said != null) {
            out.append("<td class=\"sources\">");
            for (String line : said) {
                out.append("<div>").append(Svg.escape(line)).append("</div>");
            }
            out.append("</td>");
        }
        out.append("</tr>\n");
    }

    private static byte[] csv(Result told) {
        return Printers.of(Format.CSV, Style.WHOLE).text(told).getBytes(StandardCharsets.UTF_8);
    }
}
