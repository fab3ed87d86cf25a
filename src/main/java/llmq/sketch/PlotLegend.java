package llmq.sketch;

import java.util.ArrayList;
import java.util.List;
import llmq.plot.Picture;
import llmq.plot.Series;
import llmq.plot.Sizes;
import llmq.text.CellWidth;
import llmq.text.Role;
import llmq.text.SafeText;
import llmq.text.Style;
import llmq.text.Wrap;

/** What stands above a picture to say what is what. */
final class PlotLegend {
    private static final int GAP = 2;

    private final Style style;
    private final PlotSigns signs;
    private final int width;
    private final boolean compact;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private int used;

    /** @param compact whether lines are few */
    PlotLegend(Style style, PlotSigns signs, int width, boolean compact) {
        this.compact = compact;
        this.style = style;
        this.signs = signs;
        this.width = width;
    }

    /**
     * @param bounds from how many rows on each shade of a density is used; empty without shades
     * @param thin   whether no band is wide enough to be seen beside its curve
     * @param said   what else there is to say: what the signs of boxes stand for, what is not to be seen
     */
    List<String> legend(Picture picture, long[] bounds, boolean thin, List<String> said) {
        boolean first = true;
        for (Series series : picture.series()) {
            if (first && picture.legend() != null) {
                String title = style.words(SafeText.of(picture.legend())) + ":";
                title = CellWidth.of(title) <= width ? title : Wrap.ended(title, width, style.ellipsis());
                add(style.theme().paint(Role.REMARK, title), CellWidth.of(title), 0);
            }
            String sample = signs.sample(series);
            String name = style.words(SafeText.of(series.name()))
                    + (thin && series.kind() == Series.Kind.BAND ? compact ? " (thin)" : " (narrower than the line)" : "");
            int room = Math.max(4, width - CellWidth.of(sample) - 1);
            String fitting = CellWidth.of(name) <= room ? name : Wrap.ended(name, room, style.ellipsis());
            add(style.theme().paint(signs.role(series), sample) + " " + fitting,
                    CellWidth.of(sample) + 1 + CellWidth.of(fitting), first && picture.legend() != null ? 1 : GAP);
            first = false;
        }
        String intervals = PlotIntervals.key(picture.panels().get(0), style.unicode());
        if (intervals != null) {
            add(style.theme().paint(Role.REMARK, intervals), CellWidth.of(intervals), GAP);
        }
        for (String text : said) {
            add(style.theme().paint(Role.REMARK, text), CellWidth.of(text), GAP);
        }
        if (picture.sizes() != null) {
            sizes(picture.sizes());
        }
        if (bounds.length > 0 && signs.isMany()) {
            for (String text : most(bounds)) {
                String fitting = CellWidth.of(text) <= width ? text : Wrap.ended(text, width, style.ellipsis());
                add(style.theme().paint(Role.REMARK, fitting), CellWidth.of(fitting), GAP);
            }
        } else if (bounds.length > 0) {
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

    /** With a mark of each size; where there is but one, as letters are, only what is the greatest. */
    private void sizes(Sizes sizes) {
        int small = signs.mark(null, true);
        int large = signs.mark(null, false);
        String title = "size: " + sizes.title();
        List<String> texts = small == large ? List.of(title + " up to " + sizes.high(), sizes.others())
                : List.of(title, Character.toString(small) + " below " + sizes.large(),
                        Character.toString(large) + " " + sizes.large() + " to " + sizes.high(), sizes.others());
        for (String part : texts) {
            String text = style.words(SafeText.of(part));
            text = CellWidth.of(text) <= width ? text : Wrap.ended(text, width, style.ellipsis());
            if (!text.isEmpty()) {
                boolean first = small != large && part.equals(texts.get(1));
                add(style.theme().paint(Role.REMARK, text), CellWidth.of(text), first ? 1 : GAP);
            }
        }
    }

    /** What a mark stands for where each is of many rows. */
    private List<String> most(long[] bounds) {
        long large = bounds[Math.min(1, bounds.length - 1)];
        long most = bounds[bounds.length - 1];
        String to = style.unicode() ? "–" : "-";
        return List.of("sign: most rows there", !style.unicode() || large <= 1 ? "rows per sign: 1" + to + most
                : "small: 1" + (large > 2 ? to + (large - 1) : "") + ", large: " + large
                + (most > large ? to + most : "") + " rows");
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
}
