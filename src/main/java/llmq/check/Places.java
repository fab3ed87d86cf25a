package llmq.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.SourceText;
import llmq.diagnostic.Span;
import llmq.plan.Expression;
import llmq.plan.Plan;
import llmq.syntax.tree.Expr;
import llmq.syntax.tree.Identifier;
import llmq.syntax.tree.Source;

/** Where the body of a definition may come to stand: with no rows, with those of a table, or with groups of them. */
final class Places {
    private static final Span NOWHERE = new Span(0, 0);

    private final Namespace names;
    private final RowNames rows;
    private final Runnable pulse;

    Places(Namespace names, RowNames rows, Runnable pulse) {
        this.names = names;
        this.rows = rows;
        this.pulse = pulse;
    }

    /**
     * Whether a definition checks somewhere: with no rows, in a table, a result, a view, the terms of a fit or a test
     * of one. If nowhere, its errors are those it has where it comes closest in a table.
     *
     * @param sources that know its name
     */
    boolean fit(Expr body, String name, Map<String, Binding> bound, Sources sources, Problems problems) {
        List<Scope> places = new ArrayList<>();
        places.add(Scope.scalar());
        for (Namespace.Data table : names.tables()) {
            add(new Plan.Scan(table.name(), table.schema(), table.label()), table.name(), places);
        }
        Problems closest = null;
        for (int i = 0; i < places.size(); i++) {
            Problems found = found(body, name, places.get(i).binding(bound), sources, problems);
            if (found.isEmpty()) {
                return true;
            }
            boolean closer = closest == null || (i > 0 && found.size() < closest.size()) || i == 1
                    || i == 2 && isNoPlace(closest) && !isNoPlace(found);
            closest = closer ? found : closest;
        }
        for (Scope place : others()) {
            if (found(body, name, place.binding(bound), sources, problems).isEmpty()) {
                return true;
            }
        }
        problems.addAll(closest);
        return false;
    }

    private static Problems found(Expr body, String name, Scope place, Sources sources, Problems problems) {
        Problems found = new Problems(problems.text());
        ExpressionChecker expressions = sources.expressions(found);
        Expression value = expressions.check(body, place.expanding(name));
        if (found.isEmpty()) {
            expressions.bounded(value, name, body.span());
        }
        return found;
    }

    /** Whether all that is wrong is that aggregates have no rows to gather: among groups they do. */
    private static boolean isNoPlace(Problems found) {
        return found.only(Set.of(ErrorCode.E109)).size() == found.size();
    }

    /** Rows that have columns which no table has. */
    private List<Scope> others() {
        List<Scope> places = new ArrayList<>();
        for (Namespace.Data result : names.results()) {
            add(new Plan.Scan(result.name(), result.schema(), result.label()), result.name(), places);
        }
        for (Namespace.Definition definition : names.all()) {
            Sources sources = new Sources(names, rows, pulse);
            Problems ignored = new Problems(SourceText.of(""));
            if (definition instanceof Namespace.View view) {
                Sources.Rows found = sources.rows(new Source.Named(new Identifier(view.name(), NOWHERE)), ignored);
                add(found == null ? null : found.plan(), view.name(), places);
            } else if (definition instanceof Namespace.Fitted fit) {
                add(Sources.terms(fit).plan(), fit.name(), places);
                Plan fitted = fit.plan().input();
                Query tested = new PredictChecker(names, sources.expressions(ignored), ignored).rows(fit, fitted,
                        Scope.rows(fitted, fit.name()), List.of(), NOWHERE);
                add(tested == null ? null : tested.plan(), fit.name(), places);
            }
        }
        return places;
    }

    private static void add(Plan plan, String name, List<Scope> places) {
        if (plan != null) {
            Scope scope = Scope.rows(plan, name);
            places.add(scope);
            places.add(scope.withoutWindows().grouped(new Scope.Groups(List.of())));
        }
    }
}
