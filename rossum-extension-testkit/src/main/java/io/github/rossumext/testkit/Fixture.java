package io.github.rossumext.testkit;

import static io.github.rossumext.payload.HookAction.UPDATED;
import static io.github.rossumext.payload.HookAction.USER_UPDATE;

import com.fasterxml.jackson.databind.node.NullNode;
import io.github.rossumext.internal.help.Access;
import io.github.rossumext.payload.AnnotationPayload;
import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.payload.PayloadException;
import io.github.rossumext.schema.Schema;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.testkit.internal.Redaction;
import io.github.rossumext.testkit.internal.SchemaText;
import io.github.rossumext.testkit.internal.SecretTexts;
import io.github.rossumext.testkit.internal.document.FieldText;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.ValidationSource;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * A request of Rossum for tests, as bytes, JSON text or a typed payload. Each {@code with…} method
 * returns a changed copy. Immutable and thread-safe.
 *
 * <p>A path names a part of the document. Rows and values count from 0:
 *
 * <ul>
 *   <li>{@code order_id}: a field
 *   <li>{@code line_items[0].item_code}: a cell of a table
 *   <li>{@code line_items[0]}: a row
 *   <li>{@code delivery_notes[1]}: a value of a list
 * </ul>
 *
 * <p>A method throws an {@link IllegalArgumentException} if the document does not have the path, or
 * if the method does not fit the event. The message names what the document has.
 *
 * {@snippet class="io.github.rossumext.snippets.TestkitSnippetsTest" region="fixture"}
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
   * Returns a fixture of any request, such as a recorded one.
   *
   * @param body the body of the request
   * @throws PayloadException if it is not a payload of the protocol
   */
  public static Fixture of(byte[] body) {
    return of("request", body);
  }

  /**
   * Returns a fixture of the request in a file, such as a recorded one. Its name is the file's name
   * without {@code .json}.
   *
   * @throws IOException if the file cannot be read
   * @throws PayloadException if it does not hold a payload of the protocol. The message names the
   *     file
   */
  public static Fixture of(Path file) throws IOException {
    Path fileName = file.getFileName();
    String name = fileName == null ? "request" : fileName.toString();
    byte[] body = Files.readAllBytes(file);
    try {
      return of(name.endsWith(".json") ? name.substring(0, name.length() - 5) : name, body);
    } catch (PayloadException e) {
      throw Access.way(String.class, PayloadException.class).apply(file + ": " + e.problem());
    }
  }

  private static Fixture of(String name, byte[] body) {
    byte[] copy = body.clone();
    HookPayload.of(copy);
    return new Fixture(name, copy);
  }

  /** Returns the name, such as {@code invoice}. */
  public String name() {
    return name;
  }

  /** Returns a copy with another name. */
  public Fixture withName(String newName) {
    return new Fixture(newName, body);
  }

  /** Returns a copy of the request's body, in UTF-8. */
  public byte[] body() {
    return body.clone();
  }

  /** Returns the body of the request as text. */
  public String json() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Returns the payload. */
  public HookPayload payload() {
    return HookPayload.of(body);
  }

  /**
   * Returns the payload as the type of its event.
   *
   * @throws IllegalArgumentException if the request is about another event
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

  /** Returns the id of the node at this path. */
  public long id(String path) {
    return new RequestEdit(this).document().document().paths().node(path).id();
  }

  /**
   * Returns a copy at another action of {@code annotation_content}. The annotation gets the status
   * that fits the action.
   *
   * @param updatedDatapoints the ids of the nodes that changed. Rossum always sends some with
   *     {@code updated}, and may send some with {@code user_update}. With other actions it sends
   *     some only if another extension ran before
   * @throws IllegalArgumentException if the event is not {@code annotation_content}, if the
   *     document does not have one of the ids, or if {@code updated} gets no id
   */
  public Fixture with(HookAction action, long... updatedDatapoints) {
    ContentPayload payload = payload(ContentPayload.class);
    List<Long> ids = LongStream.of(updatedDatapoints).boxed().toList();
    for (long id : ids) {
      if (payload.content().byId(id).isEmpty()) {
        throw new IllegalArgumentException(this + " has no node with the id " + id + ".");
      }
    }
    if (action.equals(UPDATED) && ids.isEmpty()) {
      throw new IllegalArgumentException(
          "The action 'updated' needs the ids of the changed nodes. Give an id, or call"
              + " withEdited(…).");
    }
    return new RequestEdit(this).action(action).updated(ids).done();
  }

  /** Returns a copy at {@code annotation_content.updated}, after a user edited these fields. */
  public Fixture withEdited(String... paths) {
    return with(UPDATED, ids(paths));
  }

  /** Returns a copy at {@code annotation_content.user_update}, after a user clicked this button. */
  public Fixture withClicked(String path) {
    return with(USER_UPDATE, new RequestEdit(this).document().document().paths().button(path).id());
  }

  /**
   * Returns a copy with these nodes in {@code updated_datapoints}, as if another extension had run
   * before and changed them.
   */
  public Fixture withUpdatedDatapoints(String... paths) {
    return new RequestEdit(this).updated(LongStream.of(ids(paths)).boxed().toList()).done();
  }

  private long[] ids(String... paths) {
    return Arrays.stream(paths).mapToLong(this::id).toArray();
  }

  /**
   * Returns a copy in which a field has this text. Write it as displayed, or as machine text.
   * {@code ""} empties the field.
   *
   * <p>If the schema is sideloaded, a number or date is displayed in the schema's format and gets a
   * normalized value. Without a schema, this happens if the field held a number or an ISO date
   * before. A text that cannot be read as a number or date gets no normalized value.
   */
  public Fixture withField(String path, String text) {
    return changed(edit -> edit.set(path, text));
  }

  /**
   * Returns a copy in which a field has this number. It is displayed in the format of the
   * sideloaded schema, or as a plain decimal.
   */
  public Fixture withField(String path, BigDecimal number) {
    return changed(path, field -> field.number(number));
  }

  /**
   * Returns a copy in which a field has this date. It is displayed in the format of the sideloaded
   * schema, or in ISO format.
   */
  public Fixture withField(String path, LocalDate date) {
    return changed(path, field -> field.date(date));
  }

  /** Returns a copy in which a field has this boolean. */
  public Fixture withField(String path, boolean value) {
    return changed(path, field -> field.bool(value));
  }

  /**
   * Returns a copy in which a field has these two texts.
   *
   * @param displayed such as {@code 1,132.87}
   * @param normalized such as {@code 1132.87}; {@code ""} for none
   */
  public Fixture withField(String path, String displayed, String normalized) {
    return changed(
        path, field -> new FieldText(displayed, normalized.isEmpty() ? null : normalized));
  }

  /** Returns a copy in which an enum has these options, whatever the schema says. */
  public Fixture withOptions(String path, Option... options) {
    return changed(edit -> edit.field(path).setOptions(List.of(options)));
  }

  /**
   * Returns a copy in which an enum has no options of its own, so that those of the schema apply.
   */
  public Fixture withSchemaOptions(String path) {
    return changed(edit -> edit.field(path).removeOptions());
  }

  /** Returns a copy in which a field is hidden or shown, whatever the schema says. */
  public Fixture withHidden(String path, boolean hidden) {
    return changed(edit -> edit.datapoint(path).setHidden(hidden));
  }

  /** Returns a copy in which a field has these validation sources and no others. */
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

  /**
   * Returns a copy with another row at the end of a table. Columns that you do not set are empty.
   */
  public Fixture withRow(String table, Consumer<RowBuilder> cells) {
    return changed(edit -> edit.appendRow(table, cells));
  }

  /** Returns a copy with an empty row at the end of a table. */
  public Fixture withBlankRow(String table) {
    return withRow(table, cells -> {});
  }

  /** Returns a copy with another value at the end of a list. */
  public Fixture withValue(String list, String text) {
    return changed(edit -> edit.appendValue(list, text));
  }

  /** Returns a copy without the rows of a table or the values of a list. */
  public Fixture withoutRows(String table) {
    return changed(edit -> edit.removeAll(table));
  }

  /**
   * Returns a copy without the row, value, field, column or table at this path. Use it to test an
   * extension on a queue that lacks a field.
   */
  public Fixture without(String path) {
    return changed(edit -> edit.removeEvery(path));
  }

  /** Returns a copy in which the hook has these settings, given as JSON text. */
  public Fixture withSettings(String json) {
    return new RequestEdit(this).setObject("settings", Json.read(json)).done();
  }

  /**
   * Returns a copy in which the hook has these settings, given as a record or map. Names in
   * camelCase become snake_case.
   */
  public Fixture withSettings(Object settings) {
    return new RequestEdit(this).setObject("settings", Json.of(settings)).done();
  }

  /** Returns a copy in which the hook has these secrets and no others. */
  public Fixture withSecrets(Map<String, String> secrets) {
    return new RequestEdit(this).setObject("secrets", Json.of(secrets)).done();
  }

  /** Returns a copy in which the hook has this secret in addition to the others. */
  public Fixture withSecret(String secret, String value) {
    return new RequestEdit(this).setIn("secrets", secret, value).done();
  }

  /** Returns a copy that sideloads this schema as the annotation's schema. */
  public Fixture withSchema(Schema schema) {
    return withSchema(schema.raw().text());
  }

  /**
   * Returns a copy that sideloads this schema as the annotation's schema.
   *
   * @param json a schema object of Rossum's API, or a bare list of sections
   */
  public Fixture withSchema(String json) {
    payload(AnnotationPayload.class);
    return new RequestEdit(this).schema(SchemaText.read(json)).done();
  }

  /**
   * Returns a copy that sideloads the schema in this file as the annotation's schema.
   *
   * @param file a schema object of Rossum's API, or a bare list of sections as in a file {@code
   *     schema.json}
   * @throws IOException if the file cannot be read
   */
  public Fixture withSchema(Path file) throws IOException {
    return withSchema(SchemaText.of(file));
  }

  /**
   * Returns a copy that sideloads these objects.
   *
   * @param sideload the key that holds them, such as {@code queues}
   * @param objects records, maps or {@code RawJson}
   */
  public Fixture withSideload(String sideload, Object... objects) {
    payload(AnnotationPayload.class);
    return withKey(sideload, Arrays.asList(objects));
  }

  /**
   * Returns a copy in which the annotation has this status. The old status becomes the previous
   * one.
   */
  public Fixture withStatus(AnnotationStatus status) {
    payload(AnnotationPayload.class);
    return new RequestEdit(this).status(status).done();
  }

  /**
   * Returns a copy in which the client that invokes the hook sends these keys and no others.
   *
   * @param arguments a record or map
   */
  public Fixture withArguments(Object arguments) {
    return new RequestEdit(this).arguments(Json.of(arguments)).done();
  }

  /**
   * Returns a copy in which a key of the request has this value. Missing objects on the path are
   * added.
   *
   * @param path such as {@code request_id} or {@code annotation.metadata.source}
   * @param value a record, map, list, scalar or {@code RawJson}; null writes JSON's {@code null}
   */
  public Fixture withKey(String path, @Nullable Object value) {
    return new RequestEdit(this)
        .set(path, value == null ? NullNode.getInstance() : Json.of(value))
        .done();
  }

  /** Returns a copy with this token, with which the extension calls Rossum's API. */
  public Fixture withToken(String token) {
    return withKey(SecretTexts.TOKEN, token);
  }

  /**
   * Returns a copy whose API is at this URL, such as that of a stub. Other URLs of the request
   * stay.
   *
   * @param url the root, without {@code /api}
   */
  public Fixture withBaseUrl(URI url) {
    return withKey("base_url", url.toString());
  }

  /**
   * Returns a copy without a key of the request, such as {@code document} or {@code
   * annotation.metadata}.
   */
  public Fixture withoutKey(String path) {
    return new RequestEdit(this).remove(path).done();
  }

  /**
   * Returns a copy without the token, and with {@code removed} in place of each secret: in the
   * object of the secrets, and wherever else a secret is in the request. Use it before you write a
   * request to a file.
   */
  public Fixture withoutSecrets() {
    return new Fixture(
        name, Json.bytes(Redaction.of(Json.object(body)).cleanRequest(Json.object(body))));
  }

  /** Returns the name, event and action, such as {@code invoice, annotation_content.started}. */
  @Override
  public String toString() {
    return name + ", " + payload().eventAndAction();
  }
}
