package llmq.note;

import java.util.ArrayList;
import java.util.List;
import llmq.plan.Expression;
import llmq.plan.ExpressionText;
import llmq.result.Note;
import llmq.result.NoteKind;
import llmq.value.NumberText;
import llmq.value.Unit;

/**
 * A field that counts single parameters, tokens or operations is compared with so small a number that billions,
 * trillions or so were meant. One note a field.
 */
public final class BareCountRule implements NoteRule {
    private static final int MOST = 3;
    /** No model has fewer parameters, or was trained on fewer tokens or with fewer operations. */
    private static final double FEW = 1e5;
    private static final double LEAST = 1e-3;
    /** The one field of few tokens: those that a model reads at once. */
    private static final String CONTEXT = "context";
    /** Nobody trains on a hundred trillion tokens, or makes so many billions of parameters. */
    private static final double TRILLIONS = 100;
    private static final double BILLIONS = 2500;

    @Override
    public void look(Asked asked, Ranked ranked, List<Note> notes) {
        List<String> names = new ArrayList<>();
        for (Compared compared : Compared.in(asked)) {
            Expression number = Expression.NumberValue.of(compared.number(), Unit.BARE);
            if (isFew(compared.column().field().name(), compared.field().unit(), compared.number())
                    && names.size() < MOST && !names.contains(compared.name())) {
                names.add(compared.name());
                notes.add(new Note(NoteKind.BARE_COUNT, text(compared.name(), compared.field().unit(),
                        compared.with(number) + " asks for ", compared.number())));
            }
        }
    }

    /**
     * What there is to say where a figure of a field is given.
     *
     * @param value an expression as checked
     * @return {@code null} where there is nothing to say
     */
    public static String onFigure(String field, Unit unit, Expression value) {
        boolean few = value instanceof Expression.NumberValue number && number.unit().isBare()
                && isFew(field, unit, number.value());
        return few ? text(field, unit, field + " = " + ExpressionText.of(value) + " means ",
                ((Expression.NumberValue) value).value()) : null;
    }

    private static boolean isFew(String field, Unit unit, double number) {
        boolean counted = unit.equals(Unit.PARAMETER) || unit.equals(Unit.FLOP)
                || unit.equals(Unit.TOKEN) && !field.equalsIgnoreCase(CONTEXT);
        return counted && number >= LEAST && number < FEW;
    }

    private static String text(String name, Unit unit, String says, double number) {
        String given = NumberText.exact(number);
        String thing;
        String much;
        String right;
        if (unit.equals(Unit.FLOP)) {
            thing = "operations";
            much = given + " ZFLOP";
            right = given + "e21";
        } else if (unit.equals(Unit.TOKEN)) {
            thing = "tokens";
            much = given + (number < TRILLIONS ? " trillion" : " billion");
            right = given + (number < TRILLIONS ? "T" : "B");
        } else {
            thing = "parameters";
            much = given + (number < BILLIONS ? " billion" : " million");
            right = given + (number < BILLIONS ? "B" : "M");
        }
        return name + " counts single " + thing + ": " + says + given + " of them; for " + much + " write " + right;
    }
}
