package llmq.note;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import llmq.fit.Extrapolation;
import llmq.fit.FitFunctions;
import llmq.fit.Model;
import llmq.plan.AsNumber;
import llmq.plan.Expression;
import llmq.plan.Plan;
import llmq.result.Note;
import llmq.result.NoteKind;
import llmq.table.Schema;
import llmq.table.Table;

/**
 * A fit was asked about values beyond the range of those that it was fitted on. Of a query, the rows looked at are
 * those of its outermost step that asks the fit something: the rows shown, where what the fit says is shown.
 */
final class ExtrapolationRule implements NoteRule {

    /** Where calls stand. @param plan that gives the rows; {@code null} where there is but one row */
    private record Site(Plan plan, String source, int row, List<Expression.Call> calls) {

        static Site of(Plan plan) {
            return new Site(plan, null, -1, new ArrayList<>());
        }

        boolean isSingle() {
            return plan == null;
        }
    }

    @Override
    public void look(Asked asked, Ranked ranked, List<Note> notes) {
        if (asked.plan() == null && isCount(asked.values())) {
            return;
        }
        List<Site> sites = new ArrayList<>();
        for (Plan node : PlanWalk.nodes(asked)) {
            Site site = node.inputs().size() == 1 ? Site.of(node.inputs().get(0)) : Site.of(null);
            sites.add(site);
            for (Expression expression : PlanWalk.expressions(node)) {
                visit(expression, site, sites);
            }
        }
        Site values = Site.of(null);
        sites.add(values);
        for (Expression value : asked.values()) {
            visit(value, values, sites);
        }
        boolean any = false;
        for (Site site : sites) {
            any |= !site.calls().isEmpty();
        }
        if (any) {
            judge(asked, sites, notes);
        }
    }

    /** Whether rows are but counted, of which where they were made it was said how far out they lie. */
    private static boolean isCount(List<Expression> values) {
        boolean count = true;
        for (Expression value : values) {
            if (value instanceof Expression.OfRows rows) {
                count &= rows.arguments().isEmpty();
            } else {
                count &= !(value instanceof Expression.Call call && call.function().body() instanceof FitFunctions.Body)
                        && isCount(PlanWalk.parts(value));
            }
        }
        return count;
    }

    private static void judge(Asked asked, List<Site> sites, List<Note> notes) {
        Map<Model, Extrapolation> judged = new IdentityHashMap<>();
        List<Extrapolation> found = new ArrayList<>();
        Map<Model, Site> first = new IdentityHashMap<>();
        for (Site site : sites) {
            for (Expression.Call call : site.calls()) {
                FitFunctions.Body body = (FitFunctions.Body) call.function().body();
                Site before = first.get(body.model());
                boolean may = site.isSingle() || !asked.isManyRows();
                if (may && (before == null || before == site || before.isSingle() && site.isSingle())) {
                    first.put(body.model(), site);
                    Extrapolation extrapolation = judged.get(body.model());
                    if (extrapolation == null) {
                        extrapolation = new Extrapolation(body.fit(), body.spec());
                        judged.put(body.model(), extrapolation);
                        found.add(extrapolation);
                    }
                    survey(asked.facts(), site, call, extrapolation);
                }
            }
        }
        for (Extrapolation extrapolation : found) {
            if (extrapolation.isAny()) {
                // How far beyond is the point of it: only what is said in the same words is nothing new.
                notes.add(Note.of(NoteKind.EXTRAPOLATION, extrapolation.sentence(), extrapolation.sentence()));
            }
        }
    }

    private static void visit(Expression expression, Site site, List<Site> sites) {
        Site inner = site;
        if (expression instanceof Expression.Call call && call.function().body() instanceof FitFunctions.Body body
                && body.model() != null) {
            boolean known = false;
            for (Expression.Call other : site.calls()) {
                known |= ((FitFunctions.Body) other.function().body()).model() == body.model()
                        && other.arguments().equals(call.arguments());
            }
            if (!known) {
                site.calls().add(call);
            }
        } else if (expression instanceof Expression.OfRow row) {
            inner = new Site(null, row.source(), row.row(), new ArrayList<>());
            sites.add(inner);
        } else if (expression instanceof Expression.OfRows rows) {
            inner = Site.of(rows.rows());
            sites.add(inner);
        }
        for (Expression part : PlanWalk.parts(expression)) {
            visit(part, inner, sites);
        }
    }

    private static void survey(Facts facts, Site site, Expression.Call call, Extrapolation into) {
        Table rows = site.plan() != null ? facts.rows(site.plan())
                : site.source() != null ? facts.tables().table(site.source()).take(new int[] {site.row()})
                : new Table(new Schema(List.of()), List.of(), 1, null);
        List<Expression> wanted = new ArrayList<>();
        for (Expression argument : call.arguments()) {
            wanted.add(AsNumber.of(argument));
        }
        wanted.add(call);
        double[][] numbers = facts.numbers(rows, wanted);
        double[][] arguments = new double[numbers.length - 1][];
        System.arraycopy(numbers, 0, arguments, 0, arguments.length);
        ((FitFunctions.Body) call.function().body()).survey(arguments, numbers[arguments.length], into);
    }
}
