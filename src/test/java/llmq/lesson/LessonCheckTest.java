package llmq.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import llmq.Running;
import llmq.catalog.Catalog;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.SourceText;
import llmq.session.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LessonCheckTest {
    private static final String SOUND = """
            # One
            #
            # DBRX has {params of DBRX}, and two braces {{ are one.
            let mine = models where family = "Llama 2"

            #: exercise The best
            # Which of {count(mine)} is best?
            #: guess How good is it?
            #: truth max(mmlu of mine)
            #: hint Begin with `rank`.
            #: hint rank mine by mmlu top 1
            #: same list mine sort by mmlu desc top 1
            #: mistake rank mine by mmlu asc top 1
            #: mistake rank mine by gsm8k asc, mmlu top 2
            #: says That is the one with the worst {min(gsm8k of mine)}.
            #: mistake rank mine by mmluu top 1
            rank mine by mmlu top 1
            #: because It has {max(mmlu of mine)}.

            # The end of {count($1)}.
            """;

    private static List<String> faults(String text) {
        List<String> faults = new ArrayList<>();
        SourceText source = new SourceText("one.llmq", text);
        for (Diagnostic fault : LessonCheck.check(source, Session.start(Catalog.builtIn()), Running.workspace())) {
            faults.add(fault.code() + " " + source.line(fault.span().start()) + " " + fault.message());
        }
        return faults;
    }

    @Test
    void aSoundLessonHasNone() {
        assertEquals(List.of(), faults(SOUND));
    }

    /** Of an exercise in the third line whose answer is a ranking of the Llama 2 family by mmlu. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "#: same list mine sort by mmlu desc | ",
        "#: same list mine sort by mmluu | E503 5 this is said to be right, and fails: there is no field or measure"
                + " 'mmluu' in mine",
        "#: same rank mine by mmlu asc | E503 5 this is said to be right, and does not pass: right models, wrong order:"
                + " ranked ascending",
        "#: same let x = 1 | E503 5 this is said to be right, and gives no result",
        "#: same count(models) | E503 5 this is said to be right, and does not pass: it has nothing to do with the"
                + " answer",
        "#: mistake rank mine by mmlu asc | ",
        "#: mistake rank mine by params | E503 5 this is said to be a mistake, and passes",
        "#: mistake describe models | E503 5 nothing is said of this mistake",
        "#: shortcut list mine sort by mmlu desc;#: says Rank them. | ",
        "#: shortcut list mine sort by mmlu desc | E503 5 nothing is said of this shortcut",
        "#: shortcut rank mine by mmlu asc;#: says No. | E503 5 this does not give what the answer gives, and is no"
                + " shortcut",
        "#: shortcut rank mine by mmlu asc top 2 | E503 5 this does not give what the answer gives, and is no"
                + " shortcut",
        "#: mistake let x = 1 | E503 5 this mistake gives no result that anything could be said of",
        "#: mistake rank mine by mmluu;#: says No. | E503 5 llmq refuses this mistake in its own words, so that what is"
                + " said of it is never seen",
        "#: mistake rank mine by mmlu asc;#: says A.;#: mistake list mine sort by mmlu asc;#: says B. | E503 7 this"
                + " mistake gives the same result as another one, of which other words are said",
        "#: mistake describe models;#: says {1 +}. | E002 6 the statement is not finished",
        "#: columns name, size | E503 5 the answer has no column 'size'",
        "#: hint Rank.;#: hint Rank. | E503 6 two hints say the same",
        "#: hint rank mine by mmlu top 2 | E503 5 this hint reads as an answer, and does not pass: right models, 2 of"
                + " 4: `top 4` is asked for",
        "#: hint `rank models` ranks | ",
        "#: hint `rank modles` ranks | E503 5 the code in this line is wrong: nothing has the name 'modles'",
        "#: hint `rank modles where ...` ranks | ",
        "#: hint rank modles where open by mmlu | E503 5 the code in this line is wrong: there is no table 'modles'",
        "#: hint rank mine whre open by mmlu;#: hint Go. | E503 5 the code in this line is wrong: unexpected 'whre'",
        "#: hint max(mmlu of modles where open);#: hint Go. | E503 5 the code in this line is wrong: there is no table"
                + " 'modles' to take rows from",
        "#: hint max(mmlu of mine where open) | E503 5 this hint reads as an answer, and does not pass: one value, where"
                + " a table is asked for",
        "#: hint Try `mmlu`, `asc`, `top 4`, `mmlu > 30` or `by`. | ",
        "#: mistake rank mine by mmlu asc;#: says Not `mmul`. | E503 6 the code in this line is wrong: nothing has the"
                + " name 'mmul'",
        "#: because So.;#: hint Late. | E502 6 '#: hint' stands beneath the explanation of 'A'",
        "# hint: A. | E501 5 this line is prose, as its colon stands behind 'hint'",
        "# A hint: none. Nor `mmlu` or `top 4`. | ",
        "# Try `mmul` of each. | E503 5 the code in this prose is wrong: nothing has the name 'mmul'",
        "# It has {count(mine) rows. | E502 5 this brace is never closed",
        "# It has {{count(mine) rows. | ",
        "#: because It has {count(mine) rows. | E502 5 this brace is never closed",
        "#: guess How many?;#: truth 5 kg | E503 6 the truth of the guess fails: unexpected 'kg'",
        "#: ordered;max(mmlu of mine);#: end;#: exercise B;# Go. | E503 5 the answer has no rows whose order could matter",
        "# : hint A. | E501 5 this line is prose, as a space stands between '#' and ':'",
        "#: hnit A.;#: tolerance x;#: hint B.;#: hint B. | E501 5 no line of a document begins with '#: hnit';"
                + "E502 6 '#: tolerance' takes a percentage below 100, not 'x';E503 8 two hints say the same",
        "#: hint {mmlu of Nobody} | E102 5 no model has the name 'Nobody'",
        "#: guess How many? | E503 5 there is no one value to hold the guess against",
        "#: guess How many?;#: truth count(mine) | ",
        "#: guess How many?;#: truth mine | E503 6 there is no one value to hold the guess against",
        "#: guess How many?;#: truth mmluu of DBRX | E503 6 the truth of the guess fails: there is no field or measure"
                + " 'mmluu' in models",
        "#: guess How many?;#: truth count(mine);#: between 0 and count(mine) | ",
        "#: guess How many?;#: truth 4;#: between 1 and 3 | E503 7 what the guess is held against does not lie in"
                + " there: it is 4",
        "#: guess How many?;#: truth 4;#: between 8 and 1 | E503 7 what the guess is held against does not lie in"
                + " there: it is 4",
        "#: guess How many?;#: truth 4;#: between no and yes | E503 7 an end of what the guess has to lie between fails:"
                + " there is no field or measure 'no'",
        "#: guess How many?;#: truth 4;#: between 1 to 8 | E502 7 '#: between' takes two values with 'and' between"
                + " them, not '1 to 8'",
        "#: guess Who?;#: truth best(mmlu of mine, name);#: between 1 and 8 | E503 7 what the guess is held against does"
                + " not lie in there: it is Llama 2 70B",
        "#: between 1 and 8 | E503 5 no guess is asked for that has to lie in there",
        "#: truth 3 | E503 5 no guess is asked for that this could be the truth of",
        "#: because So {mine}. | E502 5 {mine} in prose is not one value",
        "#: because So.;#: because And {count(mine} so. | E002 6 the statement is not finished",
        "#: because So {let x = 1}. | E502 5 {let x = 1} in prose is no expression",
        "# Of {count(mine)} and of {no}. | E101 5 there is no field or measure 'no'",
        "rank mine by mmluu | E101 5 there is no field or measure 'mmluu' in mine",
        "assert 1 = 2 | E201 5 assertion failed: 1 = 2"})
    void faultsAreFound(String lines, String fault) {
        String text = "let mine = models where family = \"Llama 2\"\n\n#: exercise A\n# Rank them.\n"
                + lines.replace(';', '\n') + "\n#: ordered\nrank mine by mmlu top 4\n";
        assertEquals(fault == null ? List.of() : List.of(fault.split(";(?=E)")), faults(text));
    }

    /** Faults of all kinds in one text, as far as one does not hide the other. */
    @Test
    void oneRunFindsThemAll() {
        String text = """
                #: hint Outside.
                #: exercise A
                # Which are the best?
                #: hint `rank modles`
                #: hnit B
                #: same rank models by mmlu asc top 2
                rank models by mmlu top 2
                #: hint Rank.

                #: exercise B
                # Which is best?
                rank models by mmluu top 1
                # : because So.
                """;
        List<String> lines = List.of("E501 5 no line of a document begins with '#: hnit'",
                "E501 13 this line is prose, as a space stands between '#' and ':'");
        assertEquals(List.of("E502 1 '#: hint' stands outside of an exercise",
                "E503 4 the code in this line is wrong: nothing has the name 'modles'", lines.get(0),
                "E503 6 this is said to be right, and does not pass: the other end: ranked ascending",
                "E502 8 '#: hint' stands beneath the answer of 'A', and others above it",
                "E101 12 there is no field or measure 'mmluu' in models", lines.get(1)), faults(text));
        assertEquals(List.of(lines.get(0), "E001 12 unexpected 'mmluu'", lines.get(1)),
                faults(text.replace("by mmluu", "mmluu")), "of what does not parse");
    }

    @Test
    void anAnswerOfSeveralStatementsIsNamed() {
        SourceText text = SourceText.of("""
                #: exercise A
                # Rank them.
                #: hint rank models by mmlu top 2
                rank models by mmlu top 2
                count(hardware)
                """);
        assertEquals(List.of("the answer is what its last statement gives: count(hardware)",
                "'#: end' above that one leaves it out"),
                LessonCheck.check(text, Session.start(Catalog.builtIn()), Running.workspace()).get(0).help());
    }

    /** One slip is one fault. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "#: excercise A;# Go.;#: hint Go.;max(mmlu of models);#: because So. | E501 1 no line of a document begins with"
                + " '#: excercise'",
        "#: exercise A;# Go.;1 + 1;;# So.;#: exercise A;# Go.;1 + 2 | E502 6 the lesson has two exercises of the title"
                + " 'A'"})
    void oneSlipIsOneFault(String lines, String fault) {
        assertEquals(List.of(fault), faults(lines.replace(';', '\n') + "\n"));
    }

    @Test
    void whatIsOnlyMissingIsNoFault() {
        String text = "#: exercise A\n# Do it.\n#: hint Rank.\n\nrank models by mmlu top 1\n#: because So.\n";
        assertEquals(List.of(), Gaps.of(SourceText.of(text)));
        String without = text.replace("#: hint Rank.\n", "");
        assertEquals(List.of("1: the exercise 'A' has no hints"), Gaps.of(SourceText.of(without)));
        assertEquals(List.of("1: the exercise 'A' has neither hints nor '#: because'"),
                Gaps.of(SourceText.of(without.replace("#: because So.\n", ""))));
        assertEquals(List.of("1: the exercise 'A' has no '#: because'"),
                Gaps.of(SourceText.of(text.replace("#: because So.\n", ""))));
    }

    /** Each is held against the session as it is where it stands: within an exercise after the answer. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "4 | assert count(mine) = 4 | ",
        "3 | assert count(mine) = 4 | this cannot be held against anything: 'count' needs rows to gather, and here are none:"
                + " say which rows: count(mine of models)",
        "4 | assert count(mine) = 5 | what is said here in words does not hold: count(mine) is 4",
        "4 | assert count(mine) > 3; and min(mmlu of mine) > 50% | what is said here in words does not hold",
        "6 | assert count($) = 1 | ",
        "6 | assert count($) = 2 | what is said here in words does not hold: count($) is 1",
        "8 | assert max(mmlu of $) = 1% | what is said here in words does not hold: max(mmlu of $) is 69.8 %",
        "4 | assert mmluu of DBRX > 1% | this cannot be held against anything: there is no field or measure 'mmluu' in"
                + " models: did you mean 'mmlu'?"})
    void wordsAreHeldAgainstTheData(int line, String claim, String fault) {
        List<String> lines = new ArrayList<>(List.of("# A title", "#", "# They are four.",
                "let mine = models where family = \"Llama 2\"", "", "#: exercise A", "# Which is best?", "rank mine by mmlu top 1",
                "# The end."));
        lines.add(line, "#: " + claim.replace(";", "\n#:  "));
        SourceText text = SourceText.of(String.join("\n", lines) + "\n");
        List<String> found = new ArrayList<>();
        for (Diagnostic one : LessonCheck.check(text, Session.start(Catalog.builtIn()), Running.workspace())) {
            assertEquals(line + 1, text.line(one.span().start()));
            found.add(one.message() + (one.help().isEmpty() ? "" : ": " + one.help().get(0)));
        }
        assertEquals(fault == null ? List.of() : List.of(fault), found);
    }

    /** Whatever has none would pass. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "list models where mmlu > 200 | has no rows",
        "tokens of \"Mixtral 8x7B\" | is not known",
        "list models where id = \"mixtral-8x7b\" show tokens | "})
    void anAnswerHasRowsAndValues(String answer, String fault) {
        assertEquals(fault == null ? List.of() : List.of("E503 3 the answer of 'A' " + fault),
                faults("#: exercise A\n# Do it.\n" + answer + "\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "# It has {params of DBRX}. | ",
        "# It has {parms of DBRX}. | E101 1 there is no field or measure 'parms' in models",
        "let x = 3;# It has {x}. | ",
        "# It has {x}.;let x = 3 | E101 1 there is no field or measure 'x'",
        "#: hunt x | E501 1 no line of a document begins with '#: hunt'",
        "save models to \"never-written.csv\";# It has {count(models)}. | ",
        "list modls | E111 1 there is no table 'modls'"})
    void scriptsAreLookedAtWithoutRunningThem(String lines, String fault) {
        assertEquals(fault == null ? List.of() : List.of(fault), faults(lines.replace(';', '\n')));
    }
}
