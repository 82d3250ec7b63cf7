package io.github.rossumext.payload;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.internal.json.Reference;
import io.github.rossumext.internal.json.ReferenceTree;
import io.github.rossumext.value.JsonView;
import io.github.rossumext.value.RawJson;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What the accessors of a view give, once as the library reads them and once as the protocol says:
 * an accessor is named as its key, and its type tells how the key is read. Accessors of other types
 * than these take no part.
 */
final class ReferenceView {
  private static final Map<String, Function<JsonNode, Object>> READERS =
      Map.of(
          "boolean",
          value -> Reference.scalar(value).filter("true"::equals).isPresent(),
          "java.util.OptionalLong",
          Reference::wholeNumber,
          optional("java.lang.String"),
          Reference::scalar,
          optional("java.math.BigDecimal"),
          Reference::number,
          optional("java.time.Instant"),
          Reference::instant,
          optional("io.github.rossumext.value.ResourceUrl"),
          Reference::url,
          optional("io.github.rossumext.payload.AnnotationStatus"),
          value -> Reference.scalar(value).map(AnnotationStatus::new),
          optional("io.github.rossumext.value.RawJson"),
          value -> Optional.of(value).filter(any -> !any.isMissingNode() && !any.isNull()),
          "java.util.List<io.github.rossumext.value.ResourceUrl>",
          list -> Reference.elements(list).flatMap(url -> Reference.url(url).stream()).toList());

  private ReferenceView() {}

  private static String optional(String type) {
    return "java.util.Optional<" + type + ">";
  }

  /** As the library reads it. */
  static Map<String, Object> of(JsonView view) {
    Map<String, Object> values = new TreeMap<>();
    accessors(view.getClass())
        .forEach(
            (method, reader) -> {
              try {
                values.put(method.getName(), literal(method.invoke(view)));
              } catch (ReflectiveOperationException e) {
                throw new LinkageError(method + " threw", e);
              }
            });
    return values;
  }

  private static Object literal(Object value) {
    return value instanceof Optional<?> optional
        ? optional.map(some -> some instanceof RawJson raw ? literal(raw) : some)
        : value;
  }

  private static JsonNode literal(RawJson raw) {
    try {
      return ReferenceTree.read(raw.text().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** As the protocol says. */
  static Map<String, Object> read(Class<? extends JsonView> view, JsonNode object) {
    Map<String, Object> values = new TreeMap<>();
    accessors(view)
        .forEach(
            (method, reader) ->
                values.put(method.getName(), reader.apply(object.path(key(method)))));
    return values;
  }

  private static Map<Method, Function<JsonNode, Object>> accessors(Class<?> view) {
    Map<Method, Function<JsonNode, Object>> accessors = new HashMap<>();
    for (Method method : view.getDeclaredMethods()) {
      Function<JsonNode, Object> reader = READERS.get(method.getGenericReturnType().getTypeName());
      if (reader != null
          && method.getParameterCount() == 0
          && Modifier.isPublic(method.getModifiers())
          && !method.getName().matches("is[A-Z].*")) {
        boolean isId =
            method.getReturnType() == OptionalLong.class && method.getName().matches("id|.*Id");
        accessors.put(method, isId ? Reference::id : reader);
      }
    }
    return accessors;
  }

  private static String key(Method method) {
    return method.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
