package llmq.note;

import java.util.ArrayList;
import java.util.List;
import llmq.result.Note;

/** All rules that make notes, in the order in which a reader sees what they say. */
public final class NoteRules {
    private static final List<NoteRule> RULES = List.of(new EmptyRule(), new FractionRule(), new BareCountRule(),
            new GroupsOfOneRule(), new NearChanceRule(), new IngredientRule(), new ProtocolRule(),
            new UnconfirmedRule(), new WithinErrorRule(), new FitRule(), new ExtrapolationRule(), new BeyondCurveRule(),
            new BeyondScaleRule(), new AssumedRule());

    private NoteRules() {
    }

    /** The notes on a statement's result, before those that the caller has of its own. */
    public static List<Note> notes(Asked asked) {
        List<Note> notes = new ArrayList<>();
        Ranked ranked = Ranked.of(asked);
        for (NoteRule rule : RULES) {
            rule.look(asked, ranked, notes);
        }
        return notes;
    }
}
