package llmq.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import llmq.plot.Axis;
import llmq.plot.Caption;
import llmq.plot.Label;
import llmq.plot.Layer;
import llmq.plot.Panel;
import llmq.plot.Picture;
import llmq.plot.Scale;
import llmq.plot.Series;
import llmq.plot.Sizes;
import llmq.value.ScaledUnit;
import llmq.value.Unit;

/** Pictures of anything, in any combination. */
final class StrangePictures {
    private static final String[] TEXTS = {"", "a", "Qwen 通义千问", "line\nfeed", "\u001b[31mred", "👍🏽 fine", "é combining",
        "a very long name that has no room anywhere on a screen of forty columns", "10²³", "x|y", "שלום"};

    private final Random random;

    private StrangePictures(Random random) {
        this.random = random;
    }

    static Picture of(Random random) {
        return new StrangePictures(random).picture();
    }

    private Picture picture() {
        List<Series> series = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            series.add(series());
        }
        List<Panel> panels = new ArrayList<>();
        Axis x = axis();
        for (int i = random.nextInt(2); i >= 0; i--) {
            Axis y = axis();
            List<Layer> layers = new ArrayList<>();
            for (int k = random.nextInt(6); k > 0; k--) {
                layers.add(layer(x, y));
            }
            List<Label> labels = new ArrayList<>();
            for (int k = random.nextInt(20); k > 0; k--) {
                labels.add(new Label(k, k, text(), value(x), value(y)));
            }
            panels.add(new Panel(x, y, layers, labels));
        }
        return new Picture(random.nextBoolean() ? null : text(), panels, random.nextBoolean() ? null : text(), series,
                random.nextBoolean() ? null
                : new Sizes(text(), text(), text(), text(), random.nextDouble(), random.nextInt(3)),
                random.nextBoolean(), new Caption(text(), text(), List.of(text())));
    }

    private String text() {
        return TEXTS[random.nextInt(TEXTS.length)];
    }

    private Series series() {
        Series.Kind[] kinds = Series.Kind.values();
        return new Series(text(), random.nextInt(12), kinds[random.nextInt(kinds.length)]);
    }

    private Axis axis() {
        ScaledUnit[] units = {null, ScaledUnit.base(Unit.FLOP), ScaledUnit.base(Unit.PERCENT),
            new ScaledUnit(Unit.TOKEN, 1e12, "T tokens")};
        ScaledUnit unit = units[random.nextInt(units.length)];
        Scale scale = Scale.values()[random.nextInt(4)];
        int power = random.nextInt(40) - 15;
        double size = Math.pow(10, power);
        double low = random.nextInt(3) == 0 ? 0 : size * (random.nextDouble() - 0.5);
        return switch (scale) {
            case LINEAR -> new Axis(text(), unit, scale, low, low + size * (0.01 + random.nextDouble()), List.of());
            case LOG -> new Axis(text(), unit, scale, size, size * (1.001 + Math.pow(10, 8 * random.nextDouble())),
                    List.of());
            case TIME -> new Axis(text(), null, scale, 10_000 * random.nextDouble(), 10_001 + 20_000
                    * random.nextDouble(), List.of());
            case CATEGORY -> {
                List<String> categories = new ArrayList<>();
                for (int i = random.nextInt(30); i >= 0; i--) {
                    categories.add(text());
                }
                yield new Axis(text(), null, scale, -0.5, categories.size() - 0.5, categories);
            }
        };
    }

    private double value(Axis axis) {
        return switch (random.nextInt(12)) {
            case 0 -> axis.low();
            case 1 -> axis.high();
            default -> axis.scale() == Scale.CATEGORY ? random.nextInt(axis.categories().size())
                    : axis.value(random.nextDouble());
        };
    }

    private double[] values(Axis axis, int count, boolean sorted) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = value(axis);
        }
        if (sorted) {
            java.util.Arrays.sort(values);
        }
        return values;
    }

    private Layer layer(Axis x, Axis y) {
        int count = random.nextInt(3) == 0 ? random.nextInt(3) : random.nextInt(200);
        Series series = random.nextInt(5) == 0 ? null : series();
        boolean lying = y.scale() == Scale.CATEGORY;
        Axis along = lying ? y : x;
        Axis across = lying ? x : y;
        return switch (random.nextInt(8)) {
            case 0 -> new Layer.Cells(series, 7, 5, counts());
            case 1 -> new Layer.Curve(series, values(x, count, true), values(y, count, false));
            case 2 -> new Layer.Band(series, values(x, count, true), values(y, count, false), values(y, count, false),
                    random.nextBoolean());
            case 3 -> new Layer.Steps(series, values(x, count, true), values(y, count, true), new int[count], null);
            case 4 -> {
                double[] from = values(along, count, true);
                double[] to = from.clone();
                for (int i = 0; i < count; i++) {
                    to[i] = random.nextBoolean() ? from[i] : Math.min(along.high(), from[i] + random.nextDouble());
                }
                boolean intervals = random.nextBoolean();
                yield new Layer.Bars(series, from, to, value(across), values(across, count, false),
                        intervals ? values(across, count, false) : null,
                        intervals ? values(across, count, false) : null, random.nextBoolean() ? null : new int[count]);
            }
            case 5 -> {
                List<Layer.Box> boxes = new ArrayList<>();
                for (int i = 0; i < Math.min(count, 20); i++) {
                    double[] five = values(across, 5, true);
                    double[] beyond = values(across, random.nextInt(4), false);
                    boxes.add(new Layer.Box(value(along), five[0], five[1], five[2], five[3], five[4], beyond,
                            new int[beyond.length], 10));
                }
                yield new Layer.Boxes(series, boxes);
            }
            case 6 -> new Layer.Reference(random.nextBoolean(), value(random.nextBoolean() ? x : y), text());
            default -> new Layer.Points(series, values(x, count, false), values(y, count, false),
                    random.nextBoolean() ? null : sizes(count), new int[count]);
        };
    }

    private double[] sizes(int count) {
        double[] sizes = new double[count];
        for (int i = 0; i < count; i++) {
            sizes[i] = random.nextInt(10) == 0 ? Double.NaN : random.nextDouble();
        }
        return sizes;
    }

    private long[] counts() {
        long[] counts = new long[35];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = random.nextBoolean() ? 0 : random.nextInt(3) == 0 ? 1L << random.nextInt(50) : 1;
        }
        return counts;
    }
}
