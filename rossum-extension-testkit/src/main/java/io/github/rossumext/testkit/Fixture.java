package io.github.rossumext.testkit;

import static io.github.rossumext.payload.HookAction.UPDATED;
import static io.github.rossumext.payload.HookAction.USER_UPDATE;

import io.github.rossumext.payload.AnnotationPayload;
import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.payload.PayloadException;
import io.github.rossumext.schema.Schema;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.testkit.internal.document.FieldText;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.ValidationSource;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * A request of Rossum to test with: as bytes, as JSON text or as a typed payload. Every {@code
 * with…} method returns a changed copy. Immutable and thread-safe.
 *
 * <p>Fields are named by paths: {@code order_id}; {@code line_items[0].item_code} for the cell of a
 * row, counted from 0; {@code line_items[0]} for the row itself; {@code delivery_notes[1]} for a
 * value of a simple multivalue. A path that the document does not have, and a method that does not
 * fit the event, throw an {@link IllegalArgumentException} that says what the document has.
 *
 * <pre>{@code
 * Fixtures.invoice()
 *     .withField("order_id", "12")
 *     .withField("line_items[0].item_quantity", "41")
 *     .withSettings("""
 *         {"tolerance": "0.05"}""")
 *     .withEdited("order_id");
 * }</pre>
 *
 * @see Fixtures
 * @see DocumentBuilder
 */
public final class Fixture {
  private final String name;
  private final byte[] body;

  Fixture(String name, byte[] body) {
    this.name = name;
    this.body = body;
  }

  /**
   * A request of any origin, such as one that was recorded.
   *
   * @param body the body of the request
   * @throws PayloadException if it is not a payload of the protocol
   */
  public static Fixture of(byte[] body) {
    return of("request", body);
  }

  /**
   * A request in a file, such as one that was recorded; it is named as the file is.
   *
   * @throws IOException if the file cannot be read
   * @throws PayloadException if it does not hold a payload of the protocol
   */
  public static Fixture of(Path file) throws IOException {
    Path fileName = file.getFileName();
    String name = fileName == null ? "request" : fileName.toString();
    return of(
        name.endsWith(".json") ? name.substring(0, name.length() - 5) : name,
        Files.readAllBytes(file));
  }

  private static Fixture of(String name, byte[] body) {
    byte[] copy = body.clone();
    HookPayload.of(copy);
    return new Fixture(name, copy);
  }

  /** What it is about, such as {@code invoice}. */
  public String name() {
    return name;
  }

  /** Returns the same request under another name. */
  public Fixture withName(String newName) {
    return new Fixture(newName, body);
  }

  /** The body of the request, in UTF-8. A copy. */
  public byte[] bytes() {
    return body.clone();
  }

  /** The body of the request as text. */
  public String json() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The payload. */
  public HookPayload payload() {
    return HookPayload.of(body);
  }

  /**
   * The payload as the type of its event.
   *
   * @throws IllegalArgumentException if it is a request of another event
   */
  public <P extends HookPayload> P payload(Class<P> type) {
    HookPayload payload = payload();
    if (!type.isInstance(payload)) {
      throw new IllegalArgumentException(
          this
              + " has a payload of type "
              + payload.getClass().getSimpleName()
              + ", not "
              + type.getSimpleName()
              + ".");
    }
    return type.cast(payload);
  }

  /** The id of the node at this path. */
  public long id(String path) {
    return new RequestEdit(this).document().document().paths().node(path).id();
  }

  /**
   * The same document at another action of {@code annotation_content}, with the status that its
   * annotation then has.
   *
   * @param action the action
   * @param updatedDatapoints the ids of the nodes that the user changed; Rossum always sends some
   *     with {@code updated}, perhaps some with {@code user_update}, and otherwise none unless
   *     another extension ran before (protocol §3.1)
   * @throws IllegalArgumentException if this is another event, the document has no node with one of
   *     the ids, or {@code updated} comes without any
   */
  public Fixture with(HookAction action, long... updatedDatapoints) {
    ContentPayload payload = payload(ContentPayload.class);
    List<Long> ids = LongStream.of(updatedDatapoints).boxed().toList();
    for (long id : ids) {
      if (payload.content().byId(id).isEmpty()) {
        throw new IllegalArgumentException(this + " has no node " + id + ".");
      }
    }
    if (action.equals(UPDATED) && ids.isEmpty()) {
      throw new IllegalArgumentException(
          "Rossum sends updated with the ids that were changed: name one, or call withEdited(…).");
    }
    return new RequestEdit(this).action(action).updated(ids).done();
  }

  /**
   * Returns the document at {@code annotation_content.updated}, after a user edited these fields.
   */
  public Fixture withEdited(String... paths) {
    return with(UPDATED, ids(paths));
  }

  /**
   * Returns the document at {@code annotation_content.user_update}, after a user clicked this
   * button.
   */
  public Fixture withClicked(String path) {
    return with(USER_UPDATE, new RequestEdit(this).document().document().paths().button(path).id());
  }

  /**
   * The same request with these nodes in {@code updated_datapoints}, as after another extension
   * that ran before changed them.
   */
  public Fixture withUpdated(String... paths) {
    return new RequestEdit(this).updated(LongStream.of(ids(paths)).boxed().toList()).done();
  }

  private long[] ids(String... paths) {
    return Arrays.stream(paths).mapToLong(this::id).toArray();
  }

  /**
   * Sets a field as a text of the document. Where the schema is sideloaded it tells the type, so
   * that a text which shows a number or date is displayed as the schema says and gets its machine
   * text too; without a schema it does if the field held a number, or a date in ISO format, before.
   * One that cannot be read has no machine text. {@code ""} empties the field.
   */
  public Fixture withField(String path, String text) {
    return changed(edit -> edit.set(path, text));
  }

