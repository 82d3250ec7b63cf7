package io.github.rossumext;

import static io.github.rossumext.Handlers.everywhere;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.Requests.Kind;
import io.github.rossumext.exchange.EndpointRequest;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.exchange.FakeExchange;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.response.AddRow;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.response.DatapointChange;
import io.github.rossumext.response.EmailResponse;
import io.github.rossumext.response.Operation;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.rules.Row;
import io.github.rossumext.rules.Table;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

/**
 * No word of a request forges, fills or hides a log line, the text of an exception or an error
 * body, whatever it is and wherever it stands.
 */
class HostileWordsProperties {
  /** A text at its longest, each character of it escaped, and the rest of its line. */
  private static final int MAX_LENGTH = 2_500;

  private static final Pattern NOT_PRINTABLE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]");

  /** A fixed phrase, then pairs. A value has quotes around it, or neither blanks nor quotes. */
  private static final Pattern LINE =
      Pattern.compile("[a-zA-Z ,]+( [a-z]+=(\"([^\"\\\\]|\\\\[\"\\\\])*\"|[^\\s\"]+))+");

  private CapturedLog log = CapturedLog.start();

  @BeforeTry
  void open() {
    log.close();
    log = CapturedLog.start();
  }

  @AfterTry
  void close() {
    log.close();
  }

  @Provide
  Arbitrary<String> words() {
    Arbitrary<String> parts =
        Arbitraries.of(
            "x",
            " ",
            "=",
            "\"",
            "\\",
            "'",
            "\n",
            "\r\nERROR forged",
            "\t",
            "\0",
            "\u0085",
            "\u2028",
            "\u202e",
            "\u2066",
            "\u200b",
            "\ufeff",
            "\uffff",
            "\ud83d\ude00",
            "\udb40\udc01",
            "\ud800",
            "\udc00",
            "\u00e9",
            " status=200 ",
            "{}",
            "%n");
    Arbitrary<Integer> times =
        Arbitraries.frequency(
            Tuple.of(6, 1), Tuple.of(2, 79), Tuple.of(1, 1_000), Tuple.of(1, 4_000));
    Arbitrary<String> repeated = Combinators.combine(parts, times).as(String::repeat);
    return Combinators.combine(parts.list().ofMaxSize(6), repeated, parts.list().ofMaxSize(6))
        .as((before, middle, after) -> String.join("", before) + middle + String.join("", after))
        .filter(word -> !word.isBlank());
  }

  /** JSON, whatever is in the word. */
  private static String json(String word) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c >= 'a' && c <= 'z') {
        json.append(c);
      } else {
        json.append("\\u").append(HexFormat.of().toHexDigits(c));
      }
    }
    return json.append('"').toString();
  }

  private static String request(String json, String word) {
    return json.replace('\'', '"').replace("#", json(word));
  }

  private static EndpointRequest signed(String json, String word) {
    return Requests.signed(request(json, word).getBytes(UTF_8));
  }

  private static String document(String word) {
    return request(
        "{'event':'annotation_content','action':'updated','request_id':#,"
            + "'annotation':{'id':1,'content':["
            + "{'id':2,'schema_id':'section','category':'section','children':["
            + "{'id':3,'schema_id':#,'category':'datapoint','content':{'value':'a'},"
            + "'options':[{'value':'b','label':#}]},"
            + "{'id':4,'schema_id':'known','category':'datapoint','content':{'value':'a'}},"
            + "{'id':5,'schema_id':'table','category':'multivalue','children':["
            + "{'id':6,'schema_id':'row','category':'tuple','children':["
            + "{'id':7,'schema_id':#,'category':'datapoint','content':{'value':'a'}}]}]}]}]}}",
        word);
  }

  private void assertHarmless(EndpointResponse response) {
    assertThat(log.events()).isNotEmpty();
    for (ILoggingEvent event : log.events()) {
      assertPrintable(event.getFormattedMessage());
      assertThat(event.getFormattedMessage()).matches(LINE);
      event.getMDCPropertyMap().values().forEach(HostileWordsProperties::assertPrintable);
      for (IThrowableProxy e = event.getThrowableProxy(); e != null; e = e.getCause()) {
        assertPrintable(e.getMessage());
      }
    }
    assertHarmlessBody(response);
  }

  private static void assertHarmlessBody(EndpointResponse response) {
    if (response.status() != 200) {
      JsonNode messages = Wire.tree(response.body()).path("messages");
      assertThat(messages).hasSize(1);
      assertPrintable(messages.path(0).path("content").asText().replaceAll("&[#a-z0-9]+;", "'"));
    }
  }

  private static void assertPrintable(String text) {
    assertThat(text).hasSizeLessThan(MAX_LENGTH);
    assertThat(NOT_PRINTABLE.matcher(text).find()).as(text).isFalse();
  }

  @Property(tries = 30)
  void ofEventActionAndIdIsHarmless(@ForAll("words") String word) {
    String json = "{'event':#,'action':#,'request_id':#,'settings':{'x':#},'x':#}";

    assertHarmless(everywhere((payload, context) -> {}).build().handle(signed(json, word)));
    assertHarmless(
        HookEndpoint.builder()
            .secret(Requests.SECRET)
            .on(HookEvent.EMAIL_RECEIVED, (email, context) -> EmailResponse.importNothing())
            .build()
            .handle(signed(json, word)));
    HookPayload payload = HookPayload.of(signed(json, word).body());
    assertPrintable(payload.toString());
    assertPrintable(HookContext.of(payload).toString());
  }

  @Property(tries = 30)
  void ofABodyThatIsNoPayloadIsHarmless(@ForAll("words") String word) {
    for (String json :
        List.of("#", "{#:#}", "{'event':#}", "{'event':#,'action':#,#:1,#:2}", "{'event':#,")) {
      assertHarmless(everywhere((payload, context) -> {}).build().handle(signed(json, word)));
    }
  }

  @Property(tries = 30)
  void ofTheHeadIsHarmless(@ForAll("words") String word) {
    EndpointRequest request = Kind.UPDATED.request();
    for (FakeExchange exchange :
        List.of(
            new FakeExchange(word, InputStream.nullInputStream()),
            FakeExchange.of(request).with("Content-Type", word),
            FakeExchange.of(request).with("Content-Encoding", word),
            FakeExchange.of(request).with("X-Rossum-Signature-SHA256", word))) {
      everywhere((payload, context) -> {}).build().serve(exchange);
      assertHarmless(exchange.response());
    }
  }

  record Bound(Map<String, Integer> x) {}

  @Property(tries = 30)
  void ofAKeyThatIsBoundIsHarmless(@ForAll("words") String word) {
    String json = "{'event':'invocation','action':'manual','settings':{#:{#:#}},'secrets':{#:[#]}}";
    for (Handlers.Deed deed :
        List.<Handlers.Deed>of(
            (payload, context) -> payload.raw().as(Bound.class),
            (payload, context) -> payload.settings().as(MapOfMaps.class),
            (payload, context) -> context.settings(MapOfMaps.class),
            (payload, context) -> context.settings(new Bound(Map.of())),
            (payload, context) -> context.secrets(MapOfMaps.class),
            (payload, context) -> context.secret(word))) {
      assertHarmless(everywhere(deed).build().handle(signed(json, word)));
    }
  }

  private static final class MapOfMaps extends HashMap<String, Map<String, Integer>> {
    private static final long serialVersionUID = 1L;
  }

  record Cells(LocalDate known) {}

  private static List<ContentRule> rules(String word) {
    return List.of(
        content -> content.field("other"),
        content -> content.field(word + "y"),
        content -> content.table("other"),
        content -> content.table(word),
        content -> content.list(word),
        content -> content.field("table"),
        content -> content.number(word).value(),
        content -> content.date(word).value(),
        content -> content.bool(word).value(),
        content -> content.number(word).set("x"),
        content -> content.date(word).set("x"),
        content -> content.bool(word).set("x"),
        content -> content.date(word).set(LocalDate.of(-1, 1, 1)),
        content -> content.field(word).set("y".repeat(1501)),
        content -> content.field(word).set("y"),
        content -> content.table("table").rows().get(0).field("other"),
        content -> content.table("table").rows().get(0).field(word).set("y".repeat(1501)),
        content -> content.table("table").rows().get(0).field(word).set("y"),
        content -> content.table("table").append(Map.of("other", "y")),
        content -> content.table("table").append(Map.of(word, "y".repeat(1501))),
        content -> content.table("table").append(Map.of(word, List.of())),
        content -> content.table("table").column("other"),
        content -> content.as(Cells.class),
        HostileWordsProperties::changeARemovedRow,
        content -> content.automationBlocker("y"));
  }

  private static void changeARemovedRow(ContentEditor content) {
    var row = content.table("table").rows().get(0);
    row.remove();
    row.fields().get(0).set("y");
  }

  @Property(tries = 30)
  void ofADocumentIsHarmless(@ForAll("words") String word) {
    EndpointRequest request = Requests.signed(document(word).getBytes(UTF_8));
    List<String> thrown = new ArrayList<>();
    for (ContentRule rule : rules(word)) {
      for (LossyWrites lossyWrites : LossyWrites.values()) {
        assertHarmless(
            HookEndpoint.builder()
                .secret(Requests.SECRET)
                .lossyWrites(lossyWrites)
                .on(
                    HookEvent.ANNOTATION_CONTENT,
                    ContentRules.of(
                        content -> {
                          try {
                            rule.apply(content);
                          } catch (RuntimeException e) {
                            thrown.add(e.getMessage());
                            throw e;
                          }
                        }))
                .build()
                .handle(request));
      }
    }
    assertThat(thrown).hasSizeGreaterThan(20);
    thrown.forEach(HostileWordsProperties::assertPrintable);
  }

  @Property(tries = 30)
  void inTheTextsOfFieldsRowsAndTablesIsHarmless(@ForAll("words") String word) {
    String json =
        new String(document(word).getBytes(UTF_8), UTF_8).replace("\"table\"", json(word + "t"));
    List<String> shown = new ArrayList<>();
    ContentRule rule =
        content -> {
          Table table = content.table(word + "t");
          Row row = table.row(0);
          for (Object any :
              List.of(
                  content.field(word),
                  table,
                  table.column(word),
                  table.numbers(word),
                  row,
                  row.field(word))) {
            shown.add(any.toString());
          }
          try {
            table.row(9);
          } catch (IndexOutOfBoundsException e) {
            shown.add(e.getMessage());
          }
        };
    HookEndpoint.builder()
        .secret(Requests.SECRET)
        .on(HookEvent.ANNOTATION_CONTENT, ContentRules.of(rule))
        .build()
        .handle(Requests.signed(json.getBytes(UTF_8)));

    assertThat(shown).hasSize(7);
    shown.forEach(HostileWordsProperties::assertPrintable);
  }

  @Property(tries = 30)
  void ofAResponseThatIsBuiltByHandIsHarmless(@ForAll("words") String word) {
    List<Operation> operations =
        List.of(
            AddRow.of(5, Map.of(word, DatapointChange.empty().withValue("y"))),
            AddRow.of(99, Map.of(word, DatapointChange.empty().withValue("y"))),
            AddRow.of(3, Map.of(word, DatapointChange.empty().withValue("y"))));
    for (Operation operation : operations) {
      assertHarmless(
          HookEndpoint.builder()
              .secret(Requests.SECRET)
              .on(
                  HookEvent.ANNOTATION_CONTENT,
                  (payload, context) -> ContentResponse.builder().operation(operation).build())
              .build()
              .handle(Requests.signed(document(word).getBytes(UTF_8))));
    }
  }

  @Property(tries = 30)
  void ofAnExceptionWhoseTextIsShownIsHarmless(@ForAll("words") String word) {
    Exception failure = new IllegalStateException(word, new IOException(word));
    for (FailurePolicy policy : FailurePolicy.values()) {
      Handlers.withPolicy(Handlers.failing(failure), policy)
          .logExceptionTexts()
          .build()
          .handle(Kind.UPDATED.request());
    }

    for (ILoggingEvent event : log.events()) {
      assertThat(event.getFormattedMessage()).doesNotContain("\n").hasSizeLessThan(5_000);
      assertThat(NOT_PRINTABLE.matcher(event.getFormattedMessage()).find()).isFalse();
      for (IThrowableProxy e = event.getThrowableProxy(); e != null; e = e.getCause()) {
        assertThat(e.getMessage()).hasSizeLessThan(30_000);
        assertThat(e.getMessage().split("\n", -1))
            .allSatisfy(line -> assertThat(NOT_PRINTABLE.matcher(line).find()).isFalse())
            .satisfies(
                lines ->
                    assertThat(List.of(lines).subList(1, lines.length))
                        .allMatch(line -> line.startsWith("    ")));
      }
    }
  }
}
