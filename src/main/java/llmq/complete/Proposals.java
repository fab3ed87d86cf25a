package llmq.complete;

import static llmq.complete.Candidate.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import llmq.catalog.FieldInfo;
import llmq.check.Namespace;
import llmq.complete.Candidate.Kind;
import llmq.fit.Method;
import llmq.function.AggregateFunction;
import llmq.function.Function;
import llmq.function.Functions;
import llmq.load.FileLoader;
import llmq.plot.PictureFormat;
import llmq.result.Format;
import llmq.session.Session;
import llmq.syntax.Caret;
import llmq.syntax.Caret.Typed;
import llmq.syntax.Clause;
import llmq.syntax.Formatter;
import llmq.syntax.Names;
import llmq.syntax.Setting;
import llmq.syntax.Setting.Role;
import llmq.syntax.Slot;
import llmq.syntax.Verb;
import llmq.table.Field;
import llmq.table.Schema;
import llmq.value.Type;
import llmq.value.Unit;

/** The words of the catalog and the session for each kind of word that the grammar allows. */
final class Proposals {
    private final Session session;
    private final Files files;
    private final Caret caret;
    private final char quote;
    private final Typing typing;
    private final List<Candidate> found = new ArrayList<>();
    private boolean truth = true;
    /** Whether numbers may be computed with here, so that a plus adds them. */
    private boolean computes;
    /** Whether a source would stand here, if no rows came through a pipe. */
    private boolean sourceless;

    Proposals(Session session, Files files, Caret caret) {
        this.session = session;
        this.files = files;
        this.caret = caret;
        boolean quoted = caret.typed() == Typed.TEXT || caret.typed() == Typed.QUOTED_NAME;
        this.quote = quoted ? caret.word().charAt(0) : 0;
        this.typing = new Typing(quoted ? caret.word().substring(1) : caret.word());
    }

    /** The likeliest kinds first. */
    List<Candidate> candidates() {
        List<Slot> slots = caret.slots();
        boolean starts = true;
        for (Slot slot : slots) {
            starts &= slot.kind() != Slot.Kind.KEYWORD || Verb.find(slot.text()) != null || isOperand(slot.text());
        }
        if (starts) {
            words(slots, true);
        }
        for (Slot slot : slots) {
            switch (slot.kind()) {
                case NAME -> name(slot.setting());
                case TEXT -> text(slot.setting());
                case UNIT -> unit(slot.setting());
                case RESULT -> result(slot.setting());
                case VERSION -> found.add(word(Kind.VALUE, session.catalog().version(), "the version of the catalog"));
                case NUMBER, KEYWORD, SIGN -> { }
            }
        }
        words(slots, false);
        for (Slot slot : slots) {
            computes |= slot.kind() == Slot.Kind.SIGN && slot.text().equals("*");
        }
        for (Slot slot : slots) {
            if (slot.kind() == Slot.Kind.SIGN) {
                sign(slot.text());
            }
        }
        if (!starts) {
            words(slots, true);
        }
        return found;
    }

    private static boolean isOperand(String keyword) {
        return keyword.equals("not") || keyword.equals("true") || keyword.equals("false");
    }

    /** The words that start statements, or the others: those come first only where one must start. */
    private void words(List<Slot> slots, boolean verbs) {
        for (Slot slot : slots) {
            boolean verb = slot.kind() == Slot.Kind.KEYWORD && Verb.find(slot.text()) != null;
            if (slot.kind() == Slot.Kind.KEYWORD && verb == verbs && (truth || !isOperand(slot.text()))) {
                found.add(word(verb ? Kind.VERB : Kind.KEYWORD, slot.text(), Words.of(slot.text(), caret.verb())));
            }
        }
    }

