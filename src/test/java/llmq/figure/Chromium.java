package llmq.figure;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser without a window, spoken to by the protocol of its developer tools. */
final class Chromium implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
    private static final int SECONDS = 30;

    private final Process process;
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<String>> answers = new ConcurrentHashMap<>();
    private final List<String> events = Collections.synchronizedList(new ArrayList<>());
    private int last;

    private Chromium(Process process, String address) throws Exception {
        this.process = process;
        this.socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(URI.create(address), new Listener())
                .get(SECONDS, TimeUnit.SECONDS);
    }

    /** Where the browser is; {@code null} on a machine without one. */
    static Path found() {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            for (String name : NAMES) {
                Path file = Path.of(folder, name);
                if (Files.isExecutable(file)) {
                    return file;
                }
            }
        }
        return null;
    }

    static Chromium start(Path folder) throws Exception {
        Process process = new ProcessBuilder(found().toString(), "--headless", "--no-sandbox", "--disable-gpu",
                "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--remote-debugging-port=0", "--user-data-dir=" + folder.resolve("profile"), "about:blank")
                .redirectErrorStream(true).start();
        try {
            String port = port(process);
            return new Chromium(process, address(port));
        } catch (Exception failure) {
            process.destroyForcibly();
            throw failure;
        }
    }

    private static String port(Process process) throws IOException {
        BufferedReader said = new BufferedReader(new InputStreamReader(process.getInputStream(),
                StandardCharsets.UTF_8));
        Pattern listening = Pattern.compile("ws://127\\.0\\.0\\.1:(\\d+)/");
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher matcher = listening.matcher(line);
            if (matcher.find()) {
                Thread reader = new Thread(() -> said.lines().forEach(ignored -> { }), "chromium");
                reader.setDaemon(true);
                reader.start();
                return matcher.group(1);
            }
        }
        throw new IOException("the browser ended at once");
    }

    private static String address(String port) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        for (int i = 0; i < 100; i++) {
            String pages = client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                    .build(), HttpResponse.BodyHandlers.ofString()).body();
            Matcher matcher = Pattern.compile("\"webSocketDebuggerUrl\": *\"(ws://[^\"]*/page/[^\"]*)\"")
                    .matcher(pages);
            if (matcher.find()) {
                return matcher.group(1);
            }
            Thread.sleep(50);
        }
        throw new IOException("the browser has no page");
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean whole) {
            text.append(part);
            if (whole) {
                String message = text.toString();
                text.setLength(0);
                Matcher id = Pattern.compile("^\\{\"id\":(\\d+),").matcher(message);
                if (id.find()) {
                    answers.remove(Integer.parseInt(id.group(1))).complete(message);
                } else {
                    events.add(message);
                }
            }
            from.request(1);
            return null;
        }
    }

    /** @param parameters as JSON @return the answer, as JSON */
    String send(String method, String parameters) throws Exception {
        int id = ++last;
        CompletableFuture<String> answer = new CompletableFuture<>();
        answers.put(id, answer);
        socket.sendText("{\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + parameters + "}", true);
        String text = answer.get(SECONDS, TimeUnit.SECONDS);
        if (text.contains("\"error\":{")) {
            throw new AssertionError(method + ": " + text);
        }
        return text;
    }

    /** Opens a file and takes down what it asks for and complains of. */
    void open(Path file, int width, boolean dark) throws Exception {
        send("Page.enable", "{}");
        send("Network.enable", "{}");
        send("Runtime.enable", "{}");
        send("Log.enable", "{}");
        send("Emulation.setDeviceMetricsOverride", "{\"width\":" + width
                + ",\"height\":900,\"deviceScaleFactor\":1,\"mobile\":false}");
        send("Emulation.setEmulatedMedia", "{\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\""
                + (dark ? "dark" : "light") + "\"}]}");
        events.clear();
        send("Page.navigate", "{\"url\":\"" + file.toUri() + "\"}");
        for (int i = 0; i < SECONDS * 20 && !heard("\"method\":\"Page.loadEventFired\""); i++) {
            Thread.sleep(50);
        }
    }

    boolean heard(String part) {
        synchronized (events) {
            return events.stream().anyMatch(event -> event.contains(part));
        }
    }

    /** What was asked for since the page was opened. */
    List<String> requests() {
        return matches("\"method\":\"Network.requestWillBeSent\"", "\"request\":\\{\"url\":\"([^\"]*)\"");
    }

    /** What went wrong since. */
    List<String> complaints() {
        List<String> all = matches("\"method\":\"Runtime.exceptionThrown\"", "(.*)");
        all.addAll(matches("\"method\":\"Log.entryAdded\"", "(.*)"));
        all.addAll(matches("\"method\":\"Runtime.consoleAPICalled\"", "(.*)"));
        return all;
    }

    private List<String> matches(String kind, String pattern) {
        List<String> found = new ArrayList<>();
        synchronized (events) {
            for (String event : events) {
                Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(event);
                if (event.contains(kind) && matcher.find()) {
                    found.add(matcher.group(1));
                }
            }
        }
        return found;
    }

    /** What an expression of the page's language comes to, as a text. */
    String say(String expression) throws Exception {
        String code = ("String(" + expression + ")").replace("\\", "\\\\").replace("\"", "\\\"");
        String answer = send("Runtime.evaluate", "{\"expression\":\"" + code + "\"}");
        Matcher matcher = Pattern.compile("\"value\":\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(answer);
        if (!matcher.find() || answer.contains("exceptionDetails")) {
            throw new AssertionError(expression + ": " + answer);
        }
        return matcher.group(1).replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\");
    }

    double number(String expression) throws Exception {
        return Double.parseDouble(say(expression));
    }

    void mouse(String type, double x, double y, String more) throws Exception {
        send("Input.dispatchMouseEvent", "{\"type\":\"" + type + "\",\"x\":" + x + ",\"y\":" + y + more + "}");
    }

    void click(double x, double y) throws Exception {
        mouse("mouseMoved", x, y, "");
        mouse("mousePressed", x, y, ",\"button\":\"left\",\"clickCount\":1");
        mouse("mouseReleased", x, y, ",\"button\":\"left\",\"clickCount\":1");
    }

    void key(String key, String text) throws Exception {
        send("Input.dispatchKeyEvent", "{\"type\":\"keyDown\",\"key\":\"" + key + "\",\"text\":\"" + text + "\"}");
        send("Input.dispatchKeyEvent", "{\"type\":\"keyUp\",\"key\":\"" + key + "\"}");
    }

    @Override
    public void close() throws Exception {
        try {
            send("Browser.close", "{}");
            process.waitFor(SECONDS, TimeUnit.SECONDS);
        } finally {
            process.destroyForcibly().waitFor(SECONDS, TimeUnit.SECONDS);
        }
    }
}
