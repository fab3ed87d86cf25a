package llmq.note;

import java.util.ArrayList;
import java.util.List;
import llmq.plan.Expression;
import llmq.plan.ExpressionText;
import llmq.result.Note;
import llmq.result.NoteKind;
import llmq.value.Unit;

/**
 * A field in percent is compared with a number of at most 1 that names no unit, as if it were a share of one. A
 * difference of two scores may well be so small, so only a field itself counts, or an average of one. One note a field.
 */
final class FractionRule implements NoteRule {
    private static final int MOST = 3;

    @Override
    public void look(Asked asked, Ranked ranked, List<Note> notes) {
        List<String> names = new ArrayList<>();
        for (Compared compared : Compared.in(asked)) {
            boolean fraction = Math.abs(compared.number()) <= 1 && compared.number() != 0
                    && compared.field().unit().equals(Unit.PERCENT);
            if (fraction && names.size() < MOST && !names.contains(compared.name())) {
                names.add(compared.name());
                notes.add(new Note(NoteKind.FRACTION, text(compared)));
            }
        }
    }

    private static String text(Compared compared) {
        Expression share = Expression.NumberValue.of(compared.number(), Unit.BARE);
        Expression hundredfold = Expression.NumberValue.of(Math.rint(compared.number() * 1e10) / 1e8, Unit.BARE);
        return compared.name() + " is in percent: " + compared.with(share) + " asks for " + ExpressionText.of(share)
                + "%; for " + ExpressionText.of(hundredfold) + "% write " + compared.with(hundredfold);
    }
}
