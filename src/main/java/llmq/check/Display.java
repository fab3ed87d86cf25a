package llmq.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import llmq.diagnostic.ErrorCode;
import llmq.plan.Expression;
import llmq.plan.Plan;
import llmq.result.Shown;
import llmq.syntax.Formatter;
import llmq.syntax.tree.Expr;
import llmq.syntax.tree.ShowItem;
import llmq.table.Field;
import llmq.table.Schema;
import llmq.value.NumberForm;
import llmq.value.ScaledUnit;
import llmq.value.Type;
import llmq.value.Units;

/** Collects the columns that a query shows, computed ones among them, in the order in which a reader sees them. */
final class Display {
    private record Item(String title, Expression value, ScaledUnit unit, int need, NumberForm form) {
    }

    /** The function whose value is drawn, and is the value all the same. */
    static final String BAR = "bar";
    private static final String IN = " in ";

    private final Problems problems;
    private final Map<String, Item> items = new LinkedHashMap<>();

    Display(Problems problems) {
        this.problems = problems;
    }

    /** What a column is called: as the user says; else a field's own name; else the expression as written. */
    static String title(Expr written, Expression value) {
        if (!(written instanceof Expr.Name name)) {
            return Formatter.expression(written);
        }
        String word = name.identifier().name();
        return value instanceof Expression.Column column && column.field().name().equalsIgnoreCase(word)
                ? column.field().name() : word;
    }

    void add(ShowItem item, Expression value, int need) {
        if (value == null) {
            return;
        }
        String title = item.title() == null ? title(item.value(), value) : item.title().name();
        Item known = items.get(fold(title));
        if (known != null && !known.value().equals(value)) {
            problems.add(ErrorCode.E112, item.span(), "two columns are called '" + title + "'",
                    "give one another title: … as other_title");
            return;
        }
        add(title, value, need, isBar(item.value()) ? NumberForm.BAR : NumberForm.SCALED);
    }

    private static boolean isBar(Expr written) {
        return written instanceof Expr.Call call && call.function().name().equalsIgnoreCase(BAR);
    }

    /** Adds a column unless one of that title is there. */
    void add(String title, Expression value, int need) {
        add(title, value, need, NumberForm.SCALED);
    }

    private void add(String title, Expression value, int need, NumberForm form) {
        ScaledUnit unit = value instanceof Expression.Convert convert ? convert.target() : named(value);
        items.putIfAbsent(fold(title), new Item(title, value, unit, need, form));
    }

    /** The unit that an earlier stage put into a column's name: {@code tokens in Btokens}; else {@code null}. */
    private static ScaledUnit named(Expression value) {
        if (!(value instanceof Expression.Column column) || column.type() != Type.NUMBER) {
            return null;
        }
        int in = column.field().name().lastIndexOf(IN);
        ScaledUnit unit = in < 0 ? null : Units.parse(column.field().name().substring(in + IN.length()));
        return unit != null && unit.unit().equals(column.unit()) ? unit : null;
    }

    /** Adds a column before all others, unless its values are among those shown. */
    void addFirst(String title, Expression value, int need) {
        for (Item item : items.values()) {
            boolean same = item.value() instanceof Expression.Column shown && value instanceof Expression.Column column
                    ? shown.index() == column.index()
                    : item.value().getClass() == value.getClass() && item.value().equals(value);
            if (same) {
                return;
            }
        }
        Map<String, Item> rest = new LinkedHashMap<>(items);
        if (!rest.containsKey(fold(title))) {
            items.clear();
            add(title, value, need);
            items.putAll(rest);
        }
    }

    /** What is shown under a title, or {@code null}. */
    Expression value(String title) {
        Item item = items.get(fold(title));
        return item == null ? null : item.value();
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    /** The plan with the computed columns added to it. */
    Plan extend(Plan plan) {
        List<Plan.Named> computed = new ArrayList<>();
        List<Field> fields = new ArrayList<>(plan.schema().fields());
        for (Item item : items.values()) {
            boolean plain = item.value() instanceof Expression.Column column
                    && column.index() == plan.schema().find(item.title())
                    && column.field().name().equals(item.title());
            if (plain) {
                continue;
            }
            Field field = Fields.of(item.title(), item.value());
            computed.add(new Plan.Named(field, item.value()));
            int place = plan.schema().find(item.title());
            if (place >= 0) {
                fields.set(place, field);
            } else {
                fields.add(field);
            }
        }
        return computed.isEmpty() ? plan : new Plan.Extend(plan, computed, new Schema(fields));
    }

    List<Shown> shown(Schema schema) {
        List<Shown> shown = new ArrayList<>();
        for (Item item : items.values()) {
            int column = schema.find(item.title());
            shown.add(new Shown(column, item.title(), item.unit(), item.need(), Shown.Reader.ALL).as(item.form()));
        }
        return shown;
    }

    private static String fold(String title) {
        return title.toLowerCase(Locale.ROOT);
    }
}
