package llmq.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import llmq.table.Column;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.Schema;
import llmq.table.Table;
import llmq.value.Status;
import llmq.value.Type;

/** Makes the table {@code models}: what the binary catalog holds, changed by what the user assumes. */
final class ModelsTable {
    private final CatalogImage image;
    private final Schema schema;
    private final Column[] columns;

    private ModelsTable(CatalogImage image, Schema schema) {
        this.image = image;
        this.schema = schema;
        this.columns = new Column[schema.size()];
    }

    static Table build(CatalogImage image, List<FieldInfo> infos, List<Assumption> assumptions) {
        List<Field> fields = new ArrayList<>(infos.size());
        for (FieldInfo info : infos) {
            fields.add(info.field());
        }
        ModelsTable table = new ModelsTable(image, new Schema(fields));
        table.published();
        for (Assumption assumption : assumptions) {
            table.assume(assumption);
        }
        for (Assumption assumption : assumptions) {
            table.follow(assumption.row(), assumptions);
        }
        return new Table(table.schema, Arrays.asList(table.columns), image.section(CatalogLayout.MODELS).rows(),
                "name");
    }

    private void published() {
        CatalogImage.Section models = image.section(CatalogLayout.MODELS);
        CatalogImage.Section statuses = image.section(CatalogLayout.STATUSES);
        for (int i = 0; i < columns.length; i++) {
            Type type = schema.field(i).type();
            if (type == Type.TEXT) {
                columns[i] = models.textColumn(i);
            } else if (type == Type.BOOLEAN) {
                columns[i] = models.truthColumn(i);
            } else {
                columns[i] = new NumberColumn(models.numbers(i), i < statuses.columns() ? statuses.bytes(i) : null);
            }
        }
    }

    private void assume(Assumption assumption) {
        int field = schema.find(assumption.field());
        put(field, assumption.row(), assumption.value(), Status.ASSUMED);
        boolean own = image.section(CatalogLayout.FACTS).truth(CatalogLayout.FACT_OWN_ACTIVE, assumption.row());
        if (field == ModelFields.PARAMS && !own) {
            put(ModelFields.ACTIVE_PARAMS, assumption.row(), assumption.value(), Status.ASSUMED);
        }
    }

    /** Computes again what follows from the figures of a row. */
    private void follow(int row, List<Assumption> assumptions) {
        Compute compute = new Compute(value(ModelFields.PARAMS, row), status(ModelFields.PARAMS, row),
                value(ModelFields.ACTIVE_PARAMS, row), status(ModelFields.ACTIVE_PARAMS, row),
                value(ModelFields.TOKENS, row), status(ModelFields.TOKENS, row),
                value(ModelFields.FLOPS_REPORTED, row), status(ModelFields.FLOPS_REPORTED, row));
        put(ModelFields.FLOPS_6ND, row, compute.sixFold(), compute.sixFoldStatus());
        put(ModelFields.FLOPS_6ND_TOTAL, row, compute.sixFoldTotal(), compute.sixFoldTotalStatus());
        for (Assumption assumption : assumptions) {
            if (assumption.row() == row && schema.find(assumption.field()) == ModelFields.FLOPS) {
                return;
            }
        }
        put(ModelFields.FLOPS, row, compute.flops(), compute.flopsStatus());
    }

    private double value(int field, int row) {
        return ((NumberColumn) columns[field]).values()[row];
    }

    private Status status(int field, int row) {
        return columns[field].status(row);
    }

    private void put(int field, int row, double value, Status status) {
        Cells cells = new Cells((NumberColumn) columns[field]);
        cells.put(row, value, status);
        columns[field] = cells.column();
    }
}
