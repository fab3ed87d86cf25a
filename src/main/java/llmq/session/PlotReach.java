package llmq.session;

import java.util.ArrayList;
import java.util.List;
import llmq.plot.Axis;
import llmq.plot.PlotSpec;
import llmq.plot.TrendLine;
import llmq.result.Note;
import llmq.result.NoteKind;
import llmq.table.CellText;
import llmq.table.Field;
import llmq.table.Schema;
import llmq.table.ScoreScale;
import llmq.value.NumberText;
import llmq.value.Unit;

/** Says where curves and what lies around them go on beyond the picture, or beyond what can be. */
final class PlotReach {
    /** Points of a scale that a curve may be off its ends without a word. */
    private static final double OFF = 0.05;

    private final PlotSpec spec;
    private final Schema schema;
    private final List<TrendLine> trends;

    PlotReach(PlotSpec spec, Schema schema, List<TrendLine> trends) {
        this.spec = spec;
        this.schema = schema;
        this.trends = trends;
    }

    /** The farthest that lines go beyond a level. @param above whether upwards */
    private record Far(TrendLine trend, double x, double y, boolean above) {
        boolean isBeyond(double level) {
            return above ? y > level : y < level;
        }
    }

    /** @param y the axis that they are drawn along */
    void add(Axis y, List<Note> notes) {
        ScoreScale score = schema.field(spec.y().column()).scale();
        Far down = new Far(null, 0, Double.POSITIVE_INFINITY, false);
        Far up = new Far(null, 0, Double.NEGATIVE_INFINITY, true);
        Far under = down;
        Far over = up;
        for (TrendLine trend : trends) {
            down = farthest(trend, trend.y(), down);
            up = farthest(trend, trend.y(), up);
            under = trend.rowLow() == null ? under : farthest(trend, trend.rowLow(), under);
            over = trend.rowHigh() == null ? over : farthest(trend, trend.rowHigh(), over);
        }
        List<String> parts = new ArrayList<>();
        boolean curve = false;
        if (score != null) {
            for (Far far : List.of(down, up)) {
                double off = OFF * score.max();
                if (far.isBeyond(far.above() ? score.max() + off : -off)) {
                    parts.add(parts.isEmpty() ? far.trend().name() + " runs to " + at(far) : "and to " + place(far));
                    curve = true;
                }
            }
        }
        boolean rows = false;
        for (Far far : List.of(under, over)) {
            if (far.isBeyond(far.above() ? y.high() : y.low())) {
                parts.add((rows ? "and to " : "95% of rows " + (curve ? "to " : "goes on to ")) + place(far));
                rows = true;
            }
        }
        if (parts.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder();
        for (String part : parts) {
            text.append(text.length() == 0 ? "" : part.startsWith("and") ? " " : ", ").append(part);
        }
        if (score != null) {
            text.append("; ").append(spec.y().title()).append(" ends at 0 and ").append(NumberText.exact(score.max()))
                    .append('%').append(curve ? ", and a curve using logistic stays within"
                            + (rows ? ", if not the 95% of rows around it" : "") : "");
        } else {
            text.append(", beyond the picture");
        }
        notes.add(new Note(score == null ? NoteKind.BEYOND_PICTURE : NoteKind.BEYOND_SCALE, text.toString()));
    }

    private static Far farthest(TrendLine trend, double[] values, Far before) {
        Far far = before;
        for (int i = 0; i < values.length; i++) {
            boolean farther = before.above() ? values[i] > far.y() : values[i] < far.y();
            if (farther && values[i] - values[i] == 0) {
                far = new Far(trend, trend.x()[i], values[i], before.above());
            }
        }
        return far;
    }

    /** {@code 116.4 % at 5e25 FLOP (t)}. */
    private String place(Far far) {
        return at(far) + (trends.size() > 1 ? " (" + far.trend().name() + ")" : "");
    }

    private String at(Far far) {
        return value(spec.y(), far.y()) + " at " + value(spec.x(), far.x());
    }

    private String value(PlotSpec.Channel channel, double value) {
        Field field = schema.field(channel.column());
        if (channel.display() == null && field.unit().equals(Unit.FLOP)) {
            // As the powers of ten beside the axis, not in units that change with the size.
            return NumberText.shortened(value) + " FLOP";
        }
        return CellText.number(value, field.type(), field.unit(), channel.display());
    }
}
