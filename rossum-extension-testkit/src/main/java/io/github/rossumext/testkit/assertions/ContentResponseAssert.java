package io.github.rossumext.testkit.assertions;

import io.github.rossumext.response.AddRow;
import io.github.rossumext.response.AddValue;
import io.github.rossumext.response.AutomationBlocker;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.response.DatapointChange;
import io.github.rossumext.response.Operation;
import io.github.rossumext.response.Remove;
import io.github.rossumext.response.Replace;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.simulator.ShownMessage;
import io.github.rossumext.value.Message;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.ValidationSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Assertions on a response about content, as the handler returned it. The ids name the fields:
 * {@code fixture.id("vendor")} returns one. Start with {@link
 * RossumAssertions#assertThat(ContentResponse)}. Not thread-safe.
 */
public final class ContentResponseAssert
    extends MessagesAssert<ContentResponseAssert, ContentResponse> {
  ContentResponseAssert(ContentResponse actual) {
    super(actual, ContentResponseAssert.class);
  }

  /** Asserts that the response has no messages, operations or automation blockers. */
  public ContentResponseAssert isEmpty() {
    return check(actual.isEmpty(), "an empty response", actual.toString());
  }

  /** Asserts that the response has exactly these operations, in this order. */
  public ContentResponseAssert hasOperations(Operation... operations) {
    return checkEqual("operations", List.of(operations), actual.operations());
  }

  /** Asserts that the response has no operations. */
  public ContentResponseAssert hasNoOperations() {
    return hasOperations();
  }

  /** Asserts that the response sets the field to this machine text. */
  public ContentResponseAssert sets(long id, String machineText) {
    Optional<String> value = change(id).value();
    return check(
        value.filter(machineText::equals).isPresent(),
        "text '" + machineText + "' for " + id,
        value.map(text -> "text '" + text + "'").orElse("no text") + " for " + id);
  }

  /**
   * Asserts that the response does not set or remove a field. The response must have another
   * operation on the field. For a field that the response may not mention, call {@link
   * #doesNotSet(Fixture, String)}.
   *
   * @throws IllegalArgumentException if the response has no operation on the id, because then the
   *     id may be wrong
   */
  public ContentResponseAssert doesNotSet(long id) {
    if (actual.operations().stream().noneMatch(operation -> operation.id() == id)) {
      throw new IllegalArgumentException(
          "The response has no operation on "
              + id
              + ", which may be a wrong id. Call doesNotSet(fixture, path), which knows the ids.");
    }
    return leaves(id, String.valueOf(id));
  }

  /**
   * Asserts that the response does not set or remove a field.
   *
   * @param document the request
   * @param path such as {@code order_id} or {@code line_items[2].item_code}
   * @throws IllegalArgumentException if the document does not have the field; the message names the
   *     nearest
   */
  public ContentResponseAssert doesNotSet(Fixture document, String path) {
    int cell = path.indexOf('.');
    if (cell > 0) {
      String row = path.substring(0, cell);
      check(!isRemoved(document.id(row)), "no text for " + path, row + " removed");
    }
    return leaves(document.id(path), path);
  }

  private ContentResponseAssert leaves(long id, String named) {
    Optional<String> value = change(id).value();
    boolean isRemoved = isRemoved(id);
    return check(
        value.isEmpty() && !isRemoved,
        "no text for " + named,
        isRemoved ? named + " removed" : "text '" + value.orElse("") + "' for " + named);
  }

  private boolean isRemoved(long id) {
    return actual.operations().stream().anyMatch(one -> one instanceof Remove && one.id() == id);
  }

  /** Asserts that the response sets options with exactly these values, in this order. */
  public ContentResponseAssert offers(long id, String... values) {
    Optional<List<String>> offered =
        change(id).options().map(all -> all.stream().map(Option::value).toList());
    return check(
        offered.filter(List.of(values)::equals).isPresent(),
        "options " + shown(List.of(values)) + " for " + id,
        offered.map(all -> "options " + shown(all)).orElse("no options") + " for " + id);
  }

  /** Asserts that the response hides the field. */
  public ContentResponseAssert hides(long id) {
    return hidden(id, true);
  }

  /** Asserts that the response shows the field. */
  public ContentResponseAssert shows(long id) {
    return hidden(id, false);
  }

  private ContentResponseAssert hidden(long id, boolean expected) {
    Optional<Boolean> hidden = change(id).hidden();
    return check(
        hidden.filter(is -> is == expected).isPresent(),
        id + (expected ? " hidden" : " shown"),
        id + hidden.map(is -> is ? " hidden" : " shown").orElse(" neither hidden nor shown"));
  }

  /**
   * Asserts that the response sets these validation sources of the field, perhaps with others.
   *
   * @throws IllegalArgumentException if no source is given
   */
  public ContentResponseAssert validates(long id, ValidationSource... sources) {
    requireSome("validation source", sources);
    List<ValidationSource> known = change(id).validationSources().orElse(List.of());
    return check(
        known.containsAll(List.of(sources)),
        id + " validated by " + shown(List.of(sources)),
        id + " validated by " + shown(known));
  }

  private DatapointChange change(long id) {
    return actual.operations().stream()
        .filter(operation -> operation.id() == id)
        .filter(Replace.class::isInstance)
        .map(operation -> ((Replace) operation).change())
        .reduce((earlier, later) -> later)
        .orElse(DatapointChange.empty());
  }

  /** Asserts that the response appends a row with exactly these machine texts, by schema id. */
  public ContentResponseAssert addsRow(long table, Map<String, String> cells) {
    List<Map<String, String>> rows =
        actual.operations().stream()
            .filter(operation -> operation.id() == table)
            .filter(AddRow.class::isInstance)
            .map(operation -> values((AddRow) operation))
            .toList();
    return check(
        rows.contains(cells),
        "a new row " + cells + " in " + table,
        rows.isEmpty() ? "no new row" : "new rows " + rows);
  }

  private static Map<String, String> values(AddRow row) {
    return row.cells().entrySet().stream()
        .filter(cell -> cell.getValue().value().isPresent())
        .collect(Collectors.toMap(Map.Entry::getKey, cell -> cell.getValue().value().orElse("")));
  }

  /** Asserts that the response appends this machine text to a list (a simple multivalue). */
  public ContentResponseAssert addsValue(long list, String machineText) {
    List<String> values =
        actual.operations().stream()
            .filter(operation -> operation.id() == list)
            .filter(AddValue.class::isInstance)
            .flatMap(operation -> ((AddValue) operation).value().value().stream())
            .toList();
    return check(
        values.contains(machineText),
        "a new value '" + machineText + "' in " + list,
        "new values: " + shown(values));
  }

  /** Asserts that the response removes the row or value. */
  public ContentResponseAssert removes(long id) {
    return check(isRemoved(id), id + " removed", id + " not removed");
  }

  /** Asserts that the response has an automation blocker with this text. */
  public ContentResponseAssert hasBlocker(String text) {
    return check(
        blockers().contains(text),
        "automation blocker '" + text + "'",
        "automation blockers: " + shown(blockers()));
  }

  /** Asserts that the response has no automation blocker. */
  public ContentResponseAssert hasNoBlockers() {
    return check(
        blockers().isEmpty(),
        "no automation blockers",
        "automation blockers: " + shown(blockers()));
  }

  private List<String> blockers() {
    return actual.automationBlockers().stream().map(AutomationBlocker::content).toList();
  }

  @Override
  List<ShownMessage> said() {
    return actual.messages().stream().map(ContentResponseAssert::shownAs).toList();
  }

  static ShownMessage shownAs(Message message) {
    ShownMessage shown =
        ShownMessage.of(message.type(), message.content().markup(), ShownMessage.Origin.EXTENSION);
    OptionalLong id = message.datapointId();
    return id.isPresent() ? shown.withField(id.getAsLong(), String.valueOf(id.getAsLong())) : shown;
  }

  @Override
  String silence() {
    return "";
  }

  @Override
  Story story() {
    return new Story("The response", List.of()).with("the response", Story.text(actual.toJson()));
  }
}
