package llmq.figure;

import java.awt.Font;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/** The texts beneath a picture: the key of numbered labels, then its caption. */
final class Footing {
    private static final double SIZE = 11;
    private static final double LINE = 15;
    private static final double GAP = 8;
    private static final double BETWEEN = 14;

    private final Fonts fonts;
    private final Palette palette;
    private final double left;
    private final double width;

    Footing(Fonts fonts, Palette palette, double left, double width) {
        this.fonts = fonts;
        this.palette = palette;
        this.left = left;
        this.width = width;
    }

    /**
     * @param g    {@code null} where it is only measured
     * @param bare how many of all labels have neither name nor number
     * @return where it ends
     */
    double draw(Graphics2D g, double top, List<LabelLayer.Keyed> numbered, int bare, int all, List<String> caption) {
        double y = top;
        if (!numbered.isEmpty()) {
            Hook.begin(g, "class", "key");
            y = key(g, y, numbered);
            Hook.end(g);
        }
        if (bare > 0) {
            y += LINE + GAP / 2;
            Hook.begin(g, "class", "bare");
            write(g, bare + (bare == 1 ? " more has" : " more have") + " no label: label top " + all
                    + (bare == 1 ? " shows it" : " shows them"), y);
            Hook.end(g);
        }
        if (!caption.isEmpty()) {
            Hook.begin(g, "class", "caption");
            y += GAP;
            for (String text : caption) {
                for (String line : wrapped(text)) {
                    y += LINE;
                    write(g, line, y);
                }
            }
            Hook.end(g);
        }
        return y + GAP + 4;
    }

    private void write(Graphics2D g, String line, double y) {
        if (g != null) {
            g.setPaint(palette.soft());
            PowerText.draw(g, line, fonts.regular(SIZE), left, y);
        }
    }

    /** In columns as wide as the widest entry. */
    private double key(Graphics2D g, double top, List<LabelLayer.Keyed> numbered) {
        Font font = fonts.regular(SIZE);
        List<LabelLayer.Keyed> ordered = new ArrayList<>(numbered);
        ordered.sort((a, b) -> Integer.compare(a.label().number(), b.label().number()));
        double widest = 0;
        double digits = 0;
        for (LabelLayer.Keyed label : ordered) {
            digits = Math.max(digits, Fonts.width(fonts.bold(SIZE), Integer.toString(label.label().number())) + 5);
            widest = Math.max(widest, Fonts.width(font, label.text()));
        }
        double step = Math.min(width, widest + digits + BETWEEN);
        int columns = (int) Math.max(1, Math.floor((width + BETWEEN) / step));
        int lines = (ordered.size() + columns - 1) / columns;
        for (int i = 0; i < ordered.size() && g != null; i++) {
            double x = left + i / lines * step;
            double y = top + GAP + LINE * (1 + i % lines);
            String number = Integer.toString(ordered.get(i).label().number());
            g.setPaint(palette.ink());
            g.setFont(fonts.bold(SIZE));
            g.drawString(number, (float) (x + digits - 5 - Fonts.width(fonts.bold(SIZE), number)), (float) y);
            g.setFont(font);
            g.drawString(Fonts.cut(font, ordered.get(i).text(), width - digits), (float) (x + digits), (float) y);
        }
        return top + GAP + LINE * lines;
    }

    private List<String> wrapped(String text) {
        Font font = fonts.regular(SIZE);
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && PowerText.width(longer, font) > width) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(Fonts.cut(font, line.toString(), width));
        return lines;
    }
}
