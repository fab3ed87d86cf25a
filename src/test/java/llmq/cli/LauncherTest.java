package llmq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code src/test/sh/launcher.sh} on the launcher and a jar of the classes under test. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    @Test
    void launcherStartsLlmq(@TempDir Path folder) throws Exception {
        Path jar = folder.resolve("llmq.jar");
        Path changed = folder.resolve("changed.jar");
        pack(jar, null);
        pack(changed, "changed");
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder("sh", "src/test/sh/launcher.sh", Path.of("scripts/llmq").toString(),
                jar.toString(), changed.toString(), System.getProperty("java.home"))
                .redirectErrorStream(true).redirectOutput(output.toFile()).start();
        process.getOutputStream().close();
        boolean ended = process.waitFor(3, TimeUnit.MINUTES);
        process.destroyForcibly();
        List<String> wrong = Files.readAllLines(output).stream().filter(line -> !line.startsWith("ok: ")).toList();
        assertEquals(List.of(), wrong);
        assertEquals("ended with 0", ended ? "ended with " + process.exitValue() : "did not end");
    }

    /** The classes and the libraries in one jar, as the build makes it. @param extra one more entry, or null */
    private static void pack(Path jar, String extra) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "llmq.Main");
        Path classes = Path.of("target/classes");
        try (OutputStream file = Files.newOutputStream(jar); JarOutputStream out = new JarOutputStream(file, manifest);
                Stream<Path> paths = Files.walk(classes)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(path).toString()));
                Files.copy(path, out);
                out.closeEntry();
            }
            if (extra != null) {
                out.putNextEntry(new JarEntry(extra));
                out.closeEntry();
            }
            for (String path : System.getProperty("java.class.path").split(File.pathSeparator)) {
                if (path.contains("antlr4-runtime") || path.contains("jline")) {
                    copy(Path.of(path), out);
                }
            }
        }
    }

    private static void copy(Path library, JarOutputStream out) throws IOException {
        try (JarInputStream in = new JarInputStream(Files.newInputStream(library))) {
            for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
                String name = entry.getName();
                boolean needed = name.endsWith(".class") ? !name.contains("module-info") && !name.startsWith("META-INF/")
                        : !entry.isDirectory() && (name.contains("/nativ/") || name.startsWith("META-INF/jline/"));
                if (needed) {
                    out.putNextEntry(new JarEntry(entry.getName()));
                    in.transferTo(out);
                    out.closeEntry();
                }
            }
        }
    }
}
