package io.github.rossumext.testkit.internal;

import java.util.List;
import java.util.Set;

/** What Rossum allows in a hook, for all that plays Rossum or checks a hook before Rossum does. */
public final class HookFacts {
  /** The events with their actions. */
  public static final List<String> EVENTS =
      List.of(
          "annotation_content.initialize",
          "annotation_content.started",
          "annotation_content.user_update",
          "annotation_content.updated",
          "annotation_content.confirm",
          "annotation_content.export",
          "annotation_status.changed",
          "email.received",
          "upload.created",
          "invocation.scheduled",
          "invocation.manual");

  /** The keys that Rossum sets. */
  public static final Set<String> READ_ONLY =
      Set.of(
          "id",
          "url",
          "status",
          "created_at",
          "created_by",
          "modified_at",
          "modified_by",
          "modifier");

  /** The keys of {@code config} that Rossum takes and never shows. */
  public static final List<String> SECRET_CONFIG = List.of("secret", "client_ssl_key");

  /** The longest name, in characters. */
  public static final int LONGEST_NAME = 255;

  /** The whole numbers of {@code config} that are limited. */
  public static final List<Range> CONFIG_RANGES =
      List.of(
          new Range("timeout_s", 0, 60),
          new Range("retry_count", 0, 4),
          new Range("max_polling_time_s", 1, 3600));

  /** How long the token of a request may be valid. */
  public static final Range TOKEN_LIFETIME = new Range("token_lifetime_s", 0, 7200);

  private HookFacts() {}

  /**
   * The values that a key may have.
   *
   * @param least the least of them
   * @param most the greatest of them
   */
  public record Range(String key, int least, int most) {}
}
