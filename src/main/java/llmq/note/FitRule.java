package llmq.note;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import llmq.fit.FitFunctions;
import llmq.fit.Model;
import llmq.fit.Sentences;
import llmq.plan.Expression;
import llmq.plan.Plan;
import llmq.result.Note;
import llmq.result.NoteKind;
import llmq.stats.Errors;
import llmq.stats.Fitted;

/**
 * A fit that is not worth much: on few points, by few clusters, whose errors come out too small (Cameron and Miller
 * 2015, section VI), with a term that is about one cluster, or through every point. One note of a kind, however many
 * groups it is about.
 */
final class FitRule implements NoteRule {
    private static final int FEW = 10;
    private static final int MOST = 4;
    private static final int FEW_SAMPLES = 200;

    @Override
    public void look(Asked asked, Ranked ranked, List<Note> notes) {
        if (asked.fitted() == null) {
            return;
        }
        Model model = asked.fitted();
        Sentences words = new Sentences(model);
        boolean one = model.spec().per().isEmpty();
        List<String> few = new ArrayList<>();
        List<String> clusters = new ArrayList<>();
        Set<String> apart = new LinkedHashSet<>();
        List<String> exact = new ArrayList<>();
        String families = model.spec().cluster() == null ? null : Sentences.plural(model.spec().cluster());
        for (int g = 0; g < model.groups().size(); g++) {
            Fitted fitted = model.groups().get(g).fitted();
            String of = one ? "" : words.name(g) + " with ";
            if (fitted.exact()) {
                exact.add(words.name(g));
                continue;
            }
            if (fitted.n() < FEW) {
                few.add(of + fitted.n());
            }
            if (fitted.clusters() > 0 && fitted.clusters() < FEW) {
                int alone = model.groups().get(g).alone();
                clusters.add(of + (fitted.clusters() - alone) + (one ? " " + families : "") + (alone == 0 ? ""
                        : " and " + alone + (alone == 1 ? " row" : " rows") + " without one"));
            }
            apart.addAll(model.groups().get(g).untold(model.spec().method()));
        }
        if (!few.isEmpty()) {
            notes.add(new Note(NoteKind.FEW_POINTS, (one ? "fitted to " + few.get(0) + " points only"
                    : groups(few) + " fitted to fewer than ten points (" + Words.list(few, MOST) + ")")
                    + ": one of them more or less may change it all"));
        }
        if (!clusters.isEmpty()) {
            notes.add(new Note(NoteKind.FEW_CLUSTERS, one ? "errors clustered by only " + clusters.get(0)
                    + " come out too small: take the intervals as wider than they are"
                    : groups(clusters) + " judged by fewer than ten " + families + " (" + Words.list(clusters, MOST)
                    + "): take their intervals as wider than they are"));
        }
        if (!apart.isEmpty()) {
            boolean several = apart.size() > 1;
            String cluster = model.spec().cluster();
            notes.add(new Note(NoteKind.ONE_CLUSTER, Words.list(List.copyOf(apart), MOST) + (several ? " each stand"
                    : " stands") + " for one " + cluster + " alone: errors clustered by " + cluster + " say nothing of "
                    + (several ? "them" : "it") + "; with plain errors judges by the rows"));
        }
        if (model.spec().errors() instanceof Errors.Bootstrap bootstrap && bootstrap.draws() < FEW_SAMPLES) {
            notes.add(new Note(NoteKind.FEW_SAMPLES, "the ends of these intervals go by the outermost 2.5% of "
                    + bootstrap.draws() + " samples, and so are rough: 1000 are usual"));
        }
        addSums(asked, model, notes);
        Set<String> fits = new TreeSet<>();
        if (asked.plan() instanceof Plan.Fit fit) {
            addFits(fit.response(), fits);
            fit.terms().forEach(term -> addFits(term, fits));
        }
        if (!fits.isEmpty() && exact.size() < model.groups().size()) {
            notes.add(Note.of(NoteKind.ON_A_FIT, String.join(" ", fits), "the intervals take "
                    + String.join(" and ", fits) + " as " + (fits.size() == 1 ? "it stands" : "they stand")
                    + ", and leave out how uncertain " + (fits.size() == 1 ? "it is itself" : "they are themselves")));
        }
        if (!exact.isEmpty()) {
            notes.add(new Note(NoteKind.PERFECT_FIT, "the curve goes through every point" + (one ? ""
                    : " of " + Words.list(exact, MOST)) + " to within rounding, so that there are no errors to judge"
                    + " it by: the intervals say nothing"));
        }
    }

    private static void addFits(Expression expression, Set<String> fits) {
        if (expression instanceof Expression.Call call && call.function().body() instanceof FitFunctions.Body body) {
            fits.add(body.fit());
        }
        for (Expression part : PlanWalk.parts(expression)) {
            addFits(part, fits);
        }
    }

    /** R takes the two sides of a + for two inputs. */
    private static void addSums(Asked asked, Model model, List<Note> notes) {
        List<Expression> terms = asked.plan() instanceof Plan.Fit fit ? fit.terms() : List.of();
        for (int i = 0; i < terms.size(); i++) {
            boolean sum = terms.get(i) instanceof Expression.Arithmetic term
                    && term.operator() == Expression.Operator.PLUS && isLog(term.left()) && isLog(term.right());
            if (sum) {
                notes.add(new Note(NoteKind.ONE_SLOPE, model.spec().inputs().get(i).title()
                        + " is one input, with one slope for the sum; a comma gives each its own"));
            }
        }
    }

    private static boolean isLog(Expression expression) {
        return expression instanceof Expression.Call call && switch (call.function().name()) {
            case "log10", "log2", "ln" -> true;
            default -> false;
        };
    }

    private static String groups(List<String> found) {
        return found.size() + (found.size() == 1 ? " group is" : " groups are");
    }
}
