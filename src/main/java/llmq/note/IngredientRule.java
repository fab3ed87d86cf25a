package llmq.note;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import llmq.plan.Columns;
import llmq.plan.Expression;
import llmq.plan.ExpressionText;
import llmq.result.Note;
import llmq.result.NoteKind;
import llmq.stats.Correlations;
import llmq.table.Table;

/**
 * A ratio or product puts the rows in nearly the order of one of its ingredients: Spearman's correlation of the two,
 * over all rows ranked, is 0.95 or more, or −0.95 or less for a divisor. Where one ingredient spans powers of ten and
 * the other does not, the other hardly matters.
 */
final class IngredientRule implements NoteRule {
    private static final double ALIKE = 0.95;
    /** Among fewer rows such a correlation is easily chance. */
    private static final int FEWEST_ROWS = 10;

    /** @param sign −1 where a greater ingredient makes a smaller key */
    private record Ingredient(Expression value, int sign) {
    }

    private record Match(Ingredient ingredient, double correlation, int rows) {
    }

    @Override
    public void look(Asked asked, Ranked ranked, List<Note> notes) {
        if (ranked == null) {
            return;
        }
        Expression key = ranked.order().keys().get(0).value();
        List<Ingredient> ingredients = new ArrayList<>();
        gather(key, 1, ingredients);
        if (ingredients.size() < 2) {
            return;
        }
        if (asked.isManyRows()) {
            notes.add(Note.of(NoteKind.TOO_MANY_ROWS, ranked.keyFormula(), "too many rows to see whether "
                    + ranked.keyText() + " orders them as one of its parts alone would"));
            return;
        }
        Match best = best(asked.facts(), asked.facts().rows(ranked.order().input()), key, ingredients);
        if (best != null && Math.abs(best.correlation()) >= ALIKE) {
            notes.add(Note.of(NoteKind.RATIO_IS_INGREDIENT, ranked.keyFormula(), ranked.keyText() + " orders "
                    + best.rows() + " rows nearly as " + ExpressionText.of(best.ingredient().value())
                    + " alone (Spearman " + Words.cut(best.correlation(), 2) + "); "
                    + advice(ranked, ingredients, best)));
        }
    }

    /** What is multiplied or divided, constants left out; a skill is one thing, though it is a ratio too. */
    private static void gather(Expression expression, int sign, List<Ingredient> ingredients) {
        if (expression instanceof Expression.Convert convert) {
            gather(convert.value(), sign, ingredients);
        } else if (expression instanceof Expression.Negate negate) {
            gather(negate.operand(), -sign, ingredients);
        } else if (isProduct(expression)) {
            Expression.Arithmetic product = (Expression.Arithmetic) expression;
            gather(product.left(), sign, ingredients);
            gather(product.right(), product.operator() == Expression.Operator.DIVIDE ? -sign : sign, ingredients);
        } else if (!Columns.used(expression).isEmpty()) {
            ingredients.add(new Ingredient(expression, sign));
        }
    }

    private static boolean isProduct(Expression expression) {
        return expression instanceof Expression.Arithmetic arithmetic && ExpressionText.skillOf(expression) == null
                && (arithmetic.operator() == Expression.Operator.TIMES
                || arithmetic.operator() == Expression.Operator.DIVIDE);
    }

    private static Match best(Facts facts, Table rows, Expression key, List<Ingredient> ingredients) {
        List<Expression> asked = new ArrayList<>();
        for (Ingredient ingredient : ingredients) {
            asked.add(ingredient.value());
        }
        asked.add(key);
        double[][] numbers = facts.numbers(rows, asked);
        double[] keys = numbers[ingredients.size()];
        Match best = null;
        for (int which = 0; which < ingredients.size(); which++) {
            Ingredient ingredient = ingredients.get(which);
            double[] values = numbers[which];
            double[] x = new double[keys.length];
            double[] y = new double[keys.length];
            int n = 0;
            for (int i = 0; i < keys.length; i++) {
                if (keys[i] == keys[i] && values[i] == values[i]) {
                    x[n] = keys[i];
                    y[n++] = values[i];
                }
            }
            double correlation = n < FEWEST_ROWS ? Double.NaN
                    : Correlations.spearman(Arrays.copyOf(x, n), Arrays.copyOf(y, n));
            // A score that falls as the ratio grows does not order the rows: what it goes along with does.
            boolean partOfIt = correlation * ingredient.sign() > 0;
            if (partOfIt && (best == null || Math.abs(correlation) > Math.abs(best.correlation()))) {
                best = new Match(ingredient, correlation, n);
            }
        }
        return best;
    }

    /**
     * Where a score is among the other ingredients it is what the key is about: skill leaves out what guessing gives,
     * and the frontier answers “most of this for least of that” without dividing. Else the ingredient says it all.
     */
    private static String advice(Ranked ranked, List<Ingredient> ingredients, Match best) {
        for (Ingredient ingredient : ingredients) {
            Expression.Column skill = ExpressionText.skillOf(ingredient.value());
            Expression score = skill == null ? ingredient.value() : skill;
            boolean other = ingredient != best.ingredient();
            if (other && score instanceof Expression.Column column && column.field().scale() != null) {
                String name = ExpressionText.of(score);
                String frontier = "frontier " + name + " against " + ExpressionText.of(best.ingredient().value());
                boolean chance = column.field().scale().chance() == column.field().scale().chance();
                return "try " + (skill == null ? (chance ? "skill(" + name + ")" : name) + ", or " : "") + frontier;
            }
        }
        boolean down = ranked.isDescending() == best.correlation() > 0;
        return "by " + ExpressionText.of(best.ingredient().value()) + (down ? "" : " asc")
                + " says the same more plainly";
    }
}
