package io.github.rossumext.testkit.jqwik;

import io.github.rossumext.schema.SchemaDatapoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Simpler documents: fewer rows, fewer values, simpler values. */
final class Sketches {
  private Sketches() {}

  static Stream<Sketch> simpler(Sketch sketch) {
    return Stream.<Stream<Sketch>>of(
            bold(sketch), fewerRows(sketch), fewerFields(sketch), simplerTexts(sketch))
        .flatMap(sketches -> sketches);
  }

  private static Stream<Sketch> bold(Sketch sketch) {
    List<Sketch> bold = new ArrayList<>();
    if (!sketch.fields().isEmpty() || !sketch.rows().isEmpty()) {
      bold.add(new Sketch(sketch.schema(), Map.of(), Map.of()));
    }
    if (!sketch.fields().isEmpty() && !sketch.rows().isEmpty()) {
      bold.add(new Sketch(sketch.schema(), Map.of(), sketch.rows()));
      bold.add(new Sketch(sketch.schema(), sketch.fields(), Map.of()));
    }
    return bold.stream();
  }

  private static Stream<Sketch> fewerRows(Sketch sketch) {
    return sketch.rows().entrySet().stream()
        .flatMap(
            entry ->
                Lists.shorter(entry.getValue()).map(rows -> sketch.with(entry.getKey(), rows)));
  }

  private static Stream<Sketch> fewerFields(Sketch sketch) {
    Stream<Sketch> fields =
        Lists.shorter(List.copyOf(sketch.fields().keySet()))
            .map(kept -> sketch.with(only(sketch.fields(), kept)));
    Stream<Sketch> cells =
        everyRow(
            sketch,
            (id, row) ->
                isList(sketch, id)
                    ? Stream.of()
                    : Lists.shorter(List.copyOf(row.keySet())).map(kept -> only(row, kept)));
    return Stream.concat(fields, cells);
  }

  private static Stream<Sketch> simplerTexts(Sketch sketch) {
    return Stream.concat(
        simplerTexts(sketch, sketch.fields()).map(sketch::with),
        everyRow(sketch, (id, row) -> simplerTexts(sketch, row)));
  }

  private static Stream<Map<String, String>> simplerTexts(
      Sketch sketch, Map<String, String> texts) {
    return texts.entrySet().stream()
        .flatMap(
            entry -> {
              SchemaDatapoint definition = sketch.definition(entry.getKey());
              return Texts.simpler(definition, entry.getValue())
                  .map(text -> with(texts, entry.getKey(), text));
            });
  }

  private static boolean isList(Sketch sketch, String id) {
    return sketch.schema().multivalue(id).filter(known -> known.isTable()).isEmpty();
  }

  /** Returns every document with one changed row, for every change. */
  private static Stream<Sketch> everyRow(
      Sketch sketch, BiFunction<String, Map<String, String>, Stream<Map<String, String>>> change) {
    return sketch.rows().entrySet().stream()
        .flatMap(
            entry ->
                Lists.withOneChanged(entry.getValue(), row -> change.apply(entry.getKey(), row))
                    .map(rows -> sketch.with(entry.getKey(), rows)));
  }

  private static Map<String, String> only(Map<String, String> texts, List<String> kept) {
    Map<String, String> fewer = new LinkedHashMap<>(texts);
    fewer.keySet().retainAll(kept);
    return fewer;
  }

  private static Map<String, String> with(Map<String, String> texts, String id, String text) {
    Map<String, String> changed = new LinkedHashMap<>(texts);
    changed.put(id, text);
    return changed;
  }
}