    private void sign(String text) {
        if (text.equals("(") && sourceless) {
            return;
        }
        String name = text.equals("(") ? caret.nameBefore() : null;
        boolean calls = name == null || Functions.find(name) != null
                || session.names().find(name) instanceof Namespace.UserFunction
                || session.names().find(name) instanceof Namespace.Fitted;
        if (calls) {
            found.add(word(Kind.SIGN, text, text.equals("+") && computes ? "" : Words.of(text)));
        }
    }

    private void name(Setting setting) {
        if (caret.typed() == Typed.NUMBER) {
            boolean names = setting.role() == Role.MODEL || setting.role() == Role.MODEL_OR_SOURCE;
            if (names) {
                texts().names();
            }
            return;
        }
        if (caret.typed() == Typed.QUOTED_NAME) {
            quotedNames(setting);
            return;
        }
        switch (setting.role()) {
            case EXPRESSION, EXPRESSION_OR_SOURCE -> {
                Reach reach = Reach.of(setting, session);
                Operands operands = new Operands(session, setting, reach, typing, found);
                operands.add();
                truth = operands.takesTruth() && !operands.isOfFits();
                if (mayBeSource(setting)) {
                    sources(setting);
                }
            }
            case SOURCE -> {
                sourceless = setting.piped();
                sources(setting);
            }
            case MODEL -> texts().names();
            case MODEL_OR_SOURCE -> {
                texts().names();
                sources(setting);
            }
            case METHOD -> methods();
            case FIT -> fits(setting, false);
            case CURVE -> fits(setting, true);
            case INPUT -> inputs(setting);
            case CHANGE, ASSUMED -> assumable(setting);
            case LIMIT -> limits();
            case TOPIC -> topics(setting);
            case COLUMN_UNIT -> UnitWords.add(null, typing, found);
            case MAPPED -> columns(setting, true);
            case COLUMN -> columns(setting, false);
            case FILE_IN, FILE_OUT, PICTURE_OUT, VERSION, FREE -> { }
        }
    }

    /** Of functions only aggregates take sources, and a source is added to sources only. */
    private boolean mayBeSource(Setting setting) {
        boolean called = setting.argument() >= 0 && !setting.calls().isEmpty();
        boolean added = setting.compared() != null && !session.names().isSource(setting.compared());
        if (setting.role() != Role.EXPRESSION_OR_SOURCE || added) {
            return false;
        }
        boolean gathers = !called;
        for (Function function : called ? Functions.named(setting.calls().get(0)) : List.<Function>of()) {
            gathers |= function instanceof AggregateFunction;
        }
        return gathers;
    }

    private Texts texts() {
        return new Texts(session, typing, quote, found);
    }

    /** In backquotes: what is a name anyway, and needs none of them, or could not be written without. */
    private void quotedNames(Setting setting) {
        List<String> names = new ArrayList<>();
        switch (setting.role()) {
            case EXPRESSION, EXPRESSION_OR_SOURCE -> {
                Schema schema = Reach.of(setting, session).schema();
                names.addAll(schema.names());
            }
            case SOURCE -> names.addAll(session.names().sourceNames());
            default -> { }
        }
        for (String name : names) {
            if (typing.starts(name)) {
                found.add(new Candidate("`" + name.replace("`", "``") + "`", name, Kind.FIELD, "", true));
            }
        }
    }

    private void sources(Setting setting) {
        if (setting.piped()) {
            return;
        }
        for (Namespace.Definition definition : session.names().all()) {
            boolean rows = definition instanceof Namespace.Data || definition instanceof Namespace.View
                    || definition instanceof Namespace.Fitted;
            if (rows && typing.starts(definition.name())) {
                found.add(word(Kind.SOURCE, Names.anywhere(definition.name()), source(definition)));
            }
        }
    }

    private String source(Namespace.Definition definition) {
        if (definition instanceof Namespace.Data data) {
            int rows = session.tables().table(data.name()).rows();
            return rows + (rows == 1 ? " row" : " rows");
        }
        return definition instanceof Namespace.View view ? Formatter.source(view.source())
                : "the terms of a fit";
    }

