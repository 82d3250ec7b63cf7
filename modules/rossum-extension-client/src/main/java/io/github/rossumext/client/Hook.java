package io.github.rossumext.client;

import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A hook: how Rossum calls an extension. Rossum never returns its secrets. Immutable and
 * thread-safe.
 */
public final class Hook extends Resource {
  Hook(RawJson raw) {
    super(raw);
  }

  /** Returns its name. */
  public Optional<String> name() {
    return text("name");
  }

  /** Returns its kind: {@code webhook}, {@code function} or {@code job}. */
  public Optional<String> type() {
    return text("type");
  }

  /** Returns whether it is active. */
  public boolean isActive() {
    return flag("active");
  }

  /** Returns the queues that it listens to. */
  public List<ResourceUrl> queues() {
    return urls("queues");
  }

  /** Returns its events, such as {@code annotation_content.initialize}. */
  public List<String> events() {
    return json("events").map(RawJson::elements).orElse(List.of()).stream()
        .flatMap(event -> event.scalar().stream())
        .toList();
  }

  /** Returns the hooks that run before it. */
  public List<ResourceUrl> runAfter() {
    return urls("run_after");
  }

  /** Returns the user whose rights its token has. */
  public Optional<ResourceUrl> tokenOwner() {
    return url("token_owner");
  }

  /** Returns its configuration, such as the URL of a webhook. */
  public Optional<RawJson> config() {
    return json("config");
  }

  /** Returns its settings. */
  public Optional<RawJson> settings() {
    return json("settings");
  }

  /** Returns the objects that its requests have in addition, such as {@code schemas}. */
  public List<String> sideloads() {
    return json("sideload").map(RawJson::elements).orElse(List.of()).stream()
        .flatMap(name -> name.scalar().stream())
        .toList();
  }

  /** Returns the metadata that API clients keep with it. */
  public Optional<RawJson> metadata() {
    return json("metadata");
  }

  /** Returns when it was changed last. The response to a change may lack it. */
  public Optional<Instant> modifiedAt() {
    return instant("modified_at");
  }

  /** Returns the user who changed it last. The response to a change may lack it. */
  public Optional<ResourceUrl> modifiedBy() {
    return url("modified_by");
  }
}
