package llmq.sketch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import llmq.plot.Layer;
import llmq.plot.Panel;

/**
 * Draws bars that stand on one another, in whole characters: a stack is as long as what it comes to, and its characters
 * are divided among its pieces by the largest remainders, as seats are.
 */
final class PlotStacks {
    private final PlotSheet sheet;
    private final PlotArea area;
    private final PlotSigns signs;
    private final boolean lying;
    private int unseen;

    PlotStacks(PlotSheet sheet, PlotArea area, Panel panel, PlotSigns signs) {
        this.sheet = sheet;
        this.area = area;
        this.signs = signs;
        this.lying = PlotArea.isListed(panel.y());
    }

    /** One bar of a stack. */
    private record Piece(Layer.Bars bars, int i) {
        double value() {
            return bars.value()[i];
        }
    }

    /** How many pieces have something to show and no character to show it in. */
    int unseen() {
        return unseen;
    }

    void draw(List<Layer.Bars> layers) {
        Map<Double, List<Piece>> stacks = new LinkedHashMap<>();
        for (Layer.Bars bars : layers) {
            for (int i = 0; i < bars.value().length; i++) {
                if (bars.value()[i] > 0 && bars.value()[i] < Double.POSITIVE_INFINITY) {
                    stacks.computeIfAbsent(bars.from()[i], key -> new ArrayList<>()).add(new Piece(bars, i));
                }
            }
        }
        stacks.values().forEach(this::stack);
    }

    private void stack(List<Piece> pieces) {
        Piece first = pieces.get(0);
        Piece last = pieces.get(pieces.size() - 1);
        double base = first.bars.base();
        double end = last.bars.end(last.i);
        int start = (int) Math.round(lying ? area.across(base) : area.down(base));
        int all = Math.max(1, Math.abs((int) Math.round(lying ? area.across(end) : area.down(end)) - start));
        int[] sizes = divided(pieces.stream().mapToDouble(Piece::value).toArray(), all);
        int[] thick = lying ? PlotBars.lines(area, first.bars, first.i) : PlotBars.columns(area, first.bars, first.i);
        int at = 0;
        for (int k = 0; k < sizes.length; k++) {
            unseen += sizes[k] == 0 ? 1 : 0;
            for (int step = 0; step < sizes[k]; step++, at++) {
                for (int beside = thick[0]; beside < thick[1]; beside++) {
                    put(lying ? start + at : beside, lying ? beside : start - 1 - at, pieces.get(k));
                }
            }
        }
    }

    private void put(int column, int line, Piece piece) {
        if (column < sheet.columns() && line >= 0) {
            sheet.put(column, line, signs.fill(piece.bars.series()), signs.role(piece.bars.series()), PlotSheet.SOLID);
        }
    }

    /** So many characters as shares of values; of equal remainders the first one is rounded up. */
    static int[] divided(double[] values, int characters) {
        double total = Arrays.stream(values).sum();
        int[] shares = new int[values.length];
        double[] remainders = new double[values.length];
        int left = characters;
        for (int i = 0; i < values.length; i++) {
            double share = values[i] / total * characters;
            shares[i] = (int) share;
            remainders[i] = share - shares[i];
            left -= shares[i];
        }
        for (; left > 0; left--) {
            int most = 0;
            for (int i = 1; i < values.length; i++) {
                most = remainders[i] > remainders[most] + 1e-9 ? i : most;
            }
            shares[most]++;
            remainders[most] = -1;
        }
        return shares;
    }
}