    private void methods() {
        for (Method method : Method.values()) {
            if (typing.starts(method.word())) {
                found.add(word(Kind.METHOD, method.word(), method.summary()));
            }
        }
    }

    /** @param drawn whether they are to be drawn over a picture, which some of them fit */
    private void fits(Setting setting, boolean drawn) {
        for (Namespace.Definition definition : session.names().all()) {
            if (definition instanceof Namespace.Fitted fit && typing.starts(fit.name())
                    && !(drawn && (isGiven(fit.name(), setting) || !isDrawn(fit, setting)))) {
                found.add(word(Kind.OWN, Names.anywhere(fit.name()), fit.usage()));
            }
        }
    }

    private static boolean isGiven(String name, Setting setting) {
        for (String given : setting.given()) {
            if (given.equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether the curve of a fit can be drawn over the picture that is typed, which must have two axes; where that is
     * not sure, it can.
     */
    private boolean isDrawn(Namespace.Fitted fit, Setting setting) {
        return setting.drawn() != null && (!Reach.checks(setting.drawn(), session)
                || Reach.checks(setting.drawn() + " with " + Names.anywhere(fit.name()), session));
    }

    private void inputs(Setting setting) {
        if (setting.fit() != null && session.names().find(setting.fit()) instanceof Namespace.Fitted fit) {
            Operands.inputs(fit, setting, typing, found);
        }
    }

    /** Fields that can be given another value. */
    private void assumable(Setting setting) {
        boolean assumed = setting.role() == Role.ASSUMED;
        Reach models = Reach.of("models", session);
        for (FieldInfo info : session.catalog().fields()) {
            Field field = info.field();
            boolean given = false;
            for (String name : setting.given()) {
                given |= name.equalsIgnoreCase(field.name());
            }
            if (info.assumable() && !given && typing.starts(field.name())) {
                found.add(assumed ? word(Kind.FIELD, field.name(), models.describe(field))
                        : new Candidate(field.name() + " = ", field.name(), Kind.FIELD, models.describe(field), false));
            }
        }
    }

    private void limits() {
        for (Namespace.Definition definition : session.names().all()) {
            if (definition instanceof Namespace.Parameter parameter && typing.starts(parameter.name())) {
                found.add(word(Kind.OWN, Names.anywhere(parameter.name()),
                        Formatter.expression(parameter.value())));
            }
        }
    }

    private void topics(Setting setting) {
        if (setting.piped()) {
            return;
        }
        for (String topic : Session.topics()) {
            topic(topic, "a list of all");
        }
        sources(setting);
        Reach models = Reach.of("models", session);
        for (Field field : models.schema().fields()) {
            if (typing.starts(field.name())) {
                found.add(word(Kind.FIELD, field.name(), models.describe(field)));
            }
        }
        for (Namespace.Definition definition : session.names().all()) {
            boolean table = definition instanceof Namespace.Data || definition instanceof Namespace.View;
            if (!table && typing.starts(definition.name())) {
                found.add(word(Kind.OWN, Names.anywhere(definition.name()), "a name of this session"));
            }
        }
        for (Function function : Functions.all()) {
            if (typing.starts(function.name())) {
                found.add(word(Kind.FUNCTION, function.name(), function.doc().summary()));
            }
        }
        for (Method method : Method.values()) {
            topic(method.word(), method.summary());
        }
        for (Verb verb : Verb.values()) {
            topic(verb.word(), "the statement");
        }
        for (Clause clause : Clause.values()) {
            topic(clause.word(), clause.brief());
        }
        if (!typing.isEmpty()) {
            texts().names();
        }
    }

    private void topic(String topic, String description) {
        if (typing.starts(topic)) {
            found.add(word(Kind.TOPIC, topic, description));
        }
    }

    private void text(Setting setting) {
        switch (setting.role()) {
            case EXPRESSION, EXPRESSION_OR_SOURCE -> {
                if (setting.compared() != null) {
                    texts().values(Reach.of(setting, session), setting.compared());
                }
            }
            case MODEL, MODEL_OR_SOURCE -> texts().names();
            case TOPIC -> {
                if (quote != 0) {
                    texts().names();
                }
            }
            case COLUMN -> {
                if (quote != 0) {
                    columns(setting, false);
                }
            }
            case FILE_IN -> files(FileLoader.endings());
            case FILE_OUT -> files(Format.everyEnding());
            case PICTURE_OUT -> files(PictureFormat.everyEnding());
            default -> { }
        }
    }

    /** Those of the file that is loaded that have not been named. @param named whether their names are asked for, too */
    private void columns(Setting setting, boolean named) {
        Schema columns = setting.fit() == null ? null : files.columns(setting.fit());
        if (columns == null) {
            return;
        }
        for (Field column : columns.fields()) {
            String title = column.name();
            boolean fits = named ? typing.starts(plain(title)) : typing.starts(title);
            if (fits && !setting.given().contains(title)) {
                String written = texts().quoted(title);
                found.add(new Candidate(named ? Names.anywhere(plain(title)) + " = " + written : written, title, Kind.COLUMN,
                        column.type().words(), true));
            }
        }
    }

    /** A title as a name that needs no quotes. */
    private static String plain(String title) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < title.length(); i++) {
            char c = Character.toLowerCase(title.charAt(i));
            boolean part = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            if (part) {
                plain.append(c);
            } else if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != '_') {
                plain.append('_');
            }
        }
        while (!plain.isEmpty() && plain.charAt(plain.length() - 1) == '_') {
            plain.setLength(plain.length() - 1);
        }
        return plain.isEmpty() || Character.isDigit(plain.charAt(0)) ? "c" + plain : plain.toString();
    }

