package io.github.rossumext.maven.project;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What the holes {@code ${NAME}} of the files mean in one environment, such as {@code test}. The
 * variables of the process come first, and then {@code rossum/env/<name>.properties}. That file is
 * committed: it holds URLs, and never a secret. Immutable and thread-safe.
 */
public final class Environment {
  /** The variable that has the token of Rossum's API. It is in no file. */
  public static final String TOKEN = "ROSSUM_TOKEN";

  /** The environment that is used if none is named. */
  public static final String DEFAULT = "default";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");
  private static final Pattern HOLE = Pattern.compile("\\$\\{[^}]*\\}");

  private final String name;
  private final Path file;
  private final Map<String, String> properties;
  private final Map<String, String> variables;

  private Environment(
      String name, Path file, Map<String, String> properties, Map<String, String> variables) {
    this.name = name;
    this.file = file;
    this.properties = properties;
    this.variables = variables;
  }

  /**
   * Reads an environment.
   *
   * @param directory the directory {@code rossum} of the project
   * @param name letters, digits, {@code -} and {@code _}; the file {@code env/<name>.properties}
   *     may be missing
   * @param variables those of the process
   * @throws GoalException if the name has other characters, or the file cannot be read
   */
  public static Environment read(Path directory, String name, Map<String, String> variables) {
    if (!NAME.matcher(name).matches()) {
      throw new GoalException(
          "The name of an environment has letters, digits, - and _ only, but got '"
              + name
              + "'. Pass another -Drossum.env.");
    }
    Path file = directory.resolve("env").resolve(name + ".properties");
    Properties read = new Properties();
    if (Files.exists(file)) {
      try {
        read.load(new StringReader(ProjectFiles.text(file)));
      } catch (IOException | IllegalArgumentException e) {
        throw new GoalException(file + " is not a properties file: " + e.getMessage() + ".", e);
      }
    }
    Map<String, String> properties = new TreeMap<>();
    read.stringPropertyNames().forEach(key -> properties.put(key, read.getProperty(key).strip()));
    return new Environment(name, file, Map.copyOf(properties), Map.copyOf(variables));
  }

  /** Returns all environments that have a file, each without the variables of the process. */
  static List<Environment> all(Path directory) {
    List<Environment> all = new ArrayList<>();
    for (Path file : ProjectFiles.list(directory.resolve("env"), ".properties")) {
      String name = String.valueOf(file.getFileName()).replace(".properties", "");
      if (NAME.matcher(name).matches()) {
        all.add(read(directory, name, Map.of()));
      }
    }
    return List.copyOf(all);
  }

  /**
   * Returns what is wrong in the file, such as {@code ROSSUM_URL: …}: the token, and values with
   * holes, because nothing fills them.
   */
  public List<String> mistakes() {
    List<String> mistakes = new ArrayList<>();
    if (isInFile(TOKEN)) {
      mistakes.add(
          TOKEN
              + ": The token is in a file that is committed. Remove it there, let Rossum forget it"
              + " (POST /v1/auth/logout), and set a new one as a variable of the process.");
    }
    new TreeMap<>(properties)
        .forEach(
            (key, value) -> {
              if (HOLE.matcher(value).find()) {
                mistakes.add(
                    key
                        + ": Expected a value without a hole ${…}. Only the files of hooks have"
                        + " holes. Write the whole value.");
              }
            });
    return List.copyOf(mistakes);
  }

  /** Returns the name, such as {@code default}. */
  public String name() {
    return name;
  }

  /** Returns the file of the environment, which may be missing. */
  public Path file() {
    return file;
  }

  /** Returns whether the file of the environment exists or the environment is the default one. */
  public boolean isKnown() {
    return name.equals(DEFAULT) || Files.exists(file);
  }

  /** Returns what a name means: a variable of the process, or else a line of the file. */
  public Optional<String> find(String key) {
    String variable = variables.get(key);
    return Optional.ofNullable(variable == null ? properties.get(key) : variable);
  }

  /** Returns whether the committed file has this name. A secret must not be there. */
  public boolean isInFile(String key) {
    return properties.containsKey(key);
  }

  /** Returns the name, and nothing of the values. */
  @Override
  public String toString() {
    return "Environment[" + name + "]";
  }
}
