package llmq.figure;

import java.awt.Color;
import java.util.List;

/**
 * The colours of a picture. Those of series are of Okabe and Ito, “Color Universal Design” (2008), without their
 * yellow, which is too faint on white, then two of Paul Tol's “muted” ones (2021): the colour-blind tell all apart.
 * On white the lighter ones come late, for they have less contrast; none of them colours a text.
 *
 * @param ink    texts and lines of fits
 * @param soft   axes and texts that stand back
 * @param rest   of the rows without a series of their own
 * @param solid  how opaque the inside of a mark is, so that those beneath shine through
 */
record Palette(Color paper, Color ink, Color soft, Color grid, List<Color> series, Color rest, double solid) {
    private static final Palette LIGHT = new Palette(new Color(0xffffff), new Color(0x1b1b1b), new Color(0x5c5c5c),
            new Color(0xe3e3e3), colors(0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0xe69f00, 0x56b4e9, 0x882255, 0x999933),
            new Color(0x8a8a8a), 0.75);
    private static final Palette DARK = new Palette(new Color(0x14171a), new Color(0xececec), new Color(0xa9adb2),
            new Color(0x2d3237), colors(0x4aa3df, 0xf08a4b, 0x2fc79a, 0xe39cc4, 0xf2b63c, 0x9ad4f5, 0xd8709f, 0xc8c866),
            new Color(0x9a9a9a), 0.9);

    static Palette of(Tone tone) {
        return tone == Tone.DARK ? DARK : LIGHT;
    }

    Color series(int index) {
        return series.get(Math.floorMod(index, series.size()));
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
