package io.github.rossumext.testkit.hook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.internal.help.EndpointText;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.testkit.internal.hook.Finding;
import io.github.rossumext.testkit.internal.hook.HookCheck;
import io.github.rossumext.testkit.internal.hook.RecordBinding;
import io.github.rossumext.testkit.internal.hook.RecordSchema;
import io.github.rossumext.testkit.internal.hook.SchemaCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The file that registers a hook, such as {@code rossum/hook.json}, to be checked in a test. The
 * goal {@code rossum:check} of the Maven plugin does the same in a build.
 *
 * {@snippet class="io.github.rossumext.snippets.HookFileSnippetsTest" region="hook-file"}
 *
 * <p>A text of the file may have holes {@code ${NAME}}, which are filled when the hook is
 * registered. The check says nothing about their values. Immutable and thread-safe.
 */
public final class HookFile {
  private final Path file;
  private final @Nullable Path schema;
  private final @Nullable Class<?> settings;
  private final @Nullable Class<?> secrets;
  private final boolean isCallingBack;

  private HookFile(
      Path file,
      @Nullable Path schema,
      @Nullable Class<?> settings,
      @Nullable Class<?> secrets,
      boolean isCallingBack) {
    this.file = file;
    this.schema = schema;
    this.settings = settings;
    this.secrets = secrets;
    this.isCallingBack = isCallingBack;
  }

  /** Returns the hook of a file, which is read when it is checked. */
  public static HookFile of(Path file) {
    return new HookFile(file, null, null, null, false);
  }

  /** Returns a copy that checks a schema file, too: its ids, options and constraints. */
  public HookFile withSchema(Path schemaFile) {
    return new HookFile(file, schemaFile, settings, secrets, isCallingBack);
  }

  /**
   * Returns a copy that compares {@code settings} and {@code settings_schema} with the record to
   * which your code binds the settings.
   */
  public HookFile withSettings(Class<? extends Record> record) {
    return new HookFile(file, schema, record, secrets, isCallingBack);
  }

  /** Returns a copy that compares {@code secrets_schema} with the record of the secrets. */
  public HookFile withSecrets(Class<? extends Record> record) {
    return new HookFile(file, schema, settings, record, isCallingBack);
  }

  /** Returns a copy for code that calls Rossum's API, so that the hook needs a token owner. */
  public HookFile withCallBacks() {
    return new HookFile(file, schema, settings, secrets, true);
  }

  /** Returns where the file is. */
  public Path path() {
    return file;
  }

  /**
   * Compares the file with an endpoint, and with what Rossum allows.
   *
   * @return what is wrong; empty if nothing is
   * @throws UncheckedIOException if a file cannot be read
   * @throws IllegalArgumentException if a file is not JSON
   */
  public List<HookFinding> check(HookEndpoint endpoint) {
    if (!(read(file) instanceof ObjectNode hook)) {
      throw new IllegalArgumentException(file + " must be a JSON object: the fields of a hook.");
    }
    List<Finding> findings =
        new ArrayList<>(
            new HookCheck(
                    hook,
                    Json.read(EndpointText.of(endpoint)),
                    isCallingBack,
                    settings == null ? null : RecordSchema.ofSettings(settings),
                    secrets == null ? null : RecordSchema.ofSecrets(secrets))
                .run());
    if (settings != null) {
      findings.addAll(RecordBinding.check(settings, hook, findings));
    }
    if (schema != null) {
      findings.addAll(SchemaCheck.run(read(schema)));
    }
    return findings.stream()
        .map(
            found ->
                found.isError()
                    ? HookFinding.error(found.path(), found.text())
                    : HookFinding.warning(found.path(), found.text()))
        .toList();
  }

  private static JsonNode read(Path file) {
    try {
      return Json.read(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read.", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + " cannot be read. " + e.getMessage(), e);
    }
  }

  @Override
  public String toString() {
    return "HookFile[" + file + "]";
  }
}
