package llmq.sketch;

import java.util.ArrayList;
import java.util.List;
import llmq.plot.Label;
import llmq.plot.Picture;
import llmq.plot.Series;
import llmq.text.CellWidth;
import llmq.text.Role;
import llmq.text.SafeText;
import llmq.text.Style;
import llmq.text.Wrap;

/** What stands around a picture to say what is what: the legend above it, and the key of its numbers beneath. */
final class PlotLegend {
    private static final int GAP = 2;
    /** Lines of a screen that the key may take from the picture. */
    private static final int KEY = 2;

    private final Style style;
    private final PlotSigns signs;
    private final int width;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private int used;

    PlotLegend(Style style, PlotSigns signs, int width) {
        this.style = style;
        this.signs = signs;
        this.width = width;
    }

    /**
     * @param bounds from how many rows on each shade of a density is used; empty without shades
     * @param thin   whether no band is wide enough to be seen beside its curve
     */
    List<String> legend(Picture picture, long[] bounds, boolean thin) {
        boolean first = true;
        for (Series series : picture.series()) {
            if (first && picture.legend() != null) {
                String title = style.words(SafeText.of(picture.legend())) + ":";
                title = CellWidth.of(title) <= width ? title : Wrap.ended(title, width, style.ellipsis());
                add(style.theme().paint(Role.REMARK, title), CellWidth.of(title), 0);
            }
            String sample = signs.sample(series);
            String name = style.words(SafeText.of(series.name()))
                    + (thin && series.kind() == Series.Kind.BAND ? " (narrower than the line)" : "");
            int room = Math.max(4, width - CellWidth.of(sample) - 1);
            String fitting = CellWidth.of(name) <= room ? name : Wrap.ended(name, room, style.ellipsis());
            add(style.theme().paint(signs.role(series), sample) + " " + fitting,
                    CellWidth.of(sample) + 1 + CellWidth.of(fitting), first && picture.legend() != null ? 1 : GAP);
            first = false;
        }
        if (picture.sizes() != null) {
            String text = style.words(SafeText.of("size: " + picture.sizes()));
            text = CellWidth.of(text) <= width ? text : Wrap.ended(text, width, style.ellipsis());
            add(style.theme().paint(Role.REMARK, text), CellWidth.of(text), GAP);
        }
        if (bounds.length > 0) {
            String title = "rows per character:";
            add(style.theme().paint(Role.REMARK, title), CellWidth.of(title), GAP);
            for (int i = 0; i < bounds.length; i++) {
                boolean last = i == bounds.length - 1;
                String range = last ? bounds[i] + "+" : bounds[i] + 1 == bounds[i + 1] ? Long.toString(bounds[i])
                        : bounds[i] + (style.unicode() ? "–" : "-") + (bounds[i + 1] - 1);
                String shade = Character.toString(PlotMarks.shade(i, style.unicode()));
                add(style.theme().paint(Role.SERIES_1, shade) + " " + range, 2 + range.length(), i == 0 ? 1 : GAP);
            }
        }
        end();
        return lines;
    }

    private void add(String text, int length, int gap) {
        if (used > 0 && used + gap + length > width) {
            end();
        }
        if (used > 0) {
            line.append(" ".repeat(gap));
            used += gap;
        }
        line.append(text);
        used += length;
    }

    private void end() {
        if (used > 0) {
            lines.add(line.toString());
        }
        line.setLength(0);
        used = 0;
    }

    /** The numbers that stand for labels, in columns; how many found no place, or have no line here, at the end. */
    List<String> key(List<Label> numbered, List<Label> missing) {
        List<String> key = new ArrayList<>();
        int without = missing.size() + numbered.size() - columns(numbered, key);
        if (without > 0) {
            String text = (without == 1 ? "1 label had no room: a wider window shows it"
                    : without + " labels had no room: a wider window shows them");
            for (String part : Wrap.lines(text, width)) {
                key.add(style.theme().paint(Role.REMARK, part));
            }
        }
        return key;
    }

    /** @return how many of them have a place in it */
    private int columns(List<Label> all, List<String> key) {
        int most = all.size();
        // One that stands back for lack of room may make them narrower.
        while (style.height() > 0 && down(all.subList(0, most)) > KEY) {
            most--;
        }
        List<Label> labels = all.subList(0, most);
        int digits = digits(labels);
        int column = column(labels);
        int down = down(labels);
        for (int row = 0; row < down; row++) {
            StringBuilder out = new StringBuilder();
            int at = 0;
            for (int i = row; i < labels.size(); i += down) {
                int start = i / down * (column + GAP);
                String number = Integer.toString(labels.get(i).number());
                String text = text(labels.get(i));
                int room = column - digits - 1;
                String fitting = CellWidth.of(text) <= room ? text : Wrap.ended(text, room, style.ellipsis());
                out.append(" ".repeat(start - at + digits - number.length()))
                        .append(style.theme().paint(Role.NUMBER, number)).append(' ')
                        .append(style.theme().paint(Role.LABEL, fitting));
                at = start + digits + 1 + CellWidth.of(fitting);
            }
            key.add(out.toString());
        }
        return most;
    }

    private static int digits(List<Label> labels) {
        int digits = 0;
        for (Label label : labels) {
            digits = Math.max(digits, Integer.toString(label.number()).length());
        }
        return digits;
    }

    /** How wide a number with its text is, at the most. */
    private int column(List<Label> labels) {
        int widest = 0;
        for (Label label : labels) {
            widest = Math.max(widest, CellWidth.of(text(label)));
        }
        return Math.min(width, digits(labels) + 1 + widest);
    }

    /** How many lines they take. */
    private int down(List<Label> labels) {
        int across = Math.max(1, (width + GAP) / (column(labels) + GAP));
        return (labels.size() + across - 1) / across;
    }

    private String text(Label label) {
        return style.words(SafeText.of(label.text()));
    }
}
