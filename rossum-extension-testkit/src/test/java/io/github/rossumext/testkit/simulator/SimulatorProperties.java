package io.github.rossumext.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.LossyWrites;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.rules.Field;
import io.github.rossumext.rules.Row;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.value.Option;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SimulatorProperties {
  private static final List<String> HEADER =
      List.of("order_id", "amount", "pieces", "due", "kind", "total", "code", "inner");

  private static HookEndpoint endpoint(ContentRule rule) {
    return HookEndpoint.builder()
        .secret(Order.SECRET)
        .lossyWrites(LossyWrites.REFUSE)
        .on(HookEvent.ANNOTATION_CONTENT, ContentRules.of(rule))
        .build();
  }

  private static RossumSimulator rossum(ContentRule rule) {
    return RossumSimulator.of(endpoint(rule), Order.SECRET).open(Order.request());
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void theDocumentAfterAResponseIsWhatTheEditorShowed(@ForAll("edits") List<Edit> edits) {
    List<String> editorsView = new ArrayList<>();
    RossumSimulator rossum =
        rossum(
            content -> {
              edits.forEach(edit -> edit.apply(content));
              editorsView.addAll(view(content));
            });
    rossum.initialize();

    assertThat(rossum.problems()).isEmpty();
    assertThat(view(rossum)).isEqualTo(editorsView);
  }

  @Property(tries = 100)
  void aResponseMadeTwiceChangesNothingTheSecondTime(@ForAll("headerEdits") List<Edit> edits) {
    RossumSimulator rossum = rossum(content -> edits.forEach(edit -> edit.apply(content)));
    rossum.initialize();
    rossum.start();

    assertThat(rossum.exchanges().get(1).operations()).isEmpty();
  }

  @Property(tries = 100)
  void independentEditsEndInTheSameDocumentOneByOneOrTogether(
      @ForAll("numbers") BigDecimal amount, @ForAll("orderIds") String orderId) {
    RossumSimulator one = rossum(SimulatorProperties::independent);
    one.edit("amount", amount.toPlainString());
    one.edit("order_id", orderId);
    RossumSimulator together = rossum(SimulatorProperties::independent);
    together.edits().edit("order_id", orderId).edit("amount", amount.toPlainString()).send();

    assertThat(view(one)).isEqualTo(view(together));
    assertThat(one.messages()).containsExactlyInAnyOrderElementsOf(together.messages());
  }

  private static void independent(ContentEditor content) {
    if (content.changed("amount") && content.number("amount").isSet()) {
      content.number("pieces").set(content.number("amount").value().toBigInteger().longValue());
    }
    if (content.changed("order_id")) {
      content.field("code").set(content.field("order_id").text().substring(0, 1) + "00");
    }
    if (content.field("code").text().startsWith("A")) {
      content.field("code").warning("An A");
    }
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void noBytesOfAResponseMakeTheSimulatorThrow(
      @ForAll("responses") byte[] body, @ForAll("statuses") int status) {
    RossumSimulator rossum =
        Order.simulator(
            StubTransport.responding(WireResponse.of(EndpointResponse.json(status, body))));
    rossum.initialize();
    rossum.edit("order_id", "B7");
    rossum.click("go");
    rossum.confirm();
    rossum.export();
    rossum.receive(Fixtures.emailReceived());
    rossum.upload(Fixtures.uploadCreated());
    rossum.invoke(Fixtures.invocationManual());

    assertThat(rossum.fields()).extracting(SimulatedField::id).doesNotHaveDuplicates();
  }

  /** One thing that a rule does. */
  interface Edit {
    void apply(ContentEditor content);
  }

  @Provide
  Arbitrary<BigDecimal> numbers() {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal("-9999999"), new BigDecimal("9999999"))
        .ofScale(2);
  }

  @Provide
  Arbitrary<String> orderIds() {
    return Arbitraries.strings().withCharRange('A', 'C').ofLength(1).map(letter -> letter + "12");
  }

  @Provide
  Arbitrary<List<Edit>> edits() {
    return Arbitraries.oneOf(headerEdit(), lineEdit()).list().ofMaxSize(8);
  }

  @Provide
  Arbitrary<List<Edit>> headerEdits() {
    return headerEdit().list().ofMaxSize(6);
  }

  private Arbitrary<Edit> headerEdit() {
    Arbitrary<Edit> text =
        Arbitraries.strings()
            .ascii()
            .ofMaxLength(20)
            .map(value -> content -> content.field("order_id").set(value));
    Arbitrary<Edit> number = numbers().map(value -> content -> content.number("amount").set(value));
    Arbitrary<Edit> pieces =
        Arbitraries.longs()
            .between(-99999, 99999)
            .map(value -> content -> content.number("pieces").set(value));
    Arbitrary<Edit> date =
        Arbitraries.integers()
            .between(0, 40000)
            .map(day -> content -> content.date("due").set(LocalDate.ofEpochDay(day)));
    Arbitrary<Edit> choice =
        Arbitraries.of("a", "B", "z")
            .map(
                value ->
                    content ->
                        content
                            .field("kind")
                            .options(Option.of(value, "One"), Option.of("y", "Two"))
                            .choose(Option.of(value, "One")));
    Arbitrary<Edit> clear =
        Arbitraries.of("order_id", "amount", "due", "kind", "code")
            .map(id -> content -> content.field(id).clear());
    Arbitrary<Edit> hide =
        Combinators.combine(
                Arbitraries.of("order_id", "amount", "inner"), Arbitraries.of(true, false))
            .as((id, hidden) -> content -> content.field(id).hidden(hidden));
    return Arbitraries.oneOf(text, number, pieces, date, choice, clear, hide);
  }

  private Arbitrary<Edit> lineEdit() {
    Arbitrary<Edit> append =
        numbers()
            .map(
                value ->
                    content -> {
                      // Beyond the most, Rossum's reaction is not known.
                      if (content.table("lines").size() < 2) {
                        content.table("lines").append().set("item_qty", value);
                      }
                    });
    Arbitrary<Edit> remove =
        Arbitraries.just(
            content -> content.table("lines").rows().stream().findFirst().ifPresent(Row::remove));
    Arbitrary<Edit> set =
        Arbitraries.of("Paper", "", "Ink & <b>")
            .map(
                value ->
                    content -> content.table("lines").forEach(row -> row.set("item_text", value)));
    Arbitrary<Edit> note =
        Arbitraries.of("n1", "n2").map(value -> content -> content.list("notes").append(value));
    return Arbitraries.oneOf(append, remove, set, note);
  }

  private static List<String> view(ContentEditor content) {
    List<String> view = new ArrayList<>();
    for (String id : HEADER) {
      Field field = content.field(id);
      view.add(id + field.text() + field.isHidden() + field.options());
    }
    content
        .table("lines")
        .forEach(
            row -> view.add(row.field("item_text").text() + "|" + row.field("item_qty").text()));
    view.addAll(content.list("notes").texts());
    return view;
  }

  private static List<String> view(RossumSimulator rossum) {
    List<String> view = new ArrayList<>();
    for (String id : HEADER) {
      SimulatedField field = rossum.field(id);
      view.add(id + field.text() + field.isHidden() + field.options());
    }
    rossum
        .rows("lines")
        .forEach(
            row -> view.add(row.field("item_text").text() + "|" + row.field("item_qty").text()));
    rossum.values("notes").forEach(value -> view.add(value.text()));
    return view;
  }

  @Provide
  Arbitrary<Integer> statuses() {
    return Arbitraries.of(100, 200, 200, 200, 201, 202, 204, 301, 400, 500, 503, 999);
  }

  @Provide
  Arbitrary<byte[]> responses() {
    Arbitrary<byte[]> anyBytes = Arbitraries.bytes().array(byte[].class).ofMaxSize(60);
    Arbitrary<byte[]> anyJson = value(4).map(json -> json.getBytes(StandardCharsets.UTF_8));
    Arbitrary<byte[]> anyOperations =
        operation()
            .list()
            .ofMaxSize(6)
            .map(
                operations ->
                    ("{\"operations\":["
                            + String.join(",", operations)
                            + "],\"messages\":["
                            + String.join(",", operations)
                            + "]}")
                        .getBytes(StandardCharsets.UTF_8));
    return Arbitraries.oneOf(anyBytes, anyJson, anyOperations);
  }

  private Arbitrary<String> operation() {
    return Combinators.combine(
            Arbitraries.of("\"replace\"", "\"add\"", "\"remove\"", "\"\"", "null"),
            Arbitraries.oneOf(
                Arbitraries.integers().between(99, 128).map(String::valueOf), value(1)),
            value(4))
        .as(
            (op, id, value) ->
                "{\"op\":"
                    + op
                    + ",\"id\":"
                    + id
                    + (op.equals("\"remove\"") ? "" : ",\"value\":" + value)
                    + "}");
  }

  private Arbitrary<String> value(int depth) {
    Arbitrary<String> scalar =
        Arbitraries.of(
            "null",
            "true",
            "0",
            "-1.50",
            "1e400",
            "99999999999999999999",
            "\"\"",
            "\"None\"",
            "\"1.1.2025\"",
            "\"item_qty\"",
            "\"error\"",
            "[]",
            "{}");
    if (depth == 0) {
      return scalar;
    }
    Arbitrary<String> key =
        Arbitraries.of(
            "operations",
            "files",
            "values",
            "additional_files",
            "extracted_original_sender",
            "email",
            "document",
            "messages",
            "automation_blockers",
            "op",
            "id",
            "value",
            "content",
            "options",
            "hidden",
            "label",
            "schema_id",
            "validation_sources",
            "page",
            "position",
            "type");
    Arbitrary<String> inner = value(depth - 1);
    Arbitrary<String> object =
        Combinators.combine(key.list().uniqueElements().ofMaxSize(3), inner, inner)
            .as(
                (keys, first, second) -> {
                  List<String> members = new ArrayList<>();
                  keys.forEach(
                      name ->
                          members.add("\"" + name + "\":" + (members.isEmpty() ? first : second)));
                  return "{" + String.join(",", members) + "}";
                });
    Arbitrary<String> list =
        inner.list().ofMaxSize(3).map(elements -> "[" + String.join(",", elements) + "]");
    return Arbitraries.oneOf(scalar, object, list);
  }
}
