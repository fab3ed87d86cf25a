package llmq.cli;
import java.nio.file.*; import java.util.*;
import llmq.lesson.*; import llmq.document.Block;
public class TryLesson { 
  public static void main(String[] a) throws Exception {
    Path dir = Path.of("/tmp/tt");
    Path state = Files.createTempDirectory("st");
    Dialogue d = new Dialogue(dir, Map.of("XDG_STATE_HOME", state.toString()), null, false);
    List<String> lines = new ArrayList<>();
    if (a[0].matches("[0-9]")) {
      for (int i = 1; i < a.length; i++) lines.add(a[i]);
      Lesson l = Course.builtIn().lesson(Integer.parseInt(a[0]));
      lines.add("/lesson " + a[0]);
      for (Part p : l.parts()) { if (p instanceof Part.Task t) { if (t.exercise().guess() != null) lines.add("5"); for (Block.Code c : t.exercise().answer()) lines.add(c.text()); } 
        lines.add(""); }
    } else lines = Files.readAllLines(Path.of(a[0]));
    for (String line : lines) { System.out.println("llmq> " + line); if (line.equals("^D")) { d = new Dialogue(dir, Map.of("XDG_STATE_HOME", state.toString()), null, false); continue; } try { System.out.print(d.answer(line)); } catch (Throwable t) { t.printStackTrace(System.out);} }
    System.out.print(Files.readString(state.resolve("llmq/lessons")));
  } }
