package llmq.render;

import java.util.ArrayList;
import java.util.List;
import llmq.plot.Label;
import llmq.plot.Picture;
import llmq.plot.Series;

/** What stands around a picture to say what is what: the legend above it, and the key of its numbers beneath. */
final class PlotLegend {
    private static final int GAP = 2;
    
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

    /** @param bounds from how many rows on each shade of a density is used; empty without shades */
    List<String> legend(Picture picture, long[] bounds) {
        boolean first = true;
        for (Series series : picture.series()) {
            if (first && picture.legend() != null) {
                String title = style.words(SafeText.of(picture.legend())) + ":";
                title = CellWidth.of(title) <= width ? title : Wrap.ended(title, width, style.ellipsis());
                add(style.theme().paint(Role.REMARK, title), CellWidth.of(title), 0);
            }
            String sample = signs.sample(series);
            String name = style.words(SafeText.of(series.name()));
            int room = Math.max(4, width - CellWidth.of(sample) - 1);
            String fitting = CellWidth.of(name) <= room ? name : Wrap.ended(name, room, style.ellipsis());
            add(style.theme().paint(signs.role(series), sample) + " " + fitting,
                    CellWidth.of(sample) + 1 + CellWidth.of(fitting), first && picture.legend() != null ? 1 : GAP);
            first = false;
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

    /** The numbers that stand for labels, in columns; those that found no place at all at the end. */
    List<String> key(List<Label> numbered, List<Label> missing) {
        List<String> key = new ArrayList<>();
        columns(numbered, key);
        if (!missing.isEmpty()) {
            StringBuilder text = new StringBuilder("no room for ");
            for (int i = 0; i < missing.size(); i++) {
                text.append(i == 0 ? "" : ", ").append(missing.get(i).number()).append(' ')
                        .append(SafeText.of(missing.get(i).text()));
            }
            for (String part : Wrap.lines(style.words(text.toString()), width)) {
                key.add(style.theme().paint(Role.REMARK, part));
            }
        }
        return key;
    }

    private void columns(List<Label> labels, List<String> key) {
        int digits = 0;
        int widest = 0;
        for (Label label : labels) {
            digits = Math.max(digits, Integer.toString(label.number()).length());
            widest = Math.max(widest, CellWidth.of(text(label)));
        }
        int column = Math.min(width, digits + 1 + widest);
        int across = Math.max(1, (width + GAP) / (column + GAP));
        int down = (labels.size() + across - 1) / across;
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
    }

    private String text(Label label) {
        return style.words(SafeText.of(label.text()));
    }
}
