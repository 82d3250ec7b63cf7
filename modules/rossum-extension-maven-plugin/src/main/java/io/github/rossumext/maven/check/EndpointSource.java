package io.github.rossumext.maven.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.maven.project.GoalException;
import io.github.rossumext.maven.project.ProjectJson;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Gets what an endpoint does: from the author's factory, or from the file that the test slice of
 * the Spring Boot starter has written. It starts no application.
 */
final class EndpointSource {
  private static final String LIBRARY = "io.github.rossumext.";
  private static final String OTHER_WAY =
      "heck the hook in a test, where you choose the secret and the database: "
          + "assertThat(HookFile.of(Path.of(\"rossum/hook.json\"))).fits(endpoint), with"
          + " RossumAssertions of the testkit.";

  private EndpointSource() {}

  /** Why an endpoint is not known here, and what to do. Its text has no secret. */
  static final class UnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnavailableException(String why, boolean isVariableMissing) {
      super(
          why
              + (isVariableMissing
                  ? " Set the variable to any text, because nothing is sent with it. Or c"
                  : " C")
              + OTHER_WAY);
    }
  }

  /**
   * Returns what the factory's endpoint does.
   *
   * @throws UnavailableException if the factory fails
   * @throws GoalException if the class is not a factory
   */
  static JsonNode of(AuthorClasses classes, String className) throws UnavailableException {
    Class<?> factory = classes.load("<endpoint>", className);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(classes.loader());
    try {
      Object made = factory.getConstructor().newInstance();
      if (!(made instanceof Supplier<?> supplier)) {
        throw notAFactory(className);
      }
      return read(classes, supplier.get(), className);
    } catch (InvocationTargetException e) {
      throw unavailable(className, e.getCause() == null ? e : e.getCause());
    } catch (ReflectiveOperationException e) {
      throw notAFactory(className);
    } catch (GoalException e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      throw unavailable(className, e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static GoalException notAFactory(String className) {
    return new GoalException(
        "<endpoint> names "
            + className
            + ", which is not a factory: it must be public, implement Supplier<HookEndpoint>, and"
            + " have a public constructor without parameters.");
  }

  private static JsonNode read(AuthorClasses classes, Object endpoint, String className)
      throws ReflectiveOperationException {
    try {
      String text =
          (String)
              classes
                  .load("The library", LIBRARY + "internal.help.EndpointText")
                  .getMethod("of", Object.class)
                  .invoke(null, endpoint);
      return ProjectJson.MAPPER.readTree(text);
    } catch (InvocationTargetException e) {
      throw new GoalException(
          className + " must supply a HookEndpoint, but supplied " + endpoint.getClass() + ".", e);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The library has described the endpoint wrongly.", e);
    } finally {
      close(endpoint);
    }
  }

  private static void close(Object endpoint) {
    if (endpoint instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Exception e) {
        throw new IllegalStateException("The endpoint cannot be closed.", e);
      }
    }
  }

  private static UnavailableException unavailable(String className, Throwable fault) {
    return new UnavailableException(
        className + " did not make an endpoint here: " + shown(fault) + place(fault),
        isMissingVariable(fault));
  }

  private static boolean isMissingVariable(Throwable fault) {
    return Arrays.stream(fault.getStackTrace())
        .limit(3)
        .anyMatch(
            call ->
                call.getClassName().equals(LIBRARY + "value.Secret")
                    && call.getMethodName().equals("fromEnv"));
  }

  /**
   * Returns the texts of the library's own exceptions only: those of others may quote a password.
   */
  private static String shown(Throwable fault) {
    StackTraceElement[] trace = fault.getStackTrace();
    boolean isOfLibrary =
        trace.length > 0
            && (trace[0].getClassName().matches("io\\.github\\.rossumext\\.\\w+")
                || trace[0]
                    .getClassName()
                    .matches("io\\.github\\.rossumext\\.(value|rules|jdbc|client|signature)\\..*"));
    boolean isMissingClass = fault instanceof LinkageError;
    return fault.getClass().getName()
        + (isOfLibrary || isMissingClass ? ": " + fault.getMessage() : "");
  }

  private static String place(Throwable fault) {
    StackTraceElement[] trace = fault.getStackTrace();
    return trace.length == 0 ? "." : " (at " + trace[0] + ").";
  }

  /**
   * Returns what the test slice of the starter has written.
   *
   * @throws UnavailableException if the file does not exist
   */
  static JsonNode ofFile(Path file) throws UnavailableException {
    if (!Files.exists(file)) {
      throw new UnavailableException(
          "Nothing says what the code does: <endpoint> names no factory, and "
              + file
              + ", which a @RossumExtensionTest of the Spring Boot starter writes, does not"
              + " exist.",
          false);
    }
    return ProjectJson.read(file);
  }
}
