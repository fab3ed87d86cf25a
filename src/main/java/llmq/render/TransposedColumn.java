package llmq.render;

import java.util.ArrayList;
import java.util.List;
import llmq.text.SafeText;

/** A column of a comparison: the fields of one row of the table, under each other. */
final class TransposedColumn implements ReaderColumn {
    private final String title;
    private final List<ReaderColumn> fields;
    private final int model;

    private TransposedColumn(String title, List<ReaderColumn> fields, int model) {
        this.title = title;
        this.fields = fields;
        this.model = model;
    }

    /**
     * The grid on its side: a column for the names of the fields, one for each row.
     *
     * @param withUnits whether a column for the units of the fields is to stand between
     */
    static Grid grid(Grid upright, boolean withUnits) {
        List<ReaderColumn> fields = new ArrayList<>();
        ReaderColumn label = null;
        for (ReaderColumn column : upright.columns()) {
            if (label == null && column.isLabel()) {
                label = column;
            } else {
                fields.add(column);
            }
        }
        List<ReaderColumn> columns = new ArrayList<>();
        List<String> titles = new ArrayList<>();
        List<String> units = new ArrayList<>();
        for (ReaderColumn field : fields) {
            titles.add(field.title());
            units.add(field.unit());
        }
        columns.add(new Names("field", titles, true));
        if (withUnits) {
            columns.add(new Names("unit", units, false));
        }
        for (int row = 0; row < upright.rows(); row++) {
            String title = label != null && label.isKnown(row) ? SafeText.of(label.raw(row)) : "row " + (row + 1);
            columns.add(new TransposedColumn(title, fields, row));
        }
        return new Grid(columns, fields.size(), upright.best());
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String unit() {
        return "";
    }

    @Override
    public Align align() {
        return Align.RIGHT;
    }

    @Override
    public int need() {
        return 0;
    }

    @Override
    public boolean isLabel() {
        return false;
    }

    @Override
    public boolean isKnown(int row) {
        return fields.get(row).isKnown(model);
    }

    @Override
    public boolean isBlank(int row) {
        return fields.get(row).isBlank(model);
    }

    @Override
    public boolean isRough(int row) {
        return fields.get(row).isRough(model);
    }

    @Override
    public boolean isBest(int row) {
        return fields.get(row).isBest(model);
    }

    @Override
    public String raw(int row) {
        return fields.get(row).raw(model);
    }

    @Override
    public String quantity(int row) {
        return fields.get(row).quantity(model);
    }

    /** The names of the fields, or their units. */
    private record Names(String title, List<String> texts, boolean isLabel) implements ReaderColumn {
        @Override
        public String unit() {
            return "";
        }

        @Override
        public Align align() {
            return Align.LEFT;
        }

        @Override
        public int need() {
            return 0;
        }

        @Override
        public boolean isKnown(int row) {
            return true;
        }

        @Override
        public boolean isRough(int row) {
            return false;
        }

        @Override
        public boolean isBest(int row) {
            return false;
        }

        @Override
        public String raw(int row) {
            return texts.get(row);
        }

        @Override
        public String quantity(int row) {
            return texts.get(row);
        }
    }
}
