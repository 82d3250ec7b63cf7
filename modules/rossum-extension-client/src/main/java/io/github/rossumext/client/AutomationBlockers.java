package io.github.rossumext.client;

import io.github.rossumext.value.JsonView;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.util.List;
import java.util.Optional;

/** What kept an annotation from going through without a user. Immutable and thread-safe. */
public final class AutomationBlockers extends Resource {
  AutomationBlockers(RawJson raw) {
    super(raw);
  }

  /** Returns the annotation. */
  public Optional<ResourceUrl> annotation() {
    return url("annotation");
  }

  /** Returns the reasons. */
  public List<Reason> reasons() {
    return json("content").map(RawJson::elements).orElse(List.of()).stream()
        .filter(RawJson::isObject)
        .map(Reason::new)
        .toList();
  }

  /** One reason. Immutable and thread-safe. */
  public static final class Reason extends JsonView {
    Reason(RawJson raw) {
      super(raw);
    }

    /** Returns what it is about: {@code annotation} or {@code datapoint}. */
    public Optional<String> level() {
      return text("level");
    }

    /** Returns its kind, such as {@code low_score} or {@code extension}. */
    public Optional<String> type() {
      return text("type");
    }

    /** Returns the field that it is about. */
    public Optional<String> schemaId() {
      return text("schema_id");
    }
  }
}
