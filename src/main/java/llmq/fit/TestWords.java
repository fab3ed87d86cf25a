package llmq.fit;

import java.util.ArrayList;
import java.util.List;
import llmq.stats.Accuracy;
import llmq.value.Unit;

/** What a back-test comes to, in words. */
public final class TestWords {
    private TestWords() {
    }

    /** @param unit of the response */
    public static List<String> lines(Accuracy accuracy, Unit unit) {
        List<String> lines = new ArrayList<>();
        if (accuracy.n() == 0) {
            return lines;
        }
        double bias = accuracy.bias();
        String change = Amounts.change(bias, unit);
        boolean none = bias == 0 || Math.abs(bias) < accuracy.rmse() / 1e6;
        lines.add("n " + accuracy.n() + " · RMSE " + Amounts.distance(accuracy.rmse(), unit)
                + (none ? " · no bias" : " · bias " + change) + ": " + (none ? "actual values lie on the trend on average"
                        : "actual values lie " + Amounts.distance(bias, unit) + (bias > 0 ? " above" : " below")
                                + " the trend on average"));
        if (accuracy.judged() > 0) {
            lines.add(accuracy.inside() + " of " + accuracy.judged() + " (" + percent(accuracy.coverage())
                    + ") inside the 95% prediction interval");
        }
        return lines;
    }

    /** Whole percents, but neither all nor none where it is not. */
    private static String percent(double share) {
        double whole = Math.rint(share * 100);
        if (whole == 100 && share < 1) {
            return "over 99%";
        }
        return whole == 0 && share > 0 ? "under 1%" : (long) whole + "%";
    }
}
