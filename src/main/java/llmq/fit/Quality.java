package llmq.fit;

import llmq.stats.Fitted;
import llmq.value.ColumnScale;
import llmq.value.NumberForm;
import llmq.value.Unit;

/** How well a curve fits, in one line, with dots between its items. */
final class Quality {
    private Quality() {
    }

    static String line(FitSpec spec, Model.Group group) {
        Fitted fitted = group.fitted();
        StringBuilder line = new StringBuilder("n " + fitted.n());
        if (fitted.r2() == fitted.r2()) {
            line.append(" · R² ").append(figure(fitted.r2()));
            if (fitted.adjustedR2() == fitted.adjustedR2()) {
                line.append(" · adjusted R² ").append(figure(fitted.adjustedR2()));
            }
        } else {
            line.append(" · R² unknown, as ").append(spec.response().title()).append(" is the same in all rows");
        }
        line.append(" · RMSE ").append(off(spec, fitted.rmse()));
        if (fitted.aic() == fitted.aic()) {
            line.append(" · AIC ").append(NumberForm.TENTHS.text(fitted.aic()));
        }
        if (spec.leaveOneOut()) {
            line.append(" · cross-validated RMSE ").append(Double.isFinite(group.cvRmse())
                    ? off(spec, group.cvRmse()) : "unknown");
        }
        return line.toString();
    }

    private static String figure(double share) {
        return share == 1 ? "1" : NumberForm.SCALED.text(share);
    }

    /** By how much the curve is off; of a logarithm, by which factor. */
    private static String off(FitSpec spec, double rmse) {
        Transform log = spec.response().transform();
        if (rmse == 0) {
            return "0";
        }
        if (log.isLog()) {
            return NumberForm.SCALED.text(rmse) + " in " + spec.response().title() + ", a factor of "
                    + NumberForm.SCALED.text(Math.min(Double.MAX_VALUE, Math.pow(log.base(), rmse)));
        }
        Unit unit = spec.response().unit();
        ColumnScale scale = ColumnScale.of(unit, rmse);
        return unit.equals(Unit.PERCENT) ? scale.number(rmse) + " points" : scale.quantity(rmse);
    }
}
