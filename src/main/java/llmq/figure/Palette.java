package llmq.figure;

import java.awt.Color;
import java.util.List;

/**
 * The colours of a picture. Those of series are of Okabe and Ito, “Color Universal Design” (2008), without their
 * yellow, which is too faint on white, then two of Paul Tol's “muted” ones (2021): the colour-blind tell all apart.
 * Those of an order are after “plasma” of Smith and van der Walt (2015), ever farther from the paper.
 * On white the lighter ones come late, for they have less contrast; none of them colours a text.
 *
 * @param ink    texts and lines of fits
 * @param soft   axes and texts that stand back
 * @param steps  of series in an order, from the first to the last; those between are mixed of their neighbours
 * @param rest   of the rows without a series of their own
 * @param solid  how opaque the inside of a mark is, so that those beneath shine through
 */
record Palette(Color paper, Color ink, Color soft, Color grid, List<Color> series, List<Color> steps,
        Color rest, double solid) {
    private static final Palette LIGHT = new Palette(new Color(0xffffff), new Color(0x1b1b1b), new Color(0x5c5c5c),
            new Color(0xe3e3e3), colors(0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0xe69f00, 0x56b4e9, 0x882255, 0x999933),
            colors(0xe8893b, 0xd95f5c, 0xb12a90, 0x6a00a8, 0x0d0887),
            new Color(0x8a8a8a), 0.75);
    private static final Palette DARK = new Palette(new Color(0x14171a), new Color(0xececec), new Color(0xa9adb2),
            new Color(0x2d3237), colors(0x4aa3df, 0xf08a4b, 0x2fc79a, 0xe39cc4, 0xf2b63c, 0x9ad4f5, 0xd8709f, 0xc8c866),
            colors(0x8568e8, 0xc45fb8, 0xe8756c, 0xf8a94a, 0xf6f14f),
            new Color(0x9a9a9a), 0.9);

    static Palette of(Tone tone) {
        return tone == Tone.DARK ? DARK : LIGHT;
    }

    Color series(int index) {
        return series.get(Math.floorMod(index, series.size()));
    }

    /** The one of so many in their order. @param index from 0 */
    Color step(int index, int of) {
        double place = of < 2 ? steps.size() - 1 : (double) Math.min(index, of - 1) / (of - 1) * (steps.size() - 1);
        int first = (int) Math.min(steps.size() - 2, Math.floor(place));
        Color from = steps.get(first);
        Color to = steps.get(first + 1);
        double share = place - first;
        return new Color(mixed(from.getRed(), to.getRed(), share), mixed(from.getGreen(), to.getGreen(), share),
                mixed(from.getBlue(), to.getBlue(), share));
    }

    private static int mixed(int from, int to, double share) {
        return (int) Math.round(from + share * (to - from));
    }

    static Color faint(Color color, double share) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(255 * share));
    }

    private static List<Color> colors(int... colors) {
        Color[] made = new Color[colors.length];
        for (int i = 0; i < colors.length; i++) {
            made[i] = new Color(colors[i]);
        }
        return List.of(made);
    }
}
