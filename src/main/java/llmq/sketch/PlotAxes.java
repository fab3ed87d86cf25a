package llmq.sketch;

import java.util.ArrayList;
import java.util.List;
import llmq.plot.Axis;
import llmq.plot.Scale;
import llmq.plot.Tick;
import llmq.plot.Ticks;
import llmq.text.AsciiText;
import llmq.text.CellWidth;
import llmq.text.Role;
import llmq.text.SafeText;
import llmq.text.Style;
import llmq.text.Wrap;

/** The lines and texts around a panel. */
final class PlotAxes {
    /** Lines for each text beside an axis, and columns for each beneath one: closer ones are more than are read. */
    private static final double LINES_EACH = 2.5;
    private static final int LEAST = 3;
    private static final int MINOR_EACH = 2;
    private static final int COLUMNS_EACH = 8;
    private static final int GAP = 2;
    private static final String MORE = "…";

    private final Style style;

    PlotAxes(Style style) {
        this.style = style;
    }

    /** A text beside or beneath an axis, and where. */
    private record Text(int at, String text) {
    }

    /** What stands beside each line: a text, nothing for a mark without one, {@code null} where there is none. */
    String[] left(Axis y, PlotArea area, int lines, int widest) {
        if (y.scale() == Scale.CATEGORY) {
            return listed(y, area, lines, widest);
        }
        int usual = Math.max(LEAST, (int) (lines / LINES_EACH));
        String[] best = new String[lines];
        int texts = 0;
        for (int most = usual; most > 0 && texts == 0; most--) {
            best = marked(y, area, lines, most);
            texts = marks(best, false);
        }
        // A single number does not make a scale.
        for (int most = usual + 1; texts < 2 && most <= lines; most++) {
            String[] more = marked(y, area, lines, most);
            best = marks(more, false) > texts ? more : best;
            texts = marks(best, false);
        }
        if (MINOR_EACH * marks(best, true) > lines) {
            // Marks on every line are none.
            for (int line = 0; line < lines; line++) {
                best[line] = best[line] == null || best[line].isEmpty() ? null : best[line];
            }
        }
        return best;
    }

    /** Nothing where two texts would meet. */
    private String[] marked(Axis y, PlotArea area, int lines, int most) {
        String[] beside = new String[lines];
        for (Tick tick : Ticks.of(y, most)) {
            int line = area.line(tick.value());
            boolean taken = beside[line] != null && !beside[line].isEmpty();
            if (taken && !tick.isMinor()) {
                return new String[lines];
            }
            beside[line] = taken ? beside[line] : text(tick);
        }
        return beside;
    }

    /** How many lines have a text, or a mark without one. */
    private static int marks(String[] beside, boolean minor) {
        int marks = 0;
        for (String text : beside) {
            marks += text != null && text.isEmpty() == minor ? 1 : 0;
        }
        return marks;
    }

    private String[] listed(Axis y, PlotArea area, int lines, int widest) {
        String[] beside = new String[lines];
        for (int i = 0; i < y.categories().size(); i++) {
            if (y.holds(i)) {
                String text = style.words(SafeText.of(y.categories().get(i)));
                beside[area.line(i)] = CellWidth.of(text) <= widest ? text
                        : Wrap.ended(text, widest, style.unicode() ? MORE : "..");
            }
        }
        return beside;
    }

    private String text(Tick tick) {
        return style.unicode() ? SafeText.of(tick.text()) : AsciiText.tick(SafeText.of(tick.text()));
    }

    static int width(String[] texts) {
        int width = 0;
        for (String text : texts) {
            width = Math.max(width, text == null ? 0 : CellWidth.of(text));
        }
        return width;
    }

    /** What stands to the left of the sheet on one line. */
    String beside(String text, int margin, boolean listed) {
        String shown = text == null ? "" : text;
        boolean tick = !listed && text != null && (style.unicode() || !text.isEmpty());
        String sign = style.unicode() ? tick ? "┤" : "│" : tick ? "+" : "|";
        return " ".repeat(margin - CellWidth.of(shown)) + style.theme().paint(Role.AXIS_TEXT, shown)
                + style.theme().paint(Role.AXIS, sign);
    }

