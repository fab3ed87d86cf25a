package llmq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import llmq.command.Commands;
import llmq.command.PromptCommand;
import llmq.command.Setting;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.engine.Cancel;
import llmq.session.Snippet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands of the prompt, without a terminal. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandsTest {
    @TempDir
    Path shared;

    private Path folder;
    private Dialogue dialogue;

    @BeforeEach
    void anew() throws IOException {
        folder = Files.createTempDirectory(shared, "t");
        dialogue = new Dialogue(folder);
    }

    private Dialogue kept() {
        return new Dialogue(folder, Map.of(), folder.resolve("config"), false);
    }

    /** What is typed, parted by {@code ¦}; then what the last of it prints, a tilde for a line end. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            /list                                       | no statement has worked yet~
            let a = 2 * 3 ¦ a + 1 ¦ a + b ¦ /list       | 1  let a = 2 * 3~2  a + 1  # $1~
            a + 1 ¦ 1 + 1 ¦ /list -all                  | e1  a + 1  # there is no field or measure 'a'~1   1 + 1  # $1~
            1 + 1; 2 + 2; 3 + 3 ¦ /list 2-3             | 2  2 + 2  # $2~3  3 + 3  # $3~
            1 + 1; 2 + 2; 3 + 3 ¦ /li -1                | 3  3 + 3  # $3~
            1 + 1 ¦ /list 2                             | error[E405]: there is no statement '2'~  help: /list -all shows every statement with its number~
            1 + 1 ¦ /list -5                            | error[E405]: there is no statement '-5'~  help: one statement was typed~
            1 + 1 ¦ /list -al                           | 1  1 + 1  # $1~
            1 + 1 ¦ /list -every                        | error[E405]: /list has no option '-every'~  help: it is used as /list [-all|ID|NAME]~
            let a = 1; a; let A = 2 ¦ /list a           | 1  let a = 1~3  let A = 2~
            let f(x) = x; param e1 = 3 ¦ /list f e1     | 1  let f(x) = x~2  param e1 = 3~
            1 + 1 ¦ /list b                             | error[E405]: there is no statement 'b'~  help: /list -all shows every statement with its number~
            1 + 1 ¦ /!                                  | 1 + 1~$2 = 2~
            1 + 1 ¦ 2 + 2 ¦ /1                          | 1 + 1~$3 = 2~
            1 + 1 ¦ 2 + 2 ¦ /-2                         | 1 + 1~$3 = 2~
            1 + 1 ¦ 2 + 2 ¦ /1-2                        | 1 + 1~$3 = 2~2 + 2~$4 = 4~
            1 + 1 ¦ 2 + 2 ¦ /2 1                        | 2 + 2~$3 = 4~1 + 1~$4 = 2~
            a ¦ let a = 3 ¦ /e1                         | a~$1 = 3~
            1 + 1 ¦ /2-1                                | error[E405]: there is no statement '2'~  help: /list -all shows every statement with its number~
            1 + 1; 2 + 2 ¦ /2-1                         | error[E405]: there is no statement '2-1'~  help: the first of a range stands before its last~
            /history                                    | /history~
            1 + 1 ¦ /history                            | 1 + 1~/history~
            /history -all                               | of yesterday~
            let a = 1 ¦ /undo                           | took back let a = 1~
            let a = 1 ¦ /undo ¦ a                       | error[E101]: there is no field or measure 'a'
            let a = 1; let a = 2 ¦ /undo ¦ a            | $1 = 1~
            1 + 1; 2 + 2 ¦ /undo ¦ 3 + 3                | $2 = 6~
            1 + 1 ¦ b ¦ /undo ¦ /list -all              | no statement has worked yet~
            /undo                                       | error[E405]: there is nothing to take back~
            let a = 1 ¦ /drop a                         | dropped a~
            let a = 1 ¦ /drop a ¦ /undo ¦ a             | $1 = 1~
            let a = 1; let b = a ¦ /drop a              | error[E406]: 'a' is used by b~  help: /drop b a drops all of them~
            let a = 1; let b = a ¦ /drop b a            | dropped b, a~
            let v = models where open ¦ let w = v where mmlu > 3 ¦ /drop v | error[E406]: 'v' is used by w~  help: /drop w v drops all of them~
            let f(x) = x; let b = f(1) ¦ /drop f        | error[E406]: 'f' is used by b~  help: /drop b f drops all of them~
            let a = 1; let b = a; let a = 2 ¦ /drop A B | error[E406]: 'a' is used by b~  help: /drop b a drops all of them~
            let a = mmlu ¦ list models show name, a ¦ let b = 2 * a ¦ /drop a | error[E406]: 'a' is used by b~  help: /drop b a drops all of them~
            let a = 1; let f(x) = x + `A` ¦ /drop a     | error[E406]: 'a' is used by f~  help: /drop f a drops all of them~
            let a = 1; let v = models where org = 'a' ¦ /drop a | dropped a~
            let able = 1 ¦ /drop albe                   | error[E101]: nothing was named 'albe'~  help: did you mean 'able'?~
            /drop models                                | error[E405]: 'models' belongs to llmq itself~
            1 + 1 ¦ /drop $1                            | error[E405]: results have numbers and are kept: $1~  help: /undo takes back the last statement, /reset everything~
            /drop                                       | error[E405]: /drop needs a name~  help: it is used as /drop NAME ...~
            1 + 1 ¦ /reset                              | everything was forgotten; /undo takes that back~
            1 + 1 ¦ /reset ¦ /list                      | no statement has worked yet~
            1 + 1 ¦ /reset ¦ /undo ¦ $1                 | $2 = 2~
            let a = 1; a ¦ /reload                      | ran 2 statements again~
            let a = 1; a ¦ /reload ¦ $1 + 1             | $2 = 2~
            let a = 1; a ¦ /reload ¦ /undo ¦ $1 + 1     | $2 = 2~
            let a = 1 ¦ /drop a ¦ /reload ¦ a           | error[E101]: there is no field or measure 'a'
            /reload -restore                            | error[E405]: no earlier session was kept~
            /exti                                       | error[E404]: unknown command '/exti'~  help: did you mean '/exit'?~  help: /help lists the commands~
            /re                                         | error[E404]: several commands begin with '/re'~  help: it is short for /reset and /reload~
            /undo 3                                     | error[E405]: '3' is more than /undo takes~  help: it is used as /undo~
            /set fedback                                | error[E405]: there is no setting 'fedback'~  help: did you mean 'feedback'?
            /set format jsno                            | error[E405]: 'jsno' is no value for format~  help: did you mean 'json'?~  help: it takes table, vertical, csv, tsv, json, ndjson, markdown, html~
            /set rows many                              | error[E405]: 'many' is no number of rows~  help: it takes a whole number from 0 to 100000; 0 shows all~
            /set rows 3                                 | rows is now 3~
            /set digits 2.5                             | error[E405]: '2.5' is no number of digits~  help: it takes auto, or a whole number from 1 to 15~
            /set digits 16                              | error[E405]: '16' is no number of digits~  help: it takes auto, or a whole number from 1 to 15~
            /set digits AUTO                            | digits is now auto~
            2 / 3                                       | $1 = 0.667~
            /set digits 6 ¦ 2 / 3                       | $1 = 0.666667~
            /set digits 2 ¦ 2 / 3 ¦ /last               | 0.67~
            /set digits 2 ¦ 2 / 3 ¦ /last csv           | 2/3~0.6666666666666666~
            /set digits 2 ¦ /set digits default ¦ 2 / 3 | $1 = 0.667~
            /set format json ¦ 1 + 1                    | 2~
            /set format json ¦ /set format default ¦ 1 + 1 | $1 = 2~
            /set feedback concise ¦ let a = 1; a        | $1 = 1~
            /set feedback silent ¦ let a = 1; a         | 1~
            /set feedback verbose ¦ let a = 1           | created measure a: it can stand wherever a field can~
            /set f v                                    | error[E405]: several settings begin with 'f'~  help: it is short for feedback and format~
            /set fee v                                  | error[E405]: 'v' is no value for feedback
            /last                                       | error[E405]: there is no result yet~
            1 + 1 ¦ /last                               | 2~
            1 + 1 ¦ /last json                          | 2~
            1 + 1 ¦ /last jsn                           | error[E405]: there is no format 'jsn'~  help: did you mean 'json'?
            /save                                       | error[E405]: /save needs a file~  help: it is used as /save [-all|-history|-transcript] FILE~
            /open none.llmq                             | error[E301]: cannot read 'none.llmq': there is no such file~
            /edit                                       | error[E405]: cannot open an editor~  help: /set editor names one, as does the variable EDITOR~
            /help /nothing                              | error[E404]: unknown command '/nothing'~  help: /help lists the commands~
            """)
    void says(String typed, String expected) {
        String printed = answers(dialogue, typed.split(" ¦ "));
        String wanted = expected.replace('~', '\n');
        // Some errors go on with what this is no test of.
        assertEquals(wanted, wanted.endsWith("\n") ? printed : printed.substring(0, Math.min(wanted.length(),
                printed.length())));
    }

    private static String answers(Dialogue dialogue, String... lines) {
        String printed = "";
        for (String line : lines) {
            printed = dialogue.answer(line);
        }
        return printed;
    }

    @Test
    void everyFeedbackButSilenceSaysWhatWasDone() {
        assertEquals("silent", List.of("verbose", "normal", "concise", "silent").stream().filter(feedback -> {
            Dialogue one = new Dialogue(folder);
            one.answer("/set feedback " + feedback);
            return !one.answer("1 + 1").contains("$1");
        }).reduce("", String::concat));
    }

    @Test
    void savesAScriptThatDoesTheSameAgain() throws IOException {
        answers(dialogue, "let a = skill(mmlu)\n  / flops # how much\n", "a of DBRX", "nonsense", "list models top 1",
                "mmlu of DBRX", "list models top 2 | summarize show count()", "/save f.llmq");
        String script = Files.readString(folder.resolve("f.llmq"));
        assertEquals("""
                let a = skill(mmlu)
                  / flops;
                a of DBRX
                list models top 1;
                mmlu of DBRX
                list models top 2 | summarize show count()
                """, script);
        Dialogue other = new Dialogue(folder);
        assertEquals("opened f.llmq: 5 statements\n", other.answer("/open f.llmq"));
        assertEquals(dialogue.answer("/list"), other.answer("/list"));
        assertEquals(dialogue.answer("list $4"), other.answer("list $4"));
    }

    @Test
    void aTranscriptHasResultsAndStillRuns() throws IOException {
        answers(dialogue, "let a = 2", "nonsense", "a + 1", "list models top 1 show name", "/save -transcript t.llmq");
        assertEquals("""
                let a = 2;
                # nonsense
                # failed: there is no field or measure 'nonsense'
                a + 1;
                # $1
                # 3
                list models top 1 show name;
                # $2
                # ┌───────┐
                # │ name  │
                # ├───────┤
                # │ Yi-6B │
                # └───────┘
                """, Files.readString(folder.resolve("t.llmq")).replaceAll("(?m)^# (1 of|top).*\n", ""));
        assertEquals("let a = 2\na + 1\n$1 = 3\n", new Dialogue(folder).answer("/run t.llmq").split("\n\n")[0] + "\n");
    }

    @Test
    void savesAllOrWhatWasTyped() throws IOException {
        answers(dialogue, "1 + 1", "nonsense", "/save -all a.llmq", "/save -history h.llmq");
        assertEquals("1 + 1;\n# nonsense\n", Files.readString(folder.resolve("a.llmq")));
        assertEquals("1 + 1\nnonsense\n# /save -all a.llmq\n# /save -history h.llmq\n",
                Files.readString(folder.resolve("h.llmq")));
    }

    @Test
    void aScriptThatFailsHasHappenedUpToThere() throws IOException {
        Files.writeString(folder.resolve("my file.llmq"), "let a = 1\na + b\nlet c = 2\n");
        assertTrue(dialogue.answer("/open \"my file.llmq\"").startsWith("error[E101] my file.llmq:2:5: "));
        assertEquals("1   let a = 1\ne1  a + b  # there is no field or measure 'b'\n",
                dialogue.answer("/list -all").replaceAll("(?<='b').*", ""));
    }

    /** What is typed; what the last of it prints, a tilde for a line end. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            /run p.llmq                           | param limit = 3~param who = 'x'~limit + 1~$1 = 4~~who~$2 = x~
            /run p.llmq limit=7                   | param limit = 3~limit = 7~param who = 'x'~limit + 1~$1 = 8~~who~$2 = x~
            /run p.llmq LIMIT=7 who='Mistral AI'  | param limit = 3~limit = 7~param who = 'x'~who = "Mistral AI"~limit + 1~$1 = 8~~who~$2 = Mistral AI~
            /run "p.llmq" who="a=b"               | param limit = 3~param who = 'x'~who = "a=b"~limit + 1~$1 = 4~~who~$2 = a=b~
            /run my file.llmq limit=7             | param limit = 3~limit = 7~limit~$1 = 7~
            /run 'my file.llmq' limit=7           | param limit = 3~limit = 7~limit~$1 = 7~
            /run p.llmq lmit=7                    | error[E403]: the script has no parameter 'lmit'~  help: did you mean 'limit'?~
            /run p.llmq a=7 b=8                   | error[E403]: the script has no parameter 'a'~  help: it has: limit, who~error[E403]: the script has no parameter 'b'~  help: it has: limit, who~
            /run p.llmq limit=7 limit=8           | error[E405]: the parameter limit is given twice~  help: it is used as /run FILE [NAME=VALUE ...]~
            /run p.llmq limit = 7                 | error[E405]: 'limit' is no parameter; one is given as NAME=VALUE, without spaces~  help: it is used as /run FILE [NAME=VALUE ...]~
            /run gone.llmq limit=7                | error[E301]: cannot read 'gone.llmq': there is no such file~
            /run limit=7                          | error[E301]: cannot read 'limit=7': there is no such file~
            /run 'my file.llmq limit=7            | error[E405]: this quote is not closed~  │ /run 'my file.llmq limit=7~  │      ^^^^^^^^^^^^^^^^^^^^^~  help: a name or a value with spaces stands between two '~
            /run p.llmq who="x                    | error[E405]: this quote is not closed~  │ /run p.llmq who="x~  │                 ^^~  help: a name or a value with spaces stands between two "~
            /run p.llmq who=it's                  | param limit = 3~param who = 'x'~who = "it's"~limit + 1~$1 = 4~~who~$2 = it's~
            /run /dev/zero                        | error[E301]: cannot read '/dev/zero': it is no plain file~
            /open /dev/null                       | error[E301]: cannot read '/dev/null': it is no plain file~
            /run .                                | error[E301]: cannot read '.': it is a folder~
            /run                                  | error[E405]: /run needs a file~  help: it is used as /run FILE [NAME=VALUE ...]~
            /run p.llmq limit=7 ¦ /run p.llmq     | param limit = 3~param who = 'x'~limit + 1~$3 = 4~~who~$4 = x~
            /run p.llmq limit=7 ¦ param limit = 2 ¦ limit | $3 = 2~
            /run p.llmq limit=7 ¦ limit           | $3 = 7~
            /run p.llmq limit=7 ¦ /undo ¦ /undo ¦ /undo ¦ param limit = 3 ¦ limit | $1 = 3~
            /run p.llmq limit=7 ¦ /list           | 1  param limit = 7~2  param who = 'x'~3  limit + 1  # $1~4  who  # $2~
            /run p.llmq limit=7 ¦ /reload ¦ limit | $3 = 7~
            /open p.llmq limit=7                  | opened p.llmq: 4 statements~
            /open p.llmq limit=7 ¦ $1             | $3 = 8~
            """)
    void aScriptTakesParametersAsInAShell(String typed, String expected) throws IOException {
        Files.writeString(folder.resolve("p.llmq"), "param limit = 3\nparam who = 'x'\nlimit + 1;\nwho\n");
        Files.writeString(folder.resolve("my file.llmq"), "param limit = 3\nlimit\n");
        assertEquals(expected.replace('~', '\n'), answers(dialogue, typed.split(" ¦ ")));
    }

    @Test
    void editsInAnotherProgramAndRunsWhatChanged() throws IOException {
        Dialogue with = new Dialogue(folder, Map.of("EDITOR", "ed -x"), null, false);
        answers(with, "let a = 1", "a + 1", "a + 2");
        with.setGuest(program -> {
            assertEquals(List.of("ed", "-x"), program.subList(0, 2));
            Path file = Path.of(program.get(2));
            assertEquals("let a = 1;\na + 1;\na + 2\n", Files.readString(file));
            Files.writeString(file, "let a = 10;\na + 1;\na + 3\n");
            return 0;
        });
        assertEquals("let a = 10;\na + 3\n$3 = 13\n", with.answer("/edit"));
        with.setGuest(program -> 0);
        assertEquals("nothing was changed, so nothing is run\n", with.answer("/edit 2"));
        with.setGuest(program -> {
            assertEquals("let a = 1\nlet a = 10\n", Files.readString(Path.of(program.get(2))));
            return 0;
        });
        assertEquals("nothing was changed, so nothing is run\n", with.answer("/edit a"));
        with.setGuest(program -> 3);
        assertEquals("error[E405]: the editor ed ended with status 3, so nothing is run\n", with.answer("/edit 2"));
    }

    @Test
    void whatDoesNotParseCanBeEditedAgain() {
        Dialogue with = new Dialogue(folder, Map.of("VISUAL", "vi", "EDITOR", "ed"), null, false);
        answers(with, "1 + 1");
        with.setGuest(program -> {
            Files.writeString(Path.of(program.get(1)), "1 + + )");
            return program.get(0).equals("vi") ? 0 : 1;
        });
        assertTrue(with.answer("/edit 1").contains("error[E001]"));
        assertEquals("1 + + )", with.desk().transcript().find("e1").get(0).text());
    }

    @Test
    void settingsAreKeptAndSayWhereTheyComeFrom() throws IOException {
        Path file = Files.createDirectories(folder.resolve("config")).resolve("settings");
        Files.writeString(file, "# mine\nformat = csv\n\n");
        Dialogue first = kept();
        first.answer("/set rows 7");
        first.answer("/set prompt '? '");
        first.answer("/set format default");
        assertEquals("# mine\n\nrows = 7\nprompt = \"? \"\n", Files.readString(file));
        Dialogue second = kept();
        assertEquals(List.of("7", "? ", "table"), Stream.of(Setting.ROWS, Setting.PROMPT, Setting.FORMAT)
                .map(second.desk().settings()::get).toList());
        String page = second.answer("/set");
        assertTrue(page.contains("│ rows     │ 7      │ "), page);
        assertTrue(page.contains("│ theme    │ auto   │ default"), page);
        assertEquals(7, second.answer("list models show name").lines().filter(line -> line.startsWith("│")).count() - 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            colour = red    | FILE:1: there is no setting 'colour'; the line is left aside
            fedback = silent | FILE:1: there is no setting 'fedback'; did you mean 'feedback'?
            rows = lots     | FILE:1: 'lots' is no number of rows; it takes a whole number from 0 to 100000; 0 shows all
            rows            | FILE:1: a setting is written rows = VALUE
            """)
    void aBrokenLineOfTheSettingsIsAWarning(String line, String warning) throws IOException {
        Path file = Files.createDirectories(folder.resolve("config")).resolve("settings");
        Files.writeString(file, line + "\nformat = json\n");
        Dialogue one = kept();
        assertEquals(warning.replace("FILE", file.toString()), unwrapped(one.seen()));
        assertEquals("2\n", one.answer("1 + 1"));
    }

    /** A message names files, whose names are as long as they are. */
    private static String unwrapped(String message) {
        return message.strip().replaceAll("\n *", " ");
    }

    @Test
    void aScreenFullOfBrokenSettingsIsNotNamedWhole() throws IOException {
        Path file = Files.createDirectories(folder.resolve("config")).resolve("settings");
        Files.writeString(file, "of = tomorrow\n".repeat(50) + "digits = 5\n");
        Dialogue one = kept();
        assertTrue(unwrapped(one.seen()).endsWith("and 46 more lines that are left aside"), one.seen());
        assertEquals("$1 = 0.66667\n", one.answer("2 / 3"));
    }

    @Test
    void aStartUpScriptThatIsStoppedKeepsNobodyOut() throws IOException {
        Files.writeString(folder.resolve("start.llmq"), "let own = 41\nrank models by mmlu\nlet other = 1\n");
        Dialogue first = kept();
        first.answer("/set start start.llmq");
        Dialogue second = kept();
        second.answer("1");
        second.desk().open(() -> true);
        assertTrue(second.seen().contains("error[E203]"), second.seen());
        assertTrue(unwrapped(second.seen()).contains("start.llmq did not run to its end; /set start names another, or none"),
                second.seen());
        assertEquals("$3 = 42\n", second.answer("own + 1"));
    }

    @Test
    void aStartUpScriptIsAPlainFile() throws IOException {
        Path file = Files.createDirectories(folder.resolve("config")).resolve("settings");
        Files.writeString(file, "start = /dev/zero\n");
        Dialogue one = kept();
        assertEquals("error[E301]: cannot read '/dev/zero': it is no plain file the start-up script /dev/zero did not run"
                + " to its end; /set start names another, or none", unwrapped(one.seen()));
        assertEquals("error[E301]: cannot read '/dev/null': it is no plain file\n", one.answer("/set start /dev/null"));
        assertEquals("$1 = 2\n", one.answer("1 + 1"));
    }

    @Test
    void aSettingThatIsKeptSaysSo() {
        assertEquals("paper is now dark, in later sessions too", kept().answer("/set paper dark").strip());
        assertEquals("paper is now light", kept().answer("/set paper default").strip());
    }

    @Test
    void settingsThatAreNoneAreAWarningAndLeftAlone() throws IOException {
        Path file = Files.createDirectories(folder.resolve("config")).resolve("settings");
        Files.write(file, new byte[] {(byte) 0xFF, 1});
        Dialogue one = kept();
        assertEquals("the settings in " + file + " are left aside: it is not UTF-8 text", unwrapped(one.seen()));
        assertEquals("rows is set for this session only: the settings in " + file
                + " are left aside: it is not UTF-8 text rows is now 3", unwrapped(one.answer("/set rows 3")));
        assertEquals(2, Files.size(file));
        Files.delete(file);
        Files.createSymbolicLink(file, file);
        assertEquals("the settings in " + file + " are left aside: it is a link that leads to no file",
                unwrapped(kept().seen()));
        kept().answer("/set rows 3");
        assertTrue(Files.isSymbolicLink(file));
    }

    @Test
    void aStartUpScriptRunsFirstAndAfterAReset() throws IOException {
        Files.writeString(folder.resolve("start.llmq"), "let own = 41\n");
        Dialogue first = kept();
        assertTrue(first.answer("/set start none.llmq").startsWith("error[E301]"));
        first.answer("/set start start.llmq");
        Dialogue second = kept();
        assertEquals("$1 = 42\n", second.answer("own + 1"));
        answers(second, "/reset");
        assertEquals("$1 = 42\n", second.answer("own + 1"));
        assertEquals("s1  let own = 41\n1   own + 1  # $1\n", second.answer("/list -all"));
        answers(second, "/undo");
        assertEquals("error[E405]: there is nothing to take back\n", answers(second, "/undo", "/undo", "/undo"));
        Files.writeString(folder.resolve("start.llmq"), "let own = nothing\n");
        Dialogue third = kept();
        assertTrue(unwrapped(third.seen()).contains("did not run to its end"), third.seen());
        assertEquals("$1 = 2\n", third.answer("1 + 1"));
    }

    @Test
    void theLastSessionCanBeRestored() throws IOException {
        Dialogue first = kept();
        answers(first, "let a = 2", "nonsense", "a + 1");
        Files.createDirectories(folder.resolve("config"));
        first.desk().close();
        Dialogue second = kept();
        answers(second, "let b = 3");
        assertEquals("ran 3 statements again\n", second.answer("/reload -restore"));
        assertEquals("$2 = 5\n", second.answer("a + b"));
    }

    @ParameterizedTest
    @CsvSource({"/save f.llmq", "/open f.llmq", "/run f.llmq", "/edit", "/reload -restore", "/set start f.llmq"})
    void theSandboxHolds(String line) throws IOException {
        Files.writeString(folder.resolve("f.llmq"), "1 + 1");
        Dialogue boxed = new Dialogue(folder, Map.of("EDITOR", "vi"), folder.resolve("config"), true);
        answers(boxed, "2 + 2", "/set rows 3");
        assertTrue(boxed.answer(line).startsWith("error[E306]: in the sandbox no file is "));
        boxed.desk().close();
        assertEquals("1 + 1", Files.readString(folder.resolve("f.llmq")));
        assertFalse(Files.exists(folder.resolve("config")));
    }

    @Test
    void theLastResultIsShownWhole() {
        dialogue.answer("list models show name");
        String all = dialogue.answer("/last");
        assertEquals(dialogue.desk().transcript().lastResult().result().table().rows() + 4,
                all.lines().filter(line -> line.startsWith("│") || line.startsWith("┌") || line.startsWith("├")
                        || line.startsWith("└")).count());
        dialogue.answer("list models where name = 'DBRX Base'");
        String sideways = dialogue.answer("/last");
        assertFalse(sideways.contains("hidden"), sideways);
        assertTrue(sideways.contains("hellaswag: "), sideways);
    }

    @Test
    void theLastResultIsSafeOnTheScreenInEveryFormat() throws IOException {
        Files.writeString(folder.resolve("c.csv"), "c\nx\u001b[31m\u009b\u202e\n");
        dialogue.answer("load 'c.csv' as t");
        dialogue.answer("list t");
        assertEquals("c\nx\\x1b[31m\\x9b\\u202e\n", dialogue.answer("/last csv"));
        dialogue.answer("/set format json");
        assertEquals("[\n  {\"c\": \"x\\u001b[31m\\u009b\\u202e\"}\n]\n", dialogue.answer("list t"));
    }

    @Test
    void whatIsLongGoesThroughThePager() {
        Dialogue paging = new Dialogue(folder, Map.of("PAGER", "most -w"), null, false);
        StringBuilder seen = new StringBuilder();
        paging.setGuest(program -> {
            seen.append(program.subList(0, 2)).append(Files.readString(Path.of(program.get(2))).lines().count() > 100);
            return 0;
        });
        paging.answer("list models show name");
        assertEquals("", paging.answer("/last"));
        assertEquals("[most, -w]true", seen.toString());
        paging.setGuest(program -> 137);
        assertEquals("", paging.answer("/last"));
        paging.setGuest(program -> 1);
        assertTrue(paging.answer("/last").length() > 1000);
        paging.answer("/set pager off");
        assertTrue(paging.answer("/last").length() > 1000);
        paging.answer("/set pager gone");
        paging.setGuest(program -> {
            throw new IOException("no such program");
        });
        assertTrue(paging.answer("/last").startsWith("the pager gone cannot be started; /set pager names another\n"));
        paging.answer("1 + 1");
        assertEquals("2\n", paging.answer("/last"));
    }

    private static Stream<PromptCommand> all() {
        return Commands.all().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyCommandIsDocumented(PromptCommand command) {
        String list = dialogue.answer("/help");
        assertTrue(list.contains("  " + command.name() + " ") && list.contains(command.summary().substring(0, 20)), list);
        if (!command.name().equals("/!")) {
            String page = dialogue.answer("/help " + command.name());
            assertEquals(page, dialogue.answer("/help " + command.name().substring(1)));
            assertTrue(page.startsWith("usage     " + command.usage() + "\n"), page);
            for (String example : command.examples()) {
                assertTrue(page.contains(example), example);
            }
        }
    }

    /** Every example of a page can be typed as it stands. */
    @TestFactory
    List<DynamicTest> examplesOfPages() {
        List<DynamicTest> tests = new ArrayList<>();
        all().forEach(command -> tests.add(dynamicTest(command.name(), () -> types(command.examples()))));
        for (Setting setting : Setting.values()) {
            tests.add(dynamicTest(setting.word(), () -> {
                types(setting.examples());
                // Of a word that describe has a page on as well, /help has that.
                String page = dialogue.answer("/set " + setting.word());
                setting.examples().forEach(example -> assertTrue(page.contains(example), page));
                assertTrue(setting.examples().stream().anyMatch(example -> example.startsWith("/set "
                        + setting.word())));
            }));
        }
        return tests;
    }

    private void types(List<String> examples) throws IOException {
        assertFalse(examples.isEmpty());
        Path own = Files.createTempDirectory(shared, "e");
        for (String example : examples) {
            Files.writeString(own.resolve("best.llmq"), "param limit = 3T; param who = 'x'; limit\n");
            Files.writeString(own.resolve("my-lesson.llmq"), "#: exercise Sum\n# Add.\n#: hint A sign.\n1 + 1\n");
            Dialogue before = new Dialogue(own, Map.of("HOME", own.toString()), own.resolve("config"), false);
            before.answer("1 + 1");
            before.desk().close();
            Dialogue one = new Dialogue(own, Map.of("EDITOR", "ed"), own.resolve("config"), false);
            one.setGuest(program -> 0);
            answers(one, "let strong = models where mmlu > 50", "let efficiency = mmlu / flops", "nonsense", "let nonsense = 5", "1 + 1",
                    "2 + 2");
            if (List.of("/hint", "/skip", "/goal").contains(example)) {
                one.run("/lesson my-lesson.llmq");
            }
            one.run(example.replace("~/", ""));
        }
    }

    /** What is asked for; the first word of the page, or all of the error. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            commands   | Commands
            settings   | Settings
            statements | ┌
            fields     | models
            functions  | ┌
            units      | ┌
            errors     | ┌
            notes      | ┌
            sources    | ┌
            names      | ┌
            fits       | ┌
            E101       | code
            mmlu       | field
            skill      | function
            rank       | statement
            digits     | setting
            save       | usage
            /save      | usage
            /sav       | usage
            DBRX Base  | DBRX Base
            hlep       | error[E101]: there is nothing called 'hlep'~  help: did you mean 'help'?~
            feedbck    | error[E101]: there is nothing called 'feedbck'~  help: did you mean 'feedback'?~
            mmul       | error[E101]: there is nothing called 'mmul'~  help: did you mean 'mmlu'?~
            setings    | error[E101]: there is nothing called 'setings'~  help: did you mean 'settings'?~
            E999       | error[E101]: there is nothing called 'E999'~
            xyzzy      | error[E101]: there is nothing called 'xyzzy'~  help: /help lists the commands, describe what else there is~
            (          | error[E101]: there is nothing called '('~  help: /help lists the commands, describe what else there is~
            no such word at all | error[E101]: there is nothing called 'no such word at all'~
            """)
    void helpKnowsEveryTopic(String topic, String expected) {
        String printed = dialogue.answer("/help " + topic);
        assertEquals(expected, printed.replace('\n', '~').substring(0, Math.min(expected.length(), printed.length())));
    }

    @Test
    void helpTellsOfSettingsAndOfWhatDescribeKnows() {
        assertEquals(dialogue.answer("/help exit"), dialogue.answer("?quit"));
        assertTrue(dialogue.answer("/help rows").contains("takes     NUMBER"));
        assertEquals(dialogue.answer("describe mmlu").replaceFirst("\\$1\n", ""), dialogue.answer("/help mmlu"));
        for (String line : List.of("help mmlu", "?mmlu", "? mmlu ;", "help(mmlu)", "/help  mmlu")) {
            assertEquals(dialogue.answer("/help mmlu"), dialogue.answer(line), line);
        }
        assertTrue(dialogue.answer("?Llama 2 70B").contains("Llama 2 70B"));
        assertEquals("$2 = 2\n", dialogue.answer("1 + 1"));
    }

    @Test
    void whatWorkedIsWrittenDownEvenIfItsPrintingIsStopped() {
        AtomicInteger asked = new AtomicInteger();
        int until = 0;
        do {
            until++;
            asked.set(until);
            dialogue.desk().command("/reset", null, Cancel.never());
            try {
                dialogue.desk().evaluate("list models show name", () -> asked.decrementAndGet() < 0);
            } catch (LlmqException e) {
                assertEquals(ErrorCode.E203, e.diagnostics().get(0).code());
            }
            assertEquals(1, dialogue.desk().transcript().all().size());
            Snippet only = dialogue.desk().transcript().all().get(0);
            assertEquals(only.worked(), only.resultNumber() == 1);
        } while (asked.get() < 0 && until < 1000);
        assertTrue(dialogue.desk().transcript().all().get(0).worked());
    }

    @Test
    void theTranscriptKeepsItsOwnNumbersPerKind() {
        answers(dialogue, "1 + 1; nonsense", "2 + 2");
        assertEquals(List.of("1", "e1", "2"),
                dialogue.desk().transcript().all().stream().map(Snippet::id).toList());
    }
}
