package io.github.rossumext.edit;

import io.github.rossumext.content.Datapoint;
import io.github.rossumext.response.Replace;
import io.github.rossumext.value.ValidationSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The edits of one call in the order of first writes, and the operations that they come to. */
final class Edits {
  private final Map<Datapoint, FieldEdit> byDatapoint;
  private final Losses losses;

  Edits(Losses losses) {
    this(new LinkedHashMap<>(), losses);
  }

  private Edits(Map<Datapoint, FieldEdit> byDatapoint, Losses losses) {
    this.byDatapoint = byDatapoint;
    this.losses = losses;
  }

  /** The edits as they are now. */
  Edits copy() {
    return new Edits(new LinkedHashMap<>(byDatapoint), losses);
  }

  FieldEdit of(Datapoint datapoint) {
    return byDatapoint.isEmpty()
        ? FieldEdit.NONE
        : byDatapoint.getOrDefault(datapoint, FieldEdit.NONE);
  }

  void put(Datapoint datapoint, FieldEdit edit) {
    byDatapoint.put(datapoint, edit);
  }

  Losses losses() {
    return losses;
  }

  /** One replace for each datapoint that differs from what Rossum sent. */
  List<Replace> operations() {
    List<Replace> operations = new ArrayList<>();
    byDatapoint.forEach(
        (datapoint, edit) -> {
          Replace.Builder replace = replace(datapoint, losses.checked(datapoint, edit));
          if (!replace.isEmpty()) {
            operations.add(replace.build());
          }
        });
    return operations;
  }

  private static Replace.Builder replace(Datapoint datapoint, FieldEdit edit) {
    Replace.Builder replace = Replace.of(datapoint.id());
    if (edit.value() != null) {
      replace.value(edit.value());
    }
    if (edit.hidden() != null) {
      replace.hidden(edit.hidden());
    }
    if (edit.options() != null) {
      replace.options(edit.options());
    }
    List<ValidationSource> sources = edit.validationSources();
    // Rossum drops the sources with the value that they validated, so a new value needs them again.
    if (sources != null
        && (edit.value() != null || !sources.equals(datapoint.validationSources()))) {
      replace.validationSources(sources);
    }
    return replace;
  }
}