    private void files(List<String> endings) {
        String typed = quote == 0 ? "" : caret.word().substring(1);
        if (quote == 0 && caret.typed() != Typed.NOTHING) {
            return;
        }
        String folder = typed.substring(0, typed.lastIndexOf('/') + 1);
        Typing rest = new Typing(typed.substring(folder.length()));
        for (String name : files.in(folder)) {
            boolean isFolder = name.endsWith("/");
            boolean fits = isFolder;
            for (String ending : endings) {
                fits |= name.toLowerCase(Locale.ROOT).endsWith(ending);
            }
            if (fits && rest.starts(name) && (!name.startsWith(".") || !rest.isEmpty())) {
                String whole = texts().quoted(folder + name);
                // Into a folder one goes on, so that the quote stays open.
                found.add(new Candidate(isFolder ? whole.substring(0, whole.length() - 1) : whole, name, Kind.FILE, "",
                        !isFolder));
            }
        }
    }

    private void unit(Setting setting) {
        Unit wanted = null;
        if (setting.compared() != null) {
            Field other = Reach.of(setting, session).field(setting.compared());
            wanted = other != null && other.type() == Type.NUMBER && !other.unit().isNone() ? other.unit() : null;
        }
        UnitWords.add(wanted, typing, found);
    }

    private void result(Setting setting) {
        String typed = caret.word();
        boolean table = setting.role() != Role.EXPRESSION;
        if (setting.piped() && setting.role() == Role.SOURCE) {
            return;
        }
        List<Namespace.Data> results = new ArrayList<>(session.names().results());
        if (session.names().find("$") instanceof Namespace.Data last) {
            results.add(last);
        }
        for (Namespace.Data data : results) {
            if ((table || data.scalar()) && data.name().startsWith(typed)) {
                int rows = session.tables().table(data.name()).rows();
                found.add(word(Kind.RESULT, data.name(), data.scalar() ? "a value"
                        : rows + (rows == 1 ? " row: " : " rows: ") + String.join(", ", data.shown())));
            }
        }
    }
}
