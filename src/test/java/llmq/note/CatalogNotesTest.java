package llmq.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import llmq.catalog.Catalog;
import llmq.engine.Cancel;
import llmq.engine.Engine;
import llmq.engine.Relation;
import llmq.engine.Tables;
import llmq.plan.Expression;
import llmq.plan.Plan;
import llmq.result.Layout;
import llmq.result.Note;
import llmq.result.NoteKind;
import llmq.result.Result;
import llmq.result.Shown;
import llmq.result.Wanted;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.Schema;
import llmq.table.Table;
import llmq.table.TextColumn;
import llmq.value.Type;
import llmq.value.Unit;
import org.junit.jupiter.api.Test;

/** The question that llmq is there for, asked of the built-in catalog. */
class CatalogNotesTest {
    private final Catalog catalog = Catalog.builtIn();
    private final Table models = catalog.models();

    @Test
    void scorePerComputeIsDegenerateOnTheCatalogAndScoreIsNot() {
        Expression perCompute = new Expression.Arithmetic(Expression.Operator.DIVIDE, column("mmlu"), column("flops"),
                Type.NUMBER, Unit.PERCENT.per(Unit.FLOP));
        List<Note> notes = notes(perCompute);
        assertEquals(NoteKind.NEAR_CHANCE, notes.get(0).kind());
        assertTrue(notes.get(0).text().endsWith(
                "mmlu/flops rewards models that know nothing; try skill(mmlu)"), notes.get(0).text());
        assertEquals(NoteKind.RATIO_IS_INGREDIENT, notes.get(1).kind());
        assertTrue(notes.get(1).text().contains("nearly as flops alone (Spearman -0.9"), notes.get(1).text());

        List<NoteKind> plain = notes(column("mmlu")).stream().map(Note::kind).toList();
        assertEquals(List.of(NoteKind.MIXED_PROTOCOL, NoteKind.RANKS_WITHIN_ERROR), plain);
    }

    @Test
    void protocolsAreThoseOfTheCatalogsOwnScores() {
        Protocols protocols = new CatalogProtocols(catalog);
        int row = 0;
        while (catalog.protocol(row, "mmlu") == null) {
            row++;
        }
        assertEquals(catalog.protocol(row, "mmlu"), protocols.protocol(models, row, "mmlu"));
        assertNull(protocols.protocol(models, row, "tokens"));
        assertNull(protocols.protocol(models, row, "no such field"));

        String id = models.texts("id").value(row);
        Schema schema = new Schema(List.of(Field.of("id", Type.TEXT), Field.number("mmlu", Unit.PERCENT)));
        double score = models.numbers("mmlu").values()[row];
        Table own = new Table(schema, List.of(TextColumn.of(id, id, "unheard of"),
                NumberColumn.of(score, score + 1, score)), 3, null);
        assertEquals(catalog.protocol(row, "mmlu"), protocols.protocol(own, 0, "mmlu"));
        assertNull(protocols.protocol(own, 1, "mmlu"));
        assertNull(protocols.protocol(own, 2, "mmlu"));
    }

    @Test
    void unconfirmedScoresAreFoundByIdAndScore() {
        int model = catalog.unconfirmed("mmlu").get(0);
        String id = models.texts("id").value(model);
        double score = models.numbers("mmlu").values()[model];
        Protocols protocols = new CatalogProtocols(catalog);
        Schema schema = new Schema(List.of(Field.of("id", Type.TEXT), Field.number("mmlu", Unit.PERCENT)));
        Table own = new Table(schema, List.of(TextColumn.of("unheard of", id, id),
                NumberColumn.of(score, score, score + 1)), 3, null);
        assertEquals(List.of(1), protocols.unconfirmed(own, "mmlu"));
        assertEquals(List.of(), protocols.unconfirmed(own, "gsm8k"));
        assertEquals(catalog.unconfirmed("gpqa"), protocols.unconfirmed(models, "gpqa"));
    }

    @Test
    void assumptionsOfTheCatalogAreKnownByTheirModelsNames() {
        Catalog assuming = catalog.withAssumption(3, "tokens", 8e12);
        Facts facts = Facts.of(assuming, new Engine(1), source -> assuming.models(), Cancel.never());
        assertEquals(List.of(new AssumedFigure("tokens", models.texts("name").value(3))), facts.assumed());
    }

    private List<Note> notes(Expression key) {
        Plan scan = new Plan.Scan("models", models.schema(), models.label());
        Plan few = new Plan.Filter(scan, new Expression.Comparison(Expression.Comparator.LESS, column("tokens"),
                Expression.NumberValue.of(3e12, Unit.BARE)));
        List<Field> fields = new ArrayList<>(List.of(Field.of("rank", Type.NUMBER)));
        fields.addAll(models.schema().fields());
        Plan.Order order = new Plan.Order(few, List.of(new Plan.Key(key, true)), List.of(), 10, true, null,
                new Schema(fields));
        Engine engine = new Engine(1);
        Tables tables = source -> models;
        Relation relation = engine.run(order, tables, Cancel.never());
        Result result = new Result(Layout.TABLE, null, relation.table(), List.of(Shown.of(0, "rank", 0)), List.of(),
                List.of(), relation.considered(), Wanted.top(-1));
        return NoteRules.notes(new Asked(order, order, List.of(), List.of(), result,
                Facts.of(catalog, engine, tables, Cancel.never())));
    }

    private Expression column(String name) {
        int index = models.schema().find(name);
        return new Expression.Column(index, models.schema().field(index));
    }
}
