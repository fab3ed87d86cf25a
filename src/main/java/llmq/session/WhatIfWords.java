package llmq.session;

import java.util.ArrayList;
import java.util.List;
import llmq.catalog.Catalog;
import llmq.catalog.Provenance;
import llmq.check.Checked;
import llmq.fit.Amounts;
import llmq.fit.FitSpec;
import llmq.fit.Method;
import llmq.stats.Interval;
import llmq.table.NumberColumn;
import llmq.table.ScoreScale;
import llmq.value.Status;
import llmq.value.Unit;

/** What other figures of a row come to, in words. */
final class WhatIfWords {
    private final Checked.WhatIf whatIf;
    private final Catalog catalog;

    WhatIfWords(Checked.WhatIf whatIf, Catalog catalog) {
        this.whatIf = whatIf;
        this.catalog = catalog;
    }

    /** @param rmse by how much the rows that were fitted are off; NaN where that is not known */
    List<String> lines(WhatIfRunner.State before, WhatIfRunner.State after, Interval interval, double rmse) {
        List<String> lines = new ArrayList<>();
        Unit unit = whatIf.schema().field(whatIf.schema().size() - 1).unit();
        FitSpec spec = whatIf.fit().plan().spec();
        double change = after.value() - before.value();
        boolean bounded = !Double.isNaN(interval.low());
        lines.add("by " + whatIf.fit().name() + ", " + spec.response().title() + " changes by "
                + Amounts.change(change, unit) + (bounded ? ", 95% " + Amounts.changes(interval.low(), interval.high(),
                        unit) : ""));
        if (!bounded && !spec.per().isEmpty()) {
            lines.add("before and after are told by two curves, one for each " + String.join(", ", spec.keys())
                    + "; how their errors go together is not known, and so there is no interval");
        }
        NumberColumn actual = before.actual();
        if (actual != null && actual.isKnown(0)) {
            double value = actual.values()[0];
            lines.add("its own " + spec.response().title() + " is " + Amounts.of(value, unit)
                    + "; with that difference it would be " + Amounts.of(value + change, unit)
                    + beyond(spec, value + change));
        } else if (actual != null) {
            lines.add("its own " + spec.response().title() + " is not known");
        }
        if (bounded && rmse > 0) {
            // A narrow interval is easily taken for a promise about the model.
            lines.add("the interval is of the trend: rows lie " + Amounts.distance(rmse, unit)
                    + " off it themselves (RMSE)");
        }
        if (!whatIf.following().isEmpty()) {
            lines.add(follow());
        }
        return lines;
    }

    /** Why there cannot be such a value, where there cannot. */
    private static String beyond(FitSpec spec, double value) {
        if (spec.method() == Method.LOGISTIC) {
            boolean above = value > spec.high();
            return !above && value >= spec.low() ? "" : (above ? ": more" : ": less") + " than the curve comes to, as it"
                    + " has more to " + (above ? "gain" : "lose") + " where it is than this row";
        }
        ScoreScale scale = spec.response().scale();
        return scale == null || value <= scale.max() && value >= 0 ? "" : (value < 0 ? ": less" : ": more")
                + " than there is to score" + (spec.method() == Method.LINE ? ", which a line does not know and using"
                        + " logistic does" : "");
    }

    /** {@code flops and flops_6nd follow; flops in proportion to active_params*tokens, from the published …}. */
    private String follow() {
        List<String> names = whatIf.following();
        String all = names.size() == 1 ? names.get(0) + " follows"
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1)
                        + " follow";
        if (!names.contains("flops")) {
            return all;
        }
        Provenance now = catalog.figure(whatIf.row(), "flops");
        if (now.formula() == null && now.isKnown()) {
            return all + "; flops in proportion to " + String.join("*", factors(whatIf, catalog)) + ", from the "
                    + (now.status() == Status.ASSUMED ? "assumed " : "published ")
                    + Amounts.of(now.value(), Unit.FLOP);
        }
        return all + "; flops is " + catalog.figure(whatIf.row(), "flops_6nd").formula().replace(" · ", "*");
    }

    /** The figures that compute goes with. */
    static List<String> factors(Checked.WhatIf whatIf, Catalog catalog) {
        return catalog.figure(whatIf.row(), "flops_6nd").inputs();
    }
}
