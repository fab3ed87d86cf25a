package llmq.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import llmq.table.Column;
import llmq.table.NumberColumn;
import llmq.table.Table;
import llmq.value.Status;
import llmq.value.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogTest {
    @Test
    void unconfirmedScoresAreThoseShownThatWereNeverChecked() {
        Catalog builtIn = Catalog.builtIn();
        int found = 0;
        for (FieldInfo info : builtIn.fields()) {
            List<Integer> expected = new ArrayList<>();
            for (int row = 0; row < builtIn.models().rows(); row++) {
                List<PublishedScore> scores = builtIn.scoresOf(row, info.field().name());
                if (!scores.isEmpty() && !scores.get(0).confirmed()) {
                    expected.add(row);
                }
            }
            assertEquals(expected, builtIn.unconfirmed(info.field().name()), info.field().name());
            found += expected.size();
        }
        assertTrue(found > 0, "no score is unconfirmed");
        List<Integer> rows = new ArrayList<>(builtIn.unconfirmed("mmlu"));
        Catalog assumed = builtIn.withAssumption(rows.get(0), "mmlu", 50);
        assertEquals(rows.subList(1, rows.size()), assumed.unconfirmed("MMLU"));
        assertEquals(List.of(), builtIn.unconfirmed("no such field"));
    }

    private final Catalog catalog = Catalog.builtIn();
    private final Table models = catalog.models();

    private int row(String id) {
        for (int row = 0; row < models.rows(); row++) {
            if (models.texts("id").value(row).equals(id)) {
                return row;
            }
        }
        throw new AssertionError("no model " + id);
    }

    @Test
    void holdsTheModelsItPromises() {
        int complete = 0;
        int closed = 0;
        for (int row = 0; row < models.rows(); row++) {
            boolean all = models.column("params").isKnown(row) && models.column("tokens").isKnown(row)
                    && models.column("mmlu").isKnown(row);
            complete += all ? 1 : 0;
            closed += models.booleans("open").values()[row] == 0 ? 1 : 0;
        }
        assertTrue(models.rows() >= 250, models.rows() + " models");
        assertTrue(complete >= 200, complete + " with params, tokens and MMLU");
        assertTrue(closed >= 10, closed + " closed");
        assertEquals(0, models.booleans("open").values()[row("gpt-4")]);
        assertEquals(1, models.booleans("open").values()[row("llama-2-70b")]);
        assertEquals("2026.11", catalog.version());
    }

    @Test
    void fieldsStandInTheirOrder() {
        assertEquals(List.of("id", "name", "org", "family", "released", "open", "license", "architecture", "params",
                "active_params", "tokens", "flops", "flops_reported", "flops_6nd", "flops_6nd_total", "context",
                "mmlu", "arc_c", "hellaswag", "winogrande", "truthfulqa", "gsm8k", "humaneval", "mmlu_pro", "bbh",
                "gpqa", "math", "ifeval", "xwinograd", "arena_elo"), models.schema().names());
        assertEquals("name", models.label());
        assertEquals(List.of("model", "model_id", "benchmark", "score", "shots", "kind", "source", "chance", "max",
                "chosen", "confirmed"), catalog.scores().schema().names());
        assertEquals(List.of("benchmark", "name", "measures", "chance", "max", "questions", "year", "source"),
                catalog.benchmarks().schema().names());
        assertEquals(List.of("name", "vendor", "released", "peak_flops", "memory", "bandwidth", "power", "source",
                "note"), catalog.hardware().schema().names());
        assertEquals(List.of("key", "title", "year", "url", "via", "recalled"), catalog.sources().schema().names());
    }

    @Test
    void everyFieldSaysWhatItIsAndHowItIsGot() {
        for (FieldInfo info : catalog.fields()) {
            assertFalse(info.field().summary().isBlank(), info.field().name());
            assertFalse(info.origin().isBlank(), info.field().name());
        }
        assertEquals(Unit.PARAMETER, catalog.field("Active_Params").field().unit());
        assertEquals(Unit.RATING, catalog.field("arena_elo").field().unit());
        assertEquals(25, catalog.field("mmlu").field().scale().chance());
        assertEquals(14042, catalog.field("mmlu").field().scale().questions());
        assertNull(catalog.field("nothing"));
    }

    @ParameterizedTest
    @CsvSource({
        "dbrx,        flops,           2.592e24, DERIVED",
        "dbrx,        flops_6nd,       2.592e24, DERIVED",
        "dbrx,        flops_6nd_total, 9.504e24, DERIVED",
        "dbrx,        flops_reported,  NaN,      REPORTED",
        "mixtral-8x7b, flops,          7.74e23,  ESTIMATED",
        "mixtral-8x7b, tokens,         NaN,      REPORTED",
        "mixtral-8x7b, flops_6nd,      NaN,      REPORTED",
        "opt-30b,     tokens,          3e11,     ESTIMATED",
        "opt-30b,     flops_6nd,       5.4e22,   ESTIMATED",
        "opt-175b,    flops,           4.3e23,   REPORTED",
        "llama-2-70b, mmlu,            69.83,    REPORTED",
        "llama-2-70b, active_params,   7e10,     REPORTED",
        "gpt-4,       params,          NaN,      REPORTED"})
    void figuresCarryTheirStatus(String id, String field, double value, Status status) {
        int row = row(id);
        assertEquals(value, models.numbers(field).values()[row], Double.isNaN(value) ? 1 : value * 1e-15);
        assertEquals(status, models.column(field).status(row));
    }

    @Test
    void whatIsAssumedReplacesAndWhatIsComputedFollows() {
        int row = row("mixtral-8x7b");
        Catalog assumed = catalog.withAssumption(row, "tokens", 8e12).withAssumption(row, "MMLU", 50);
        assertFigure(assumed, row, "tokens", 8e12, Status.ASSUMED);
        assertFigure(assumed, row, "flops_6nd", 6 * 12.9e9 * 8e12, Status.ASSUMED);
        assertFigure(assumed, row, "flops", 7.74e23, Status.ESTIMATED);
        assertFigure(assumed, row, "mmlu", 50, Status.ASSUMED);
        assertFigure(assumed.withAssumption(row, "tokens", 1e12), row, "tokens", 1e12, Status.ASSUMED);
        assertEquals(2, assumed.withAssumption(row, "tokens", 1e12).assumptions().size());
        assertNull(assumed.protocol(row, "mmlu"));
        assertFalse(assumed.scoresOf(row, "mmlu").get(0).chosen());
        assertFigure(catalog, row, "tokens", Double.NaN, Status.REPORTED);
        assertThrows(IllegalArgumentException.class, () -> catalog.withAssumption(row, "flops_6nd", 1));
        assertThrows(IllegalArgumentException.class, () -> catalog.withAssumption(row, "org", 1));
    }

    @Test
    void activeWeightsFollowAssumedOnesUnlessWrittenOnTheirOwn() {
        int dense = row("gpt-4");
        assertFigure(catalog.withAssumption(dense, "params", 1e12), dense, "active_params", 1e12, Status.ASSUMED);
        int experts = row("grok-1");
        assertFigure(catalog.withAssumption(experts, "params", 1e12), experts, "active_params", 78.5e9,
                Status.REPORTED);
    }

    @Test
    void aHypothesisTakesWhatIsComputedAlong() {
        int dense = row("llama-2-70b");
        assertEquals(List.of("flops", "flops_6nd", "flops_6nd_total"), catalog.following(dense, "tokens"));
        assertEquals(List.of("active_params", "flops", "flops_6nd", "flops_6nd_total"),
                catalog.following(dense, "params"));
        assertEquals(List.of(), catalog.following(dense, "released"));
        Table more = catalog.hypothetical(dense, Map.of("tokens", NumberColumn.of(15e12)));
        assertEquals(1, more.rows());
        assertEquals("Llama 2 70B", more.texts("name").value(0));
        assertHypothesis(more, "tokens", 15e12, Status.REPORTED);
        // Published, and so it stays in an assumption; but no such model was trained.
        assertFigure(catalog, dense, "flops", 8.1e23, Status.ESTIMATED);
        assertHypothesis(more, "flops", 8.1e23 * 15 / 2, Status.ESTIMATED);
        assertHypothesis(more, "flops_reported", Double.NaN, Status.REPORTED);
        assertHypothesis(more, "flops_6nd", 6 * 7e10 * 15e12, Status.DERIVED);
        assertHypothesis(more, "flops_6nd_total", 6 * 7e10 * 15e12, Status.DERIVED);
        assertHypothesis(more, "mmlu", 69.83, Status.REPORTED);
        Table smaller = catalog.hypothetical(dense, Map.of("params", NumberColumn.of(1e9)));
        assertHypothesis(smaller, "active_params", 1e9, Status.REPORTED);
        assertHypothesis(smaller, "flops", 8.1e23 / 70, Status.ESTIMATED);
        Table both = catalog.hypothetical(dense,
                Map.of("tokens", NumberColumn.of(15e12), "flops", NumberColumn.of(1e25)));
        assertHypothesis(both, "flops", 1e25, Status.REPORTED);
        assertHypothesis(both, "flops_6nd", 6 * 7e10 * 15e12, Status.DERIVED);
        assertHypothesis(both, "flops_reported", Double.NaN, Status.REPORTED);
    }

    @Test
    void computeThatWasPublishedFollowsInProportionOrNotAtAll() {
        int computed = row("dbrx");
        Table more = catalog.hypothetical(computed, Map.of("tokens", NumberColumn.of(24e12)));
        assertHypothesis(more, "flops", 6 * 36e9 * 24e12, Status.DERIVED);
        int undisclosed = row("mixtral-8x7b");
        assertFigure(catalog, undisclosed, "tokens", Double.NaN, Status.REPORTED);
        double flops = catalog.models().numbers("flops").values()[undisclosed];
        double active = catalog.models().numbers("active_params").values()[undisclosed];
        Map<String, Column> tokens = Map.of("tokens", NumberColumn.of(8e12));
        Table longer = catalog.hypothetical(undisclosed, tokens);
        assertHypothesis(longer, "flops", Double.NaN, Status.REPORTED);
        assertHypothesis(longer, "flops_6nd", 6 * active * 8e12, Status.DERIVED);
        // Of what stays the proportion is 1, known or not.
        Table larger = catalog.hypothetical(undisclosed, Map.of("active_params", NumberColumn.of(3 * active)));
        assertHypothesis(larger, "flops", 3 * flops, Status.ESTIMATED);
        assertHypothesis(larger, "flops_6nd", Double.NaN, Status.REPORTED);
        Table assumed = catalog.withAssumption(undisclosed, "tokens", 4e12).hypothetical(undisclosed, tokens);
        assertHypothesis(assumed, "flops", 2 * flops, Status.ASSUMED);
        int unknown = row("gpt-4o");
        Table guessed = catalog.withAssumption(unknown, "params", 1e12).hypothetical(unknown,
                Map.of("tokens", NumberColumn.of(1e13), "params", NumberColumn.of(2e12)));
        assertHypothesis(guessed, "flops", 6 * 2e12 * 1e13, Status.DERIVED);
    }

    @Test
    void weightsInUseThatAreAFigureOfTheirOwnDoNotFollow() {
        int experts = row("dbrx");
        assertEquals(List.of("flops_6nd_total"), catalog.following(experts, "params"));
        assertEquals(List.of("flops", "flops_6nd"), catalog.following(experts, "active_params"));
        Table larger = catalog.hypothetical(experts, Map.of("params", NumberColumn.of(1e12)));
        assertHypothesis(larger, "active_params", 36e9, Status.REPORTED);
        assertHypothesis(larger, "flops", 2.592e24, Status.DERIVED);
        assertHypothesis(larger, "flops_6nd_total", 6 * 1e12 * 12e12, Status.DERIVED);
    }

    private static void assertHypothesis(Table row, String field, double value, Status status) {
        assertEquals(value, row.numbers(field).values()[0], Double.isNaN(value) ? 1 : value * 1e-15, field);
        assertEquals(status, row.column(field).status(0), field);
    }

    private static void assertFigure(Catalog catalog, int row, String field, double value, Status status) {
        assertEquals(value, catalog.models().numbers(field).values()[row]);
        assertEquals(status, catalog.models().column(field).status(row));
    }

    @Test
    void aFigureSaysWhereItComesFrom() {
        Provenance tokens = catalog.figure(row("dbrx"), "tokens");
        assertEquals("dbrx-card-2024", tokens.source().key());
        assertEquals("Published scores are those of DBRX Instruct.", tokens.note());
        Provenance computed = catalog.figure(row("dbrx"), "flops");
        assertEquals("6 · active_params · tokens", computed.formula());
        assertEquals(List.of("active_params", "tokens"), computed.inputs());
        assertNull(computed.source());
        Provenance published = catalog.figure(row("mixtral-8x7b"), "flops");
        assertNull(published.formula());
        assertEquals("epoch-models-2026", published.source().key());
        assertEquals("obsscaling-2024", catalog.figure(row("llama-2-70b"), "mmlu").source().key());
        assertEquals("Databricks", catalog.figure(row("dbrx"), "org").text());
        assertEquals("true", catalog.figure(row("dbrx"), "open").text());
        assertFalse(catalog.figure(row("gpt-4"), "architecture").isKnown());
        assertEquals("not disclosed", Catalog.unknownReason("tokens"));
        assertEquals("not known", Catalog.unknownReason("mmlu"));
    }

    @Test
    void ofSeveralScoresTheChosenComesFirst() {
        int row = row("llama-2-70b");
        List<PublishedScore> scores = catalog.scoresOf(row, "mmlu");
        assertTrue(scores.size() > 2);
        assertEquals(69.83, scores.get(0).score());
        assertEquals(new Protocol(5, ScoreKind.HARNESS), catalog.protocol(row, "mmlu"));
        assertEquals(1, scores.stream().filter(PublishedScore::chosen).count());
        assertEquals(List.of(), catalog.scoresOf(row, "tokens"));
        assertEquals(List.of(), catalog.scoresOf(row("glm-5"), "mmlu"));
        assertNull(catalog.protocol(row("glm-5"), "mmlu"));
    }

    @Test
    void aTableIsFoundWithoutRegardToCase() {
        for (String name : Catalog.TABLES) {
            assertTrue(catalog.table(name.toUpperCase(Locale.ROOT)).rows() > 10, name);
        }
        assertNull(catalog.table("mine"));
    }
}