  /** Sets a number, displayed as the sideloaded schema says, or as a plain decimal. */
  public Fixture withField(String path, BigDecimal number) {
    return changed(path, field -> field.number(number));
  }

  /** Sets a date, displayed as the sideloaded schema says, or in ISO format. */
  public Fixture withField(String path, LocalDate date) {
    return changed(path, field -> field.date(date));
  }

  /** Sets a boolean. */
  public Fixture withField(String path, boolean value) {
    return changed(path, field -> field.bool(value));
  }

  /**
   * Sets a field to exactly these texts.
   *
   * @param displayed such as {@code 1,132.87}
   * @param normalized such as {@code 1132.87}; {@code ""} for none
   */
  public Fixture withField(String path, String displayed, String normalized) {
    return changed(
        path, field -> new FieldText(displayed, normalized.isEmpty() ? null : normalized));
  }

  /** Gives an enum these options in the document. */
  public Fixture withOptions(String path, Option... options) {
    return changed(edit -> edit.field(path).setOptions(List.of(options)));
  }

  /** Leaves an enum the options of the schema. */
  public Fixture withSchemaOptions(String path) {
    return changed(edit -> edit.field(path).removeOptions());
  }

  /** Hides or shows a field in the document, whatever the schema says. */
  public Fixture withHidden(String path, boolean hidden) {
    return changed(edit -> edit.datapoint(path).setHidden(hidden));
  }

  /** Says what has validated a field; nothing, if none is named. */
  public Fixture withValidationSources(String path, ValidationSource... sources) {
    return changed(edit -> edit.datapoint(path).setValidationSources(List.of(sources)));
  }

  private Fixture changed(String path, DocumentEdit.Texts texts) {
    return changed(edit -> DocumentEdit.set(edit.field(path), texts));
  }

  private Fixture changed(Consumer<DocumentEdit> change) {
    RequestEdit edit = new RequestEdit(this);
    change.accept(edit.document());
    return edit.done();
  }

  /** Appends a row; columns that are not named are empty. */
  public Fixture withRow(String table, Consumer<RowBuilder> cells) {
    return changed(edit -> edit.appendRow(table, cells));
  }

  /** Appends a row without any value. */
  public Fixture withBlankRow(String table) {
    return withRow(table, cells -> {});
  }

  /** Appends a value to a simple multivalue. */
  public Fixture withValue(String list, String text) {
    return changed(edit -> edit.appendValue(list, text));
  }

  /** Removes all rows of a table, or all values of a simple multivalue. */
  public Fixture withoutRows(String table) {
    return changed(edit -> edit.removeAll(table));
  }

  /**
   * Removes what is at this path: a row, a value, or a field, column or table that a queue may not
   * have.
   */
  public Fixture without(String path) {
    return changed(edit -> edit.removeEvery(path));
  }

  /** The hook has these settings, as JSON text. */
  public Fixture withSettings(String json) {
    return new RequestEdit(this).setObject("settings", Json.read(json)).done();
  }

  /** The hook has these settings: a record or map, whose camelCase names become snake_case. */
  public Fixture withSettings(Object settings) {
    return new RequestEdit(this).setObject("settings", Json.of(settings)).done();
  }

  /** The hook has these secrets and no others. */
  public Fixture withSecrets(Map<String, String> secrets) {
    return new RequestEdit(this).setObject("secrets", Json.of(secrets)).done();
  }

  /** The hook has this secret too. */
  public Fixture withSecret(String secret, String value) {
    return new RequestEdit(this).setIn("secrets", secret, value).done();
  }

  /** The schema comes along, and is the annotation's. */
  public Fixture withSchema(Schema schema) {
    return withSchema(schema.raw().text());
  }

  /**
   * The schema comes along, and is the annotation's.
   *
   * @param json a schema object of Rossum's API, or a bare list of sections
   */
  public Fixture withSchema(String json) {
    payload(AnnotationPayload.class);
    return new RequestEdit(this).schema(Json.read(json)).done();
  }

  /**
   * These objects come along.
   *
   * @param sideload what they are, such as {@code queues}
   * @param objects records, maps or {@code RawJson}
   */
  public Fixture withSideload(String sideload, Object... objects) {
    payload(AnnotationPayload.class);
    return withKey(sideload, Arrays.asList(objects));
  }

  /** The annotation has this status; the one that it had is its previous one. */
  public Fixture withStatus(AnnotationStatus status) {
    payload(AnnotationPayload.class);
    return new RequestEdit(this).status(status).done();
  }

  /**
   * Whoever invoked the hook gave this, and nothing else.
   *
   * @param arguments a record or map
   */
  public Fixture withArguments(Object arguments) {
    return new RequestEdit(this).arguments(Json.of(arguments)).done();
  }

  /**
   * Sets any key of the request; objects on the way to it are made.
   *
   * @param path such as {@code request_id} or {@code annotation.metadata.source}
   * @param value a record, map, list, scalar or {@code RawJson}, which may be {@code null}
   */
  public Fixture withKey(String path, Object value) {
    return new RequestEdit(this).set(path, Json.of(value)).done();
  }

  /** Removes any key of the request, such as {@code document} or {@code annotation.metadata}. */
  public Fixture withoutKey(String path) {
    return new RequestEdit(this).remove(path).done();
  }

  /** What it is about and what happened, such as {@code invoice, annotation_content.started}. */
  @Override
  public String toString() {
    return name + ", " + payload().eventAndAction();
  }
}
