package llmq.render;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import llmq.plot.Axis;
import llmq.plot.Caption;
import llmq.plot.Label;
import llmq.plot.Layer;
import llmq.plot.Panel;
import llmq.plot.Picture;
import llmq.plot.Scale;
import llmq.plot.Series;
import llmq.value.Dates;
import llmq.value.ScaledUnit;
import llmq.value.Unit;

/** Pictures of every kind, made by hand. */
final class PlotPictures {
    private static final ScaledUnit FLOP = ScaledUnit.base(Unit.FLOP);
    private static final ScaledUnit PERCENT = ScaledUnit.base(Unit.PERCENT);
    private static final ScaledUnit NONE = ScaledUnit.base(Unit.NONE);
    private static final Axis FLOPS = new Axis("flops", FLOP, Scale.LOG, 3e20, 9e25, List.of());
    private static final Axis MMLU = new Axis("mmlu", PERCENT, Scale.LINEAR, 20, 92, List.of());
    private static final String[] NAMES = {"Llama 3.1 405B", "Qwen2.5-72B", "Phi-3 mini 3.8B", "DBRX", "Phi-1.5",
        "Mixtral 8x22B", "Gemma 2 27B", "Llama 2 70B", "Qwen2.5 7B", "Falcon 180B", "MPT-30B", "OLMo 7B"};

    private PlotPictures() {
    }

    static Map<String, Picture> all() {
        Map<String, Picture> pictures = new LinkedHashMap<>();
        pictures.put("scatter", scatter());
        pictures.put("alone", alone());
        pictures.put("time", time());
        pictures.put("histogram", histogram());
        pictures.put("bars", bars(false));
        pictures.put("intervals", bars(true));
        pictures.put("years", years());
        pictures.put("changes", changes(true));
        pictures.put("standing-changes", changes(false));
        pictures.put("uncertain", uncertain(true));
        pictures.put("standing-uncertain", uncertain(false));
        pictures.put("boxes", boxes());
        pictures.put("upright", upright());
        pictures.put("fit", fit());
        pictures.put("trends", trends());
        pictures.put("many", many());
        pictures.put("density", density());
        pictures.put("densities", densities());
        pictures.put("empty", empty());
        pictures.put("one", one());
        return pictures;
    }

    private static double curve(double flops) {
        return 25 + 65 / (1 + Math.exp(-1.5 * (Math.log10(flops) - 23.4)));
    }

    private static Layer.Points points(Series series, long seed, int count, int start) {
        Random random = new Random(seed);
        double[] x = new double[count];
        double[] y = new double[count];
        int[] rows = new int[count];
        for (int i = 0; i < count; i++) {
            x[i] = Math.pow(10, 21 + 4.3 * random.nextDouble());
            y[i] = Math.min(90, curve(x[i]) + 5 * random.nextGaussian() + series.index());
            rows[i] = start + i;
        }
        return new Layer.Points(series, x, y, null, rows);
    }

    private static double[] grid(double from, double to) {
        double[] x = new double[101];
        for (int i = 0; i < x.length; i++) {
            x[i] = from * Math.pow(to / from, i / 100.0);
        }
        return x;
    }

