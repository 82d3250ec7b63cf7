package io.github.rossumext.payload;

import io.github.rossumext.internal.help.Access;
import io.github.rossumext.internal.help.Misfit;
import io.github.rossumext.schema.Schema;
import io.github.rossumext.value.BindingException;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request about an annotation: the common part of {@code annotation_content} and {@code
 * annotation_status}. Only these two events have sideloads. Immutable and thread-safe.
 *
 * @see <a
 *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#sideloads-and-the-schema">The
 *     protocol: sideloads and the schema</a>
 */
public abstract sealed class AnnotationPayload extends HookPayload
    permits ContentPayload, StatusPayload {
  private static final Function<Misfit, BindingException> BINDING =
      Access.way(Misfit.class, BindingException.class);

  // Written without a lock: at worst, two threads read the same schema.
  private volatile @Nullable Sideloaded schema;

  /**
   * The sideloaded schema; empty if the request has none. It is kept, because the editor needs it
   * at every write.
   */
  private record Sideloaded(Optional<Schema> schema) {}

  AnnotationPayload(PayloadReader reader) {
    super(reader);
  }

  /** Returns the annotation. Only its tree in {@code annotation_content} is guaranteed. */
  public final Annotation annotation() {
    return new Annotation(json("annotation").orElse(RawJson.EMPTY_OBJECT));
  }

  /** Returns the document; absent in payloads of 2020. */
  public final Optional<Document> document() {
    return json("document").filter(RawJson::isObject).map(Document::new);
  }

  /**
   * Returns the schema of the annotation; empty unless the hook sideloads {@code schemas}. The
   * first call reads it and keeps it.
   */
  public final Optional<Schema> schema() {
    Sideloaded known = schema;
    if (known == null) {
      known = new Sideloaded(findSchema().map(Schema::of));
      schema = known;
    }
    return known.schema();
  }

  private Optional<RawJson> findSchema() {
    List<RawJson> schemas = sideload("schemas").stream().filter(RawJson::isObject).toList();
    if (schemas.size() <= 1) {
      return schemas.stream().findFirst();
    }
    Optional<String> wanted = annotation().schema().map(ResourceUrl::uri);
    return schemas.stream()
        .filter(
            candidate ->
                wanted.isPresent() && candidate.find("url").flatMap(RawJson::scalar).equals(wanted))
        .findFirst()
        .or(() -> schemas.stream().findFirst());
  }

  /**
   * Returns the objects that the hook sideloads under this name, as they came; none if it does not
   * sideload it. Names of the protocol: {@code queues}, {@code modifiers}, {@code schemas}, {@code
   * emails}, {@code related_emails}, {@code relations}, {@code child_relations}, {@code
   * suggested_edits}, {@code assignees}, {@code pages}, {@code notes}, {@code labels}, {@code
   * automation_blockers}.
   */
  public final List<RawJson> sideload(String name) {
    return find(name).map(RawJson::elements).orElse(List.of());
  }

  /**
   * Returns the objects that the hook sideloads under this name, each as your type; none if it does
   * not sideload it. The names are those of {@link #sideload(String)}.
   *
   * @throws BindingException if they do not fit; the message names the path, such as {@code
   *     queues[0].name}, and what was expected
   */
  public final <T> List<T> sideload(String name, Class<T> type) {
    Optional<RawJson> list = find(name).filter(RawJson::isList);
    try {
      return list.isPresent() ? list.orElseThrow().asListOf(type) : List.of();
    } catch (BindingException e) {
      BindingException within = BINDING.apply(new Misfit(e.path(), e.expected()).within(name));
      within.initCause(e);
      throw within;
    }
  }
}
