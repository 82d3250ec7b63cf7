package io.github.rossumext.maven;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Maven as a user starts it, in a process of its own and without a network. Its local repository is
 * below {@code target} and has the modules of this build. Everything else comes from the repository
 * of the build, which is like a remote one, so nothing is written there.
 */
public final class MavenBuild {
  private static final Path MODULE = Path.of("").toAbsolutePath();
  private static final String VERSION = version(MODULE.resolve("pom.xml"));
  private static final Path REPOSITORY = MODULE.resolve("target/maven-build/repository");
  private static final Path SETTINGS = MODULE.resolve("target/maven-build/settings.xml");
  private static final Map<String, String> MODULES =
      Map.of(
          "rossum-extension-parent", "../..",
          "rossum-extension-published", "../../published",
          "rossum-extension-modules", "..",
          "rossum-extension-core", "../../rossum-extension-core",
          "rossum-extension-testkit", "../../rossum-extension-testkit",
          "rossum-extension-client", "../rossum-extension-client",
          "rossum-extension-maven-plugin", ".");

  /** What Maven printed, and whether it succeeded. */
  public record Result(int status, String output) {
    public boolean isSuccess() {
      return status == 0;
    }
  }

  private MavenBuild() {}

  /** Returns the version of the modules. It is that of the parent, which comes first in a POM. */
  private static String version(Path pom) {
    try {
      Matcher version = Pattern.compile("<version>([^<]+)<").matcher(Files.readString(pom));
      if (!version.find()) {
        throw new IllegalStateException(pom + " has no version.");
      }
      return version.group(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> maven() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .filter(each -> !each.isBlank())
        .map(each -> Path.of(each).resolve("mvn"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Fills the repository with the modules of this build. Without Maven, the test is skipped; in CI,
   * it fails.
   */
  public static void prepare() {
    if (System.getenv("CI") == null) {
      assumeThat(maven()).as("mvn is on the PATH").isPresent();
    }
    try {
      deleteAll(REPOSITORY.resolve("io/github/rossumext"));
      for (Map.Entry<String, String> module : MODULES.entrySet()) {
        install(module.getKey(), MODULE.resolve(module.getValue()));
      }
      Files.writeString(
          SETTINGS,
          """
          <settings>
            <mirrors>
              <mirror>
                <id>of-the-build</id>
                <mirrorOf>*</mirrorOf>
                <url>%s</url>
              </mirror>
            </mirrors>
          </settings>
          """
              .formatted(repositoryOfBuild().toUri()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void install(String artifact, Path module) throws IOException {
    Path place = REPOSITORY.resolve("io/github/rossumext/" + artifact + "/" + VERSION);
    Files.createDirectories(place);
    String name = artifact + "-" + VERSION;
    Files.copy(module.resolve("pom.xml"), place.resolve(name + ".pom"));
    Path classes = module.resolve("target/classes");
    if (Files.isDirectory(classes) && !Files.exists(module.resolve("modules"))) {
      try (OutputStream out = Files.newOutputStream(place.resolve(name + ".jar"));
          ZipOutputStream zip = new ZipOutputStream(out);
          Stream<Path> files = Files.walk(classes)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          zip.putNextEntry(
              new ZipEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
          Files.copy(file, zip);
          zip.closeEntry();
        }
      }
    }
  }

  /** Returns the repository that the class path of this test is from. */
  private static Path repositoryOfBuild() {
    try {
      Path jar =
          Path.of(ObjectMapper.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      String marker = File.separator + Path.of("com", "fasterxml", "jackson") + File.separator;
      return Path.of(jar.toString().substring(0, jar.toString().indexOf(marker)));
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static void deleteAll(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /**
   * Returns the POM of a user's project.
   *
   * @param project its group and its artifact, with a colon
   * @param plugins what the build runs beside the plugins of Maven; may be empty
   */
  public static String pom(String project, String plugins) {
    return """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>%1$s</groupId>
          <artifactId>%2$s</artifactId>
          <version>1</version>
          <properties>
            <maven.compiler.release>17</maven.compiler.release>
            <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
          </properties>
          <dependencies>
            <dependency>
              <groupId>io.github.rossumext</groupId>
              <artifactId>rossum-extension-core</artifactId>
              <version>%3$s</version>
            </dependency>
          </dependencies>
          <build>
            <pluginManagement>
              <plugins>
                <plugin>
                  <groupId>io.github.rossumext</groupId>
                  <artifactId>rossum-extension-maven-plugin</artifactId>
                  <version>%3$s</version>
                </plugin>
                <plugin>
                  <groupId>org.apache.maven.plugins</groupId>
                  <artifactId>maven-resources-plugin</artifactId>
                  <version>3.5.0</version>
                </plugin>
                <plugin>
                  <groupId>org.apache.maven.plugins</groupId>
                  <artifactId>maven-compiler-plugin</artifactId>
                  <version>3.16.0</version>
                </plugin>
              </plugins>
            </pluginManagement>
            <plugins>
        %4$s
            </plugins>
          </build>
        </project>
        """
        .formatted(
            project.substring(0, project.indexOf(':')),
            project.substring(project.indexOf(':') + 1),
            VERSION,
            plugins);
  }

  /** Returns a command line, to start a build that does not end by itself. */
  public static ProcessBuilder command(
      Path project, Map<String, String> variables, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(maven().orElseThrow().toString());
    command.addAll(List.of("-B", "-ntp", "-s", SETTINGS.toString()));
    command.add("-Dmaven.repo.local=" + REPOSITORY);
    command.addAll(List.of(arguments));
    ProcessBuilder process = new ProcessBuilder(command).directory(project.toFile());
    process.environment().put("JAVA_HOME", System.getProperty("java.home"));
    process.environment().remove("MAVEN_ARGS");
    process.environment().putAll(variables);
    return process.redirectErrorStream(true);
  }

  /** Runs a build. */
  public static Result run(Path project, Map<String, String> variables, String... arguments) {
    try {
      Process process = command(project, variables, arguments).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError("Maven does not end:\n" + output);
      }
      return new Result(process.exitValue(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