    /**
     * The axis beneath a panel and its texts.
     *
     * @param margin columns before the axis
     * @param width  of all
     * @param texts  whether they are written, or stand under the panel beneath
     */
    List<String> beneath(Axis x, PlotArea area, int margin, int width, boolean texts) {
        int columns = area.columns();
        List<Tick> ticks = List.of();
        List<Text> places = List.of();
        for (int most = Math.max(2, columns / COLUMNS_EACH); most > 0; most--) {
            boolean all = x.scale() == Scale.CATEGORY && most == Math.max(2, columns / COLUMNS_EACH);
            ticks = Ticks.of(x, all ? Math.max(most, x.categories().size()) : most);
            places = places(ticks, area, margin, width);
            if (places != null) {
                break;
            }
        }
        ticks = apart(x, ticks, area);
        StringBuilder line = new StringBuilder();
        line.append((style.unicode() ? "─" : "-").repeat(columns));
        for (Tick tick : ticks) {
            int column = area.column(tick.value());
            if (!tick.isMinor()) {
                line.setCharAt(column, style.unicode() ? '┬' : '+');
            } else if (line.charAt(column) == '─') {
                line.setCharAt(column, '┴');
            } else if (line.charAt(column) == '-') {
                line.setCharAt(column, '\'');
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add(" ".repeat(margin) + style.theme().paint(Role.AXIS, (style.unicode() ? "└" : "+") + line));
        if (texts) {
            StringBuilder written = new StringBuilder();
            int at = 0;
            for (Text text : places == null ? List.<Text>of() : places) {
                written.append(" ".repeat(text.at - at)).append(text.text);
                at = text.at + CellWidth.of(text.text);
            }
            lines.add(style.theme().paint(Role.AXIS_TEXT, written.toString()));
        }
        return lines;
    }

    /** Without those between the texts that would run into each other; of a decade 2 and 5 stay if they can. */
    private static List<Tick> apart(Axis x, List<Tick> ticks, PlotArea area) {
        if (areApart(ticks, area)) {
            return ticks;
        }
        List<Tick> some = new ArrayList<>();
        List<Tick> texts = new ArrayList<>();
        for (Tick tick : ticks) {
            double place = Math.log10(x.unit() == null ? tick.value() : x.unit().fromBase(tick.value()));
            long digit = Math.round(Math.pow(10, place - Math.floor(place + 1e-9)));
            boolean kept = x.scale() == Scale.LOG && (digit == 1 || digit == 2 || digit == 5);
            if (!tick.isMinor() || kept) {
                some.add(tick);
            }
            if (!tick.isMinor()) {
                texts.add(tick);
            }
        }
        return areApart(some, area) ? some : texts;
    }

    private static boolean areApart(List<Tick> ticks, PlotArea area) {
        int before = Integer.MIN_VALUE / 2;
        for (Tick tick : ticks) {
            int column = area.column(tick.value());
            if (column - before < 2) {
                return false;
            }
            before = column;
        }
        return true;
    }

    /** Where the texts go, each beneath its tick; {@code null} if they would come too close to each other. */
    private List<Text> places(List<Tick> ticks, PlotArea area, int margin, int width) {
        List<Text> places = new ArrayList<>();
        int end = -GAP;
        for (Tick tick : ticks) {
            if (!tick.isMinor()) {
                String text = style.words(text(tick));
                int length = CellWidth.of(text);
                int middle = margin + 1 + area.column(tick.value());
                int start = Math.max(0, Math.min(width - length, middle - (length - 1) / 2));
                if (start < end + GAP || length > width) {
                    return null;
                }
                places.add(new Text(start, text));
                end = start + length;
            }
        }
        return places;
    }
}
