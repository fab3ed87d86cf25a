package llmq.catalog;

import java.util.ArrayList;
import java.util.List;
import llmq.table.BooleanColumn;
import llmq.table.Column;
import llmq.table.Dictionary;
import llmq.table.Field;
import llmq.table.Schema;
import llmq.table.Table;
import llmq.table.TextColumn;
import llmq.value.Status;

/** Makes the table {@code models}: the published figures, what is assumed in their place, and what follows. */
final class ModelsTable {
    private final CatalogImage image;
    private final CatalogImage.Section models;
    private final List<FieldInfo> fields;
    private final List<Assumption> assumptions;
    private final int rows;

    private ModelsTable(CatalogImage image, List<FieldInfo> fields, List<Assumption> assumptions) {
        this.image = image;
        this.models = image.section(CatalogLayout.MODELS);
        this.fields = fields;
        this.assumptions = assumptions;
        this.rows = models.rows();
    }

    static Table build(CatalogImage image, List<FieldInfo> fields, List<Assumption> assumptions) {
        return new ModelsTable(image, fields, assumptions).build();
    }

    private Table build() {
        Cells params = assume("params", figures(CatalogLayout.PARAMS));
        Cells active = assume("active_params", activeParams());
        Cells tokens = assume("tokens", figures(CatalogLayout.TOKENS));
        Cells reported = figures(CatalogLayout.FLOPS);
        List<Column> columns = new ArrayList<>(fields.size());
        columns.add(texts(CatalogLayout.MODEL_ID));
        columns.add(texts(CatalogLayout.MODEL_NAME));
        columns.add(texts(CatalogLayout.MODEL_ORG));
        columns.add(texts(CatalogLayout.MODEL_FAMILY));
        columns.add(assume("released", figures(CatalogLayout.RELEASED)).column());
        columns.add(open());
        columns.add(texts(CatalogLayout.MODEL_LICENSE));
        columns.add(texts(CatalogLayout.MODEL_ARCHITECTURE));
        columns.add(params.column());
        columns.add(active.column());
        columns.add(tokens.column());
        Cells computed = sixFold(active, tokens);
        columns.add(assume("flops", either(reported, computed)).column());
        columns.add(reported.column());
        columns.add(computed.column());
        columns.add(sixFold(params, tokens).column());
        columns.add(assume("context", context()).column());
        for (int benchmark = 0; benchmark + ModelFields.BENCHMARKS < fields.size(); benchmark++) {
            String name = fields.get(benchmark + ModelFields.BENCHMARKS).field().name();
            columns.add(assume(name, scores(benchmark)).column());
        }
        List<Field> all = new ArrayList<>(fields.size());
        for (FieldInfo info : fields) {
            all.add(info.field());
        }
        return new Table(new Schema(all), columns, rows, "name");
    }

    private TextColumn texts(int column) {
        Dictionary.Builder dictionary = new Dictionary.Builder();
        int[] codes = new int[rows];
        for (int row = 0; row < rows; row++) {
            codes[row] = dictionary.code(models.text(column, row));
        }
        return new TextColumn(codes, dictionary.build(), null);
    }

    private BooleanColumn open() {
        byte[] values = new byte[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = models.truth(CatalogLayout.MODEL_OPEN, row) ? BooleanColumn.TRUE : BooleanColumn.FALSE;
        }
        return new BooleanColumn(values, null);
    }

    private Cells figures(int figure) {
        Cells cells = new Cells(rows);
        int values = CatalogLayout.MODEL_FIGURES + figure;
        for (int row = 0; row < rows; row++) {
            double value = models.number(values, row);
            if (value == value) {
                cells.put(row, value, Status.of(models.whole(values + CatalogLayout.FIGURES, row)));
            }
        }
        return cells;
    }

    /** Where a model's active weights are not written on their own they are its weights, assumed ones included. */
    private Cells activeParams() {
        Cells cells = figures(CatalogLayout.ACTIVE_PARAMS);
        for (Assumption assumption : assumptions) {
            if (assumption.field().equals("params")
                    && !models.truth(CatalogLayout.MODEL_OWN_ACTIVE, assumption.row())) {
                cells.put(assumption.row(), assumption.value(), Status.ASSUMED);
            }
        }
        return cells;
    }

    private Cells context() {
        Cells cells = new Cells(rows);
        for (int row = 0; row < rows; row++) {
            cells.put(row, models.number(CatalogLayout.MODEL_CONTEXT, row), Status.REPORTED);
        }
        return cells;
    }

    private Cells scores(int benchmark) {
        CatalogImage.Section chosen = image.section(CatalogLayout.CHOSEN);
        CatalogImage.Section scores = image.section(CatalogLayout.SCORES);
        Cells cells = new Cells(rows);
        for (int row = 0; row < rows; row++) {
            int score = chosen.whole(CatalogLayout.CHOSEN_SCORE, benchmark * rows + row);
            if (score >= 0) {
                cells.put(row, scores.number(CatalogLayout.SCORE_VALUE, score), Status.REPORTED);
            }
        }
        return cells;
    }

    /** 6 · weights · tokens, the usual estimate of training compute (Kaplan et al. 2020, section 2.1). */
    private Cells sixFold(Cells weights, Cells tokens) {
        Cells cells = new Cells(rows);
        for (int row = 0; row < rows; row++) {
            if (weights.isKnown(row) && tokens.isKnown(row)) {
                cells.put(row, 6 * weights.value(row) * tokens.value(row),
                        Status.DERIVED.weakest(weights.status(row)).weakest(tokens.status(row)));
            }
        }
        return cells;
    }

    private Cells either(Cells first, Cells second) {
        Cells cells = new Cells(rows);
        for (int row = 0; row < rows; row++) {
            Cells from = first.isKnown(row) ? first : second;
            cells.put(row, from.value(row), from.status(row));
        }
        return cells;
    }

    private Cells assume(String field, Cells cells) {
        for (Assumption assumption : assumptions) {
            if (assumption.field().equals(field)) {
                cells.put(assumption.row(), assumption.value(), Status.ASSUMED);
            }
        }
        return cells;
    }
}