    private static double[] along(double[] x, double shift, double widen) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double far = Math.abs(Math.log10(x[i]) - 23);
            y[i] = Math.max(20.5, Math.min(91.5, curve(x[i]) + shift + Math.signum(shift) * widen * far));
        }
        return y;
    }

    private static List<Label> labels(List<Layer.Points> layers, int count) {
        List<Label> labels = new ArrayList<>();
        List<double[]> all = new ArrayList<>();
        for (Layer.Points points : layers) {
            for (int i = 0; i < points.x().length; i++) {
                all.add(new double[] {points.y()[i], points.x()[i], points.rows()[i]});
            }
        }
        all.sort((a, b) -> Double.compare(b[0], a[0]));
        for (int i = 0; i < Math.min(count, all.size()); i++) {
            double[] row = all.get(i);
            labels.add(new Label((int) row[2] + 1, (int) row[2], NAMES[i % NAMES.length], row[1], row[0]));
        }
        return labels;
    }

    private static Layer.Steps frontier(Series series, List<Layer.Points> layers) {
        List<double[]> all = new ArrayList<>();
        for (Layer.Points points : layers) {
            for (int i = 0; i < points.x().length; i++) {
                all.add(new double[] {points.x()[i], points.y()[i], points.rows()[i]});
            }
        }
        all.sort((a, b) -> Double.compare(a[0], b[0]));
        List<double[]> best = new ArrayList<>();
        for (double[] point : all) {
            if (best.isEmpty() || point[1] > best.get(best.size() - 1)[1]) {
                best.add(point);
            }
        }
        double[] x = new double[best.size()];
        double[] y = new double[best.size()];
        int[] rows = new int[best.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = best.get(i)[0];
            y[i] = best.get(i)[1];
            rows[i] = (int) best.get(i)[2];
        }
        return new Layer.Steps(series, x, y, rows, null);
    }

    private static Caption counted(String text) {
        return new Caption(null, text, List.of());
    }

    /** Three series, a trend with both bands, the frontier, labels and the level of chance. */
    static Picture scatter() {
        List<Series> series = List.of(new Series("Llama", 0, Series.Kind.ROWS), new Series("Qwen", 1, Series.Kind.ROWS),
                new Series("9 others", 0, Series.Kind.REST), new Series("april24", 0, Series.Kind.TREND),
                new Series("95% of the curve", 0, Series.Kind.BAND), new Series("95% of rows", 0,
                Series.Kind.INTERVAL), new Series("frontier", 0, Series.Kind.FRONTIER));
        List<Layer.Points> points = List.of(points(series.get(0), 1, 12, 0), points(series.get(1), 2, 10, 12),
                points(series.get(2), 3, 24, 22));
        double[] x = grid(5e20, 5e25);
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer.Band(series.get(3), x, along(x, -9, 0.5), along(x, 9, 0.5), true));
        layers.add(new Layer.Band(series.get(3), x, along(x, -1.5, 1.5), along(x, 1.5, 1.5), false));
        layers.add(new Layer.Reference(false, 25, "chance 25 %"));
        layers.add(new Layer.Curve(series.get(3), x, along(x, 0, 0)));
        layers.add(frontier(series.get(6), points));
        layers.addAll(points);
        return new Picture("mmlu against flops", List.of(new Panel(FLOPS, MMLU, layers, labels(points, 10))),
                "family", series, null, false, new Caption("plot mmlu against flops where open color by family label top 10",
                        "n = 46 · catalog 2026.11", List.of("flops: published, else 6 · active · tokens")));
    }

    /** One series, nothing else. */
    static Picture alone() {
        Layer.Points points = points(new Series("models", 0, Series.Kind.ROWS), 5, 60, 0);
        return new Picture(null, List.of(new Panel(FLOPS, MMLU, List.of(new Layer.Reference(false, 25, "chance 25 %"),
                points), labels(List.of(points), 60))), null, List.of(), null, false, counted("n = 60"));
    }

    static Picture time() {
        Random random = new Random(4);
        Series series = new Series("models", 0, Series.Kind.ROWS);
        Series best = new Series("best so far", 0, Series.Kind.FRONTIER);
        double start = Dates.days(LocalDate.of(2019, 11, 5));
        double end = Dates.days(LocalDate.of(2024, 9, 20));
        double[] x = new double[50];
        double[] y = new double[50];
        double[] size = new double[50];
        int[] rows = new int[50];
        for (int i = 0; i < 50; i++) {
            double at = Math.sqrt(random.nextDouble());
            x[i] = Math.rint(start + at * (end - start));
            y[i] = 26 + 55 * at * at * (0.4 + 0.6 * random.nextDouble());
            size[i] = random.nextDouble() * random.nextDouble();
            rows[i] = i;
        }
        Layer.Points points = new Layer.Points(series, x, y, size, rows);
        Axis dates = new Axis("released", null, Scale.TIME, start - 60, end + 60, List.of());
        return new Picture("mmlu over time", List.of(new Panel(dates, MMLU, List.of(new Layer.Reference(false, 25,
                "chance 25 %"), frontier(best, List.of(points)), points), labels(List.of(points), 8))), null,
                List.of(best), null, false, counted("n = 50"));
    }

    static Picture histogram() {
        double[] from = new double[16];
        double[] to = new double[16];
        double[] value = {0, 3, 14, 22, 19, 12, 9, 15, 23, 28, 21, 13, 4, 1, 0, 1};
        for (int i = 0; i < 16; i++) {
            from[i] = 20 + 5 * i;
            to[i] = 25 + 5 * i;
        }
        Axis x = new Axis("mmlu", PERCENT, Scale.LINEAR, 20, 100, List.of());
        Axis y = new Axis("models", null, Scale.LINEAR, 0, 29.1, List.of());
        return new Picture(null, List.of(new Panel(x, y, List.of(new Layer.Bars(null, from, to, 0, value, null, null,
                null)), List.of())), null, List.of(), null, false, counted("n = 185 · catalog 2026.11"));
    }

    static Picture bars(boolean intervals) {
        // The first is at the top.
        String[] names = {"Falcon", "DBRX", "Phi", "Gemma", "Mistral AI", "Qwen", "Llama"};
        double[] value = {88.6, 86.1, 77.8, 75.2, 69.0, 73.7, 57.0};
        double[] low = new double[7];
        double[] high = new double[7];
        double[] from = new double[7];
        double[] to = new double[7];
        for (int i = 0; i < 7; i++) {
            from[i] = 6 - i - 0.4;
            to[i] = 6 - i + 0.4;
            low[i] = value[i] - 2 - 2 * i;
            high[i] = value[i] + 1.5 + 2 * i;
        }
        Axis x = new Axis("max(mmlu)", PERCENT, Scale.LINEAR, 0, 92, List.of());
        Axis y = new Axis("family", null, Scale.CATEGORY, -0.5, 6.5, List.of(names));
        return new Picture(null, List.of(new Panel(x, y, List.of(new Layer.Bars(null, from, to, 0, value,
                intervals ? low : null, intervals ? high : null, new int[7])), List.of())), null, List.of(),
                null, false, counted("n = 7"));
    }

    /** On both sides of nothing. */
    static Picture changes(boolean lying) {
        double[] value = {12.5, -7.25, 0, 3.1, -0.1, -14};
        double[] from = new double[6];
        double[] to = new double[6];
        for (int i = 0; i < 6; i++) {
            from[i] = i - 0.4;
            to[i] = i + 0.4;
        }
        Axis along = new Axis("year(released)", null, Scale.CATEGORY, -0.5, 5.5,
                List.of("2019", "2020", "2021", "2022", "2023", "2024"));
        Axis across = new Axis("change", PERCENT, Scale.LINEAR, -15, 14, List.of());
        return new Picture(null, List.of(new Panel(lying ? across : along, lying ? along : across,
                List.of(new Layer.Bars(null, from, to, 0, value, null, null, new int[6])), List.of())), null, List.of(),
                null, false, counted("n = 6"));
    }

    /** Means on both sides of nothing, with intervals that reach across it and one that is narrower than a character. */
    static Picture uncertain(boolean lying) {
        double[] value = {7.1, -1.92, -5.78, 0.4};
        double[] low = {4.9, -3.7, -7.52, 0.39};
        double[] high = {9.3, 0.2, -4.03, 0.41};
        double[] from = {-0.4, 0.6, 1.6, 2.6};
        double[] to = {0.4, 1.4, 2.4, 3.4};
        Axis along = new Axis("group", null, Scale.CATEGORY, -0.5, 3.5, List.of("up", "even", "down", "sure"));
        Axis across = new Axis("avg(y)", null, Scale.LINEAR, -8, 10, List.of());
        return new Picture(null, List.of(new Panel(lying ? across : along, lying ? along : across,
                List.of(new Layer.Bars(null, from, to, 0, value, low, high, new int[4])), List.of())), null, List.of(),
                null, false, counted("n = 4"));
    }

    static Picture years() {
        double[] value = {2, 5, 9, 31, 64, 48};
        double[] from = new double[6];
        double[] to = new double[6];
        for (int i = 0; i < 6; i++) {
            from[i] = i - 0.4;
            to[i] = i + 0.4;
        }
        Axis x = new Axis("year(released)", null, Scale.CATEGORY, -0.5, 5.5,
                List.of("2019", "2020", "2021", "2022", "2023", "2024"));
        Axis y = new Axis("count()", NONE, Scale.LINEAR, 0, 67, List.of());
        return new Picture(null, List.of(new Panel(x, y, List.of(new Layer.Bars(null, from, to, 0, value, null, null,
                new int[6])), List.of())), null, List.of(), null, false, counted("n = 6"));
    }

    private static List<Layer.Box> boxesOf(int count) {
        List<Layer.Box> boxes = new ArrayList<>();
        Random random = new Random(8);
        for (int i = 0; i < count; i++) {
            double median = 40 + 40 * random.nextDouble();
            double lower = median - 12 * random.nextDouble();
            double upper = median + 10 * random.nextDouble();
            boxes.add(new Layer.Box(i, lower - 6, lower, median, upper, Math.min(90, upper + 7),
                    i % 2 == 0 ? new double[] {lower - 12} : new double[0], i % 2 == 0 ? new int[] {i} : new int[0], 9));
        }
        return boxes;
    }

    static Picture boxes() {
        Axis y = new Axis("family", null, Scale.CATEGORY, -0.5, 3.5, List.of("Llama", "Qwen", "Mistral AI", "Gemma"));
        return new Picture(null, List.of(new Panel(MMLU, y, List.of(new Layer.Reference(true, 25, "chance 25 %"),
                new Layer.Boxes(null, boxesOf(4))), List.of())), null, List.of(), null, false, counted("n = 36"));
    }

    static Picture upright() {
        Axis x = new Axis("year(released)", null, Scale.CATEGORY, -0.5, 4.5,
                List.of("2020", "2021", "2022", "2023", "2024"));
        return new Picture(null, List.of(new Panel(x, MMLU, List.of(new Layer.Reference(false, 25, "chance 25 %"),
                new Layer.Boxes(null, boxesOf(5))), List.of())), null, List.of(), null, false, counted("n = 45"));
    }

    static Picture fit() {
        Series rows = new Series("models", 0, Series.Kind.ROWS);
        Series trend = new Series("april24", 0, Series.Kind.TREND);
        Layer.Points points = points(rows, 6, 40, 0);
        double[] x = grid(5e20, 5e25);
        double[] left = new double[40];
        for (int i = 0; i < 40; i++) {
            left[i] = points.y()[i] - curve(points.x()[i]);
        }
        Axis residual = new Axis("residual", PERCENT, Scale.LINEAR, -15, 15, List.of());
        Panel above = new Panel(FLOPS, MMLU, List.of(new Layer.Band(trend, x, along(x, -1.5, 1.5), along(x, 1.5, 1.5),
                false), new Layer.Curve(trend, x, along(x, 0, 0)), points), labels(List.of(points), 3));
        Panel beneath = new Panel(FLOPS, residual, List.of(new Layer.Reference(false, 0, ""),
                new Layer.Points(rows, points.x(), left, null, points.rows())), List.of());
        return new Picture("april24: mmlu on log10(flops), logistic", List.of(above, beneath), null, List.of(trend,
                new Series("95% of the curve", 0, Series.Kind.BAND)),
                null, false, counted("n = 40"));
    }

    /** Several trends, each of a series. */
    static Picture trends() {
        List<Series> series = new ArrayList<>();
        List<Layer> layers = new ArrayList<>();
        double[] x = grid(5e20, 5e25);
        for (int i = 0; i < 3; i++) {
            Series trend = new Series("fit of " + NAMES[i], i, Series.Kind.TREND);
            layers.add(new Layer.Curve(trend, x, along(x, -6 + 6 * i, 0)));
            series.add(trend);
        }
        for (int i = 0; i < 3; i++) {
            Series rows = new Series(NAMES[i], i, Series.Kind.ROWS);
            layers.add(points(rows, i, 6, 10 * i));
            series.add(i, rows);
        }
        return new Picture(null, List.of(new Panel(FLOPS, MMLU, layers, List.of())), "name", series, null, false, counted("n = 18"));
    }

    static Picture many() {
        Layer.Points points = points(new Series("models", 0, Series.Kind.ROWS), 9, 2000, 0);
        return new Picture(null, List.of(new Panel(FLOPS, MMLU, List.of(points), List.of())), null, List.of(),
                null, false, counted("n = 2000"));
    }

    static Picture density() {
        Random random = new Random(3);
        long[] counts = new long[160 * 100];
        for (int i = 0; i < 1_000_000; i++) {
            double at = random.nextDouble();
            double up = 0.2 + 0.5 * at * at + 0.1 * random.nextGaussian();
            if (up >= 0 && up < 1) {
                counts[(int) (up * 100) * 160 + (int) (at * 160)]++;
            }
        }
        Series rows = new Series("models", 0, Series.Kind.ROWS);
        return new Picture(null, List.of(new Panel(FLOPS, MMLU, List.of(new Layer.Cells(rows, 160, 100, counts)),
                List.of(new Label(7, 6, "DBRX", 1e24, 73)))), null, List.of(), null, false, counted("n = 1000000"));
    }

    /** Two series of so many rows that each is but counted. */
    static Picture densities() {
        Random random = new Random(3);
        List<Series> series = List.of(new Series("open", 0, Series.Kind.ROWS), new Series("closed", 1, Series.Kind.ROWS));
        List<Layer> layers = new ArrayList<>();
        for (int k = 0; k < 2; k++) {
            long[] counts = new long[160 * 100];
            for (int i = 0; i < 10_000; i++) {
                double at = 0.4 * k + 0.6 * random.nextDouble();
                double up = 0.2 + 0.5 * at * at + 0.1 * random.nextGaussian();
                if (up >= 0 && up < 1) {
                    counts[(int) (up * 100) * 160 + (int) (at * 160)]++;
                }
            }
            layers.add(new Layer.Cells(series.get(k), 160, 100, counts));
        }
        return new Picture(null, List.of(new Panel(FLOPS, MMLU, layers, List.of())), "access", series,
                null, false, counted("n = 20000"));
    }

    static Picture empty() {
        return new Picture(null, List.of(new Panel(FLOPS, MMLU, List.of(), List.of())), null, List.of(),
                null, false, counted("n = 0"));
    }

    static Picture one() {
        Layer.Points points = new Layer.Points(new Series("models", 0, Series.Kind.ROWS), new double[] {3e24},
                new double[] {73.7}, null, new int[] {0});
        Axis x = new Axis("flops", FLOP, Scale.LOG, 1e24, 1e25, List.of());
        Axis y = new Axis("mmlu", PERCENT, Scale.LINEAR, 66, 81, List.of());
        return new Picture(null, List.of(new Panel(x, y, List.of(points), List.of(new Label(1, 0, "DBRX", 3e24,
                73.7)))), null, List.of(), null, false, counted("n = 1"));
    }
}
