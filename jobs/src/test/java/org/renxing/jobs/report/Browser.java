package org.renxing.jobs.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * Chromium without a window, on a report. It is no part of the product: where Chromium or its
 * driver is not installed, tests are aborted, and the build tells of them. Nothing is downloaded,
 * and the browser resolves no name of a host.
 */
public final class Browser implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final String AXE = "/axe.min.js";

  private final ChromeDriver driver;
  private final Path index;
  private final Path downloads;

  private Browser(ChromeDriver driver, Path index, Path downloads) {
    this.driver = driver;
    this.index = index;
    this.downloads = downloads;
  }

  /** Aborts a test where there is no browser; in a method before each, so that all are told of. */
  public static void requireInstalled() {
    if (program("chromium").isEmpty() || program("chromedriver").isEmpty()) {
      Assumptions.abort("left out: no chromium or no chromedriver on this machine");
    }
  }

  /**
   * Starts a browser for a report; downloads go to a folder.
   *
   * @throws org.opentest4j.TestAbortedException where it is not installed
   */
  public static Browser of(Path report, Path downloads) {
    requireInstalled();
    ChromeOptions options = new ChromeOptions();
    options.setBinary(program("chromium").orElseThrow().toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--lang=en-GB",
        "--host-resolver-rules=MAP * ~NOTFOUND");
    options.setExperimentalOption(
        "prefs",
        Map.of(
            "download.default_directory",
            downloads.toAbsolutePath().toString(),
            "profile.default_content_setting_values.automatic_downloads",
            1));
    options.setExperimentalOption(
        "perfLoggingPrefs", Map.of("enableNetwork", true, "enablePage", false));
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(program("chromedriver").orElseThrow().toFile())
            .usingAnyFreePort()
            .build();
    ChromeDriver driver = new ChromeDriver(service, options);
    driver.manage().timeouts().scriptTimeout(LIMIT);
    return new Browser(driver, report.resolve("index.html").toAbsolutePath(), downloads);
  }

  private static Optional<Path> program(String name) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .filter(part -> !part.isEmpty())
        .map(part -> Path.of(part, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Override
  public void close() {
    driver.quit();
  }

  /** Loads the report anew, with a state such as {@code page=map&lang=en}. */
  public void load(String state) {
    driver.get("about:blank");
    driver.get(index.toUri() + "#" + state);
    await("the page is shown", "return document.documentElement.dataset.ready === 'true'");
  }

  /** Shows another state, as a link does. */
  public void show(String state) {
    driver.executeScript(
        "delete document.documentElement.dataset.ready; location.hash = arguments[0];", state);
    await(state, "return document.documentElement.dataset.ready === 'true'");
  }

  /** Makes the page so wide and high, in pixels of CSS. */
  public void size(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Waits until a script returns true. */
  public void await(String what, String script, Object... arguments) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!Boolean.TRUE.equals(driver.executeScript(script, arguments))) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited in vain: " + what + "; " + complaints());
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What a script returns. */
  public Object ask(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** The first element of a selector of CSS. */
  public WebElement element(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  /** The text of an element, as it is shown. */
  public String text(String selector) {
    return element(selector).getText();
  }

  /** Presses keys where the focus is. */
  public void press(CharSequence... keys) {
    driver.switchTo().activeElement().sendKeys(keys);
  }

  /** Moves the focus by the tab key until it is on an element of a selector. */
  public void tabTo(String selector) {
    for (int i = 0; i < 200; i++) {
      if (Boolean.TRUE.equals(
          ask("return document.activeElement.matches(arguments[0])", selector))) {
        return;
      }
      press(Keys.TAB);
    }
    throw new AssertionError("the tab key does not come to " + selector);
  }

  /** The state in the address. */
  public String state() {
    return (String) ask("return location.hash.slice(1)");
  }

  /** Goes back, as the button of the browser does. */
  public void back() {
    driver.navigate().back();
  }

  /** Waits for a download, and reads it. */
  public byte[] download(String name) {
    long end = System.nanoTime() + LIMIT.toNanos();
    Path file = downloads.resolve(name);
    try {
      while (!Files.exists(file) || Files.size(file) == 0) {
        if (System.nanoTime() > end) {
          throw new AssertionError("no download " + name);
        }
        pause();
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the console says since it was asked last: errors and warnings. */
  public List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  /** Addresses that were asked for over any protocol, since this was asked last. */
  public List<String> requests() {
    List<String> out = new ArrayList<>();
    for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
      JsonNode message = json(entry.getMessage()).path("message");
      if (message.path("method").asText().equals("Network.requestWillBeSent")) {
        out.add(message.path("params").path("request").path("url").asText());
      }
    }
    return out;
  }

  /**
   * What axe finds against the accessibility of the page as it is now, one line a place. What is
   * drawn is left out: a figure is one picture with a text for readers that do not see it.
   *
   * @param isOfColours whether contrasts are looked at too, which takes most of the time
   */
  public List<String> violations(boolean isOfColours) {
    if (!Boolean.TRUE.equals(ask("return Boolean(window.axe)"))) {
      driver.executeScript(resource(AXE));
    }
    Object found =
        driver.executeAsyncScript(
            """
            const [ofColours, done] = arguments;
            axe.run({ exclude: [".figure > *"] }, {
              resultTypes: ["violations"], preload: false,
              rules: { "color-contrast": { enabled: ofColours } }
            }).then((all) =>
              done(all.violations.flatMap((v) => v.nodes.map((n) =>
                v.id + " (" + v.help + "): " + n.target.join(" ") + ": "
                  + n.any.concat(n.all, n.none).map((c) => c.message).join("; ")))),
              (e) => done(["axe: " + e.message]));
            """,
            isOfColours);
    return ((List<?>) found).stream().map(String::valueOf).toList();
  }

  /** Elements for which the page would scroll sideways; none where it does not. */
  public List<String> tooWide() {
    Object found =
        ask(
            """
            const page = document.documentElement;
            if (page.scrollWidth <= page.clientWidth) return [];
            const wide = [...document.body.querySelectorAll("*")]
              .filter((e) => !e.closest(".figure > *, .scroll > *"))
              .filter((e) => e.getBoundingClientRect().right > page.clientWidth + 0.5)
              .map((e) => e.tagName + "#" + e.id + "." + e.className + " " + e.getBoundingClientRect().right);
            return ["page " + page.scrollWidth].concat(wide);
            """);
    return ((List<?>) found).stream().map(String::valueOf).toList();
  }

  /** A picture of the whole page. */
  public byte[] picture() {
    Map<String, Object> shot =
        driver.executeCdpCommand(
            "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
    return Base64.getDecoder().decode((String) shot.get("data"));
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = Browser.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
