package io.github.rossumext.client;

import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A queue of documents. Immutable and thread-safe. */
public final class Queue extends Resource {
  Queue(RawJson raw) {
    super(raw);
  }

  /** Returns its name. */
  public Optional<String> name() {
    return text("name");
  }

  /** Returns the workspace that it is in. */
  public Optional<ResourceUrl> workspace() {
    return url("workspace");
  }

  /** Returns the schema of its new documents. */
  public Optional<ResourceUrl> schema() {
    return url("schema");
  }

  /** Returns the inbox that fills it. */
  public Optional<ResourceUrl> inbox() {
    return url("inbox");
  }

  /** Returns the hooks that listen to it. */
  public List<ResourceUrl> hooks() {
    return urls("hooks");
  }

  /** Returns its automation level: {@code always}, {@code confident} or {@code never}. */
  public Optional<String> automationLevel() {
    return text("automation_level");
  }

  /** Returns how many annotations have each status. */
  public Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    json("counts")
        .ifPresent(
            all ->
                all.keys()
                    .forEach(
                        status ->
                            all.find(status)
                                .flatMap(RawJson::scalar)
                                .filter(text -> text.matches("\\d{1,18}"))
                                .ifPresent(text -> counts.put(status, Long.valueOf(text)))));
    return Collections.unmodifiableMap(counts);
  }

  /** Returns the metadata that API clients keep with it. */
  public Optional<RawJson> metadata() {
    return json("metadata");
  }
}
