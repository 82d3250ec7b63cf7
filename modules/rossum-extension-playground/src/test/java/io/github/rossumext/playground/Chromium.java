package io.github.rossumext.playground;

import static org.assertj.core.api.Assertions.fail;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Debian's Chromium, one for all tests: its start takes longer than most of them. */
final class Chromium {
  private static final List<String> OPTIONS =
      List.of(
          "--headless=new",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-background-networking",
          "--disable-dev-shm-usage",
          "--hide-scrollbars",
          "--force-device-scale-factor=1");

  private static @Nullable ChromeDriver driver;

  private Chromium() {}

  /**
   * Returns the browser. If it is missing, the tests fail under CI; elsewhere they are skipped with
   * a clear message.
   */
  static synchronized ChromeDriver driver() {
    ChromeDriver running = driver;
    if (running == null) {
      running = start();
      Runtime.getRuntime().addShutdownHook(new Thread(running::quit));
      driver = running;
    }
    return running;
  }

  private static ChromeDriver start() {
    Path binary = path("chromium");
    Path driverBinary = path("chromedriver");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(binary.toFile());
    options.addArguments(OPTIONS);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(driverBinary.toFile())
            .usingAnyFreePort()
            .build();
    ChromeDriver started = new ChromeDriver(service, options);
    started.manage().window().setSize(new Dimension(1440, 900));
    return started;
  }

  private static Path path(String name) {
    for (String folder : System.getenv("PATH").split(File.pathSeparator, -1)) {
      Path file = Path.of(folder).resolve(name);
      if (Files.isExecutable(file)) {
        return file;
      }
    }
    String message =
        "%s is missing: nothing is tested in a browser. Install it: apt-get install chromium chromium-driver"
            .formatted(name);
    if (System.getenv("CI") != null) {
      return fail(message);
    }
    System.err.println("\n*** SKIPPED: " + message + "\n");
    return Assumptions.abort(message);
  }

  /** Returns what the console of the browser has said since the last call. */
  static List<String> console() {
    List<String> lines = new ArrayList<>();
    for (LogEntry entry : driver().manage().logs().get(LogType.BROWSER)) {
      lines.add(entry.toString());
    }
    return lines;
  }
}
