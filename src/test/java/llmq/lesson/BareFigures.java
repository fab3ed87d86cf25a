package llmq.lesson;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import llmq.catalog.Catalog;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.document.Block;
import llmq.document.Directive;
import llmq.document.Document;
import llmq.syntax.Parser;
import llmq.syntax.tree.Statement;
import llmq.table.Column;
import llmq.table.Table;
import llmq.table.TextColumn;

/**
 * Finds digits in prose that stand for something the catalog or a query could say, and so would go stale. Digits are
 * fine in code, in names that the catalog has and words of them, in dates, and in the formulas and numbers of lessons.
 */
final class BareFigures {
    private static final Pattern CODE = Pattern.compile("`[^`]*`|\\{[^}]*}|\"[^\"]*\"");
    private static final Pattern DAY = Pattern.compile("\\b\\d{4}-\\d\\d(-\\d\\d)?\\b");
    private static final Pattern MONTH = Pattern.compile("\\b(January|February|March|April|May|June|July|August|September"
            + "|October|November|December|spring|summer|autumn|winter)( of)? 20\\d\\d\\b");
    private static final Pattern YEAR = Pattern.compile("\\b(in|of|since|by|until|before|after) 20\\d\\d\\b");
    private static final Pattern CHAPTER = Pattern.compile("\\b[Ll]essons? \\d\\b( (and|to) \\d\\b)?");
    private static final List<String> FORMULAS = List.of("6ND", "R²", "top-1", "log10", "8-bit", "16-bit");
    private static final Pattern FIGURE = Pattern.compile("\\S*\\d\\S*");

    /** What may be a word of a name, and is as well how many there are of something. */
    private static final Pattern COUNT = Pattern.compile("\\d+([.]\\d+)?[KMBTkb]?");

    private final List<String> names;
    private final Set<String> words = new HashSet<>();

    BareFigures(Catalog catalog) {
        Set<String> found = new LinkedHashSet<>(FORMULAS);
        for (String source : Catalog.TABLES) {
            Table table = catalog.table(source);
            found.addAll(table.schema().names());
            for (String field : List.of("name", "family", "org", "benchmark", "vendor")) {
                int column = table.schema().find(field);
                if (column >= 0) {
                    addAll(table.column(column), found);
                }
            }
        }
        names = new ArrayList<>(found);
        names.removeIf(name -> name.chars().noneMatch(Character::isDigit));
        for (String name : names) {
            for (String word : name.split("[ -]")) {
                if (word.chars().anyMatch(Character::isDigit) && !COUNT.matcher(word).matches()) {
                    words.add(word);
                }
            }
        }
        // A name may begin with another.
        names.sort(Comparator.comparingInt(String::length).reversed());
    }

    private static void addAll(Column column, Set<String> names) {
        for (int row = 0; row < column.size(); row++) {
            String name = column instanceof TextColumn texts ? texts.value(row) : null;
            if (name != null) {
                names.add(name);
            }
        }
    }

    /** Each as {@code line: figure}. */
    List<String> in(Document document) {
        List<String> found = new ArrayList<>();
        for (Block block : document.blocks()) {
            for (String text : prose(block)) {
                for (String figure : in(text)) {
                    found.add(document.source().line(block.span().start()) + ": " + figure);
                }
            }
        }
        return found;
    }

    List<String> in(String prose) {
        String text = prose;
        for (Pattern plain : List.of(CODE, DAY, MONTH, YEAR, CHAPTER)) {
            text = plain.matcher(text).replaceAll(" ");
        }
        for (String name : names) {
            text = text.replace(name, " ");
        }
        List<String> found = new ArrayList<>();
        Matcher figures = FIGURE.matcher(text);
        while (figures.find()) {
            String figure = figures.group();
            if (!words.contains(figure.replaceAll("^[(]|[^\\p{L}\\d]+$", ""))) {
                found.add(figure);
            }
        }
        return found;
    }

    private static List<String> prose(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            return List.of(paragraph.text());
        } else if (block instanceof Block.Heading heading) {
            return List.of(heading.text());
        } else if (block instanceof Block.Points points) {
            return points.points();
        }
        return block instanceof Block.Remark remark && isProse(remark) ? List.of(remark.text()) : List.of();
    }

    private static boolean isProse(Block.Remark remark) {
        Directive directive = remark.directive();
        return directive == Directive.HINT ? !isStatement(remark.text())
                : directive != Directive.SAME && directive != Directive.MISTAKE && directive != Directive.SHORTCUT && directive != Directive.TRUTH
                        && directive != Directive.BETWEEN
                        && directive != Directive.MINUTES && directive != Directive.TOLERANCE
                        && directive != Directive.COLUMNS && directive != Directive.ASSERT;
    }

    private static boolean isStatement(String text) {
        try {
            List<Statement> statements = new Parser().parse(SourceText.of(text)).statements();
            return !statements.isEmpty();
        } catch (LlmqException e) {
            return false;
        }
    }
}
