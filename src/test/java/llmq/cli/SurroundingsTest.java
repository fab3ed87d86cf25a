package llmq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurroundingsTest {

    /** What the launcher tells; what is known from it. A window that says nothing has the usual size. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''            | false false false 0x0
            ie            | true false true 0x0
            'oie 50 132'  | true true true 132x50
            'oe '         | false true true 80x24
            'oe 0 0'      | false true true 80x24
            'oe 24 wide'  | false true true 80x24
            """)
    void takesTheLaunchersWordForTheTerminal(String told, String expected) {
        World.Terminals terminals = Surroundings.terminals(told, Map.of("COLUMNS", "7"));
        assertEquals(expected, terminals.in() + " " + terminals.out() + " " + terminals.err() + " "
                + terminals.columns() + "x" + terminals.rows());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            /named | /java | /named
            ''     | /java | /java
            -      | /java | /java
            /named | -     | /named
            -      | -     | -
            """)
    void theEnvironmentNamesTheHome(String named, String otherwise, Path expected) {
        assertEquals(expected, Surroundings.home(named == null ? Map.of() : Map.of("HOME", named), otherwise));
    }
}
