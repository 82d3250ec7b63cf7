package io.github.rossumext.value;

import static io.github.rossumext.Problem.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which types the components of an author's records may have, and what is said of a misfit. */
class BinderTest {
  private static RawJson json(String json) {
    return RawJson.of(json.replace('\'', '"'));
  }

  private static void assertMisfit(Runnable binding, String message) {
    assertThatExceptionOfType(BindingException.class)
        .isThrownBy(binding::run)
        .satisfies(saying(message))
        .withNoCause();
  }

  @Nested
  class OptionalComponents {
    record Limit(BigDecimal maxAmount, Optional<String> currencyCode) {}

    record Rule(
        String name,
        Optional<String> note,
        Optional<BigDecimal> amount,
        Optional<Limit> limit,
        Optional<List<String>> columns,
        OptionalInt rows,
        OptionalLong queueId,
        OptionalDouble share) {}

    private static final Rule BARE =
        new Rule(
            "a",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            OptionalLong.empty(),
            OptionalDouble.empty());
    private static final String FULL =
        "{'name':'a','note':'','amount':1.50,'limit':{'max_amount':7,'currency_code':'CZK'},"
            + "'columns':['x'],'rows':3,'queue_id':5483409759,'share':0.5}";
    private static final Rule FILLED =
        new Rule(
            "a",
            Optional.of(""),
            Optional.of(new BigDecimal("1.50")),
            Optional.of(new Limit(new BigDecimal("7"), Optional.of("CZK"))),
            Optional.of(List.of("x")),
            OptionalInt.of(3),
            OptionalLong.of(5483409759L),
            OptionalDouble.of(0.5));

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{'name':'a'}",
          "{'name':'a','note':null,'amount':null,'limit':null,'columns':null,'rows':null,"
              + "'queue_id':null,'share':null}"
        })
    void areEmptyWhereTheKeyIsMissingOrNull(String json) {
      assertThat(json(json).as(Rule.class)).isEqualTo(BARE);
    }

    @Test
    void holdTheValueThatCame() {
      assertThat(json(FULL).as(Rule.class)).isEqualTo(FILLED);
    }

    @Test
    void areEmptyWithinOneAnotherAndWithinLists() {
      assertThat(json("{'name':'a','limit':{'max_amount':7}}").as(Rule.class).limit())
          .contains(new Limit(new BigDecimal("7"), Optional.empty()));
      assertThat(
              json("[{'max_amount':7},{'max_amount':8,'currency_code':null}]")
                  .asListOf(Limit.class))
          .extracting(Limit::currencyCode)
          .containsExactly(Optional.empty(), Optional.empty());
    }

    @Test
    void keepTheDefaultWhereTheKeyIsMissingAndLoseItWhereItIsNull() {
      assertThat(json("{}").over(FILLED)).isEqualTo(FILLED);
      assertThat(json("{}").over(BARE)).isEqualTo(BARE);
      assertThat(json("{'note':null,'rows':null,'queue_id':1}").over(FILLED))
          .satisfies(
              rule -> {
                assertThat(rule.note()).isEmpty();
                assertThat(rule.rows()).isEmpty();
                assertThat(rule.queueId()).hasValue(1);
                assertThat(rule.amount()).hasValue(new BigDecimal("1.50"));
              });
    }

    @Test
    void areLaidOverTheDefaultsObject() {
      assertThat(json("{'limit':{'currency_code':'EUR'}}").over(FILLED).limit())
          .contains(new Limit(new BigDecimal("7"), Optional.of("EUR")));
      assertThat(json("{'limit':{'max_amount':1}}").over(BARE).limit())
          .contains(new Limit(BigDecimal.ONE, Optional.empty()));
    }

    @Test
    void areWrittenAsTheirValueOrAsNull() {
      assertThat(RawJson.ofValue(FILLED).text()).isEqualTo(json(FULL).text());
      assertThat(RawJson.ofValue(BARE).text())
          .isEqualTo(
              json("{'name':'a','note':null,'amount':null,'limit':null,'columns':null,"
                      + "'rows':null,'queue_id':null,'share':null}")
                  .text());
      assertThat(RawJson.ofValue(Optional.of(List.of(1))).text()).isEqualTo("[1]");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "{'name':'a','amount':'hush'} | amount: expected a number",
          "{'name':'a','limit':{}} | limit.max_amount: missing",
          "{'name':'a','limit':'hush'} | limit: expected an object",
          "{'name':'a','columns':['x',{}]} | columns[1]: expected a text",
          "{'name':'a','rows':1.5} | rows: expected a whole number",
          "{'name':'a','queue_id':'hush'} | queue_id: expected a whole number",
        },
        quoteCharacter = '`')
    void areStrictOnWhatDoesNotFit(String json, String message) {
      assertMisfit(() -> json(json).as(Rule.class), message);
      assertMisfit(() -> json(json).over(BARE), message);
    }
  }

  @Nested
  class RequiredComponents {
    record Inner(String erpName) {}

    record Everything(
        String aText,
        int aNumber,
        boolean aFlag,
        Long aBox,
        BigDecimal anAmount,
        List<String> aList,
        Map<String, String> aMap,
        Inner anObject,
        Mode aWord,
        Secret aSecret,
        Tolerance aTolerance,
        ResourceUrl aUrl,
        MessageType aType,
        RawJson anything) {}

    private static final Map<String, String> KEYS =
        Map.ofEntries(
            Map.entry("a_text", "'x'"),
            Map.entry("a_number", "1"),
            Map.entry("a_flag", "true"),
            Map.entry("a_box", "1"),
            Map.entry("an_amount", "1"),
            Map.entry("a_list", "[]"),
            Map.entry("a_map", "{}"),
            Map.entry("an_object", "{'erp_name':'x'}"),
            Map.entry("a_word", "'strict'"),
            Map.entry("a_secret", "'x'"),
            Map.entry("a_tolerance", "1"),
            Map.entry("a_url", "'/queues/1'"),
            Map.entry("a_type", "'error'"),
            Map.entry("anything", "{}"));

    private static RawJson all(String replaced, String value) {
      StringBuilder json = new StringBuilder();
      KEYS.forEach(
          (key, fine) -> {
            String actual = key.equals(replaced) ? value : fine;
            if (!actual.isEmpty()) {
              json.append(json.isEmpty() ? "{" : ",").append("'" + key + "':" + actual);
            }
          });
      return json(json + "}");
    }

    @Test
    void areAllThere() {
      assertThat(all("", "").as(Everything.class).anObject()).isEqualTo(new Inner("x"));
    }

    @Test
    void thatAreMissingFailByName() {
      for (String key : KEYS.keySet()) {
        assertThatExceptionOfType(BindingException.class)
            .as(key)
            .isThrownBy(() -> all(key, "").as(Everything.class))
            .satisfies(e -> assertThat(e.path()).isEqualTo(key));
      }
    }

    @Test
    void thatAreNullFailByName() {
      for (String key : KEYS.keySet()) {
        if (!key.equals("anything")) {
          assertThatExceptionOfType(BindingException.class)
              .as(key)
              .isThrownBy(() -> all(key, "null").as(Everything.class))
              .satisfies(e -> assertThat(e.path()).isEqualTo(key));
        }
      }
    }

    @Test
    void withinAnotherAreNamedByThePathOfTheirKeys() {
      assertMisfit(
          () -> all("an_object", "{}").as(Everything.class), "an_object.erp_name: missing");
    }
  }

  enum Mode {
    STRICT,
    FAIL_OPEN
  }

  @Nested
  class Enums {
    record Matching(Mode matchMode, List<Mode> modes) {}

    @ParameterizedTest
    @ValueSource(strings = {"FAIL_OPEN", "fail_open", "Fail_Open"})
    void areWrittenInEitherCase(String word) {
      assertThat(json("{'match_mode':'" + word + "','modes':['strict']}").as(Matching.class))
          .isEqualTo(new Matching(Mode.FAIL_OPEN, List.of(Mode.STRICT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'hush'", "''", "' '", "1", "'1'", "{}", "null", "true"})
    void failOnAnotherWordWithThePathAndTheAllowedWords(String value) {
      String message = "match_mode: expected one of STRICT, FAIL_OPEN";
      RawJson raw = json("{'match_mode':" + value + ",'modes':[]}");

      assertMisfit(() -> raw.as(Matching.class), message);
      assertMisfit(() -> raw.over(new Matching(Mode.STRICT, List.of())), message);
    }

    @Test
    void failWithinAListToo() {
      assertMisfit(
          () -> json("{'match_mode':'strict','modes':['strict','hush']}").as(Matching.class),
          "modes[1]: expected one of STRICT, FAIL_OPEN");
    }

    @Test
    void areWrittenByTheirName() {
      assertThat(RawJson.ofValue(new Matching(Mode.FAIL_OPEN, List.of(Mode.STRICT))).text())
          .isEqualTo("{\"match_mode\":\"FAIL_OPEN\",\"modes\":[\"STRICT\"]}");
    }
  }

  @Nested
  class Secrets {
    record Erp(String user, Secret erpPassword, Optional<Secret> apiKey) {}

    @Test
    void areBoundFromATextAndDoNotPrintThemselves() {
      Erp erp = json("{'user':'sa','erp_password':'hush','api_key':' hush '}").as(Erp.class);

      assertThat(erp.erpPassword().reveal()).isEqualTo("hush");
      assertThat(erp.apiKey().orElseThrow().reveal()).isEqualTo(" hush ");
      assertThat(erp.toString()).contains("sa").doesNotContain("hush");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{'user':'sa'}",
          "{'user':'sa','erp_password':null}",
          "{'user':'sa','erp_password':''}",
          "{'user':'sa','erp_password':' \\t'}",
        })
    void thatAreMissingOrBlankAreMissing(String json) {
      assertMisfit(() -> json(json).as(Erp.class), "erp_password: missing");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{'user':'sa','erp_password':['hush']}",
          "{'user':'sa','erp_password':{'hush':1}}",
        })
    void thatAreNotTextsFailByName(String json) {
      assertMisfit(() -> json(json).as(Erp.class), "erp_password: expected a text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",'api_key':null", ",'api_key':''", ",'api_key':' '"})
    void thatMayBeMissingMayBeBlankToo(String key) {
      assertThat(json("{'user':'sa','erp_password':'x'" + key + "}").as(Erp.class).apiKey())
          .isEmpty();
    }

    @Test
    void ofDefaultsStayWhereNothingReplacesThem() {
      Erp defaults = new Erp("sa", Secret.of("hush"), Optional.of(Secret.of("key")));

      assertThat(json("{'user':'sb'}").over(defaults))
          .isEqualTo(new Erp("sb", Secret.of("hush"), Optional.of(Secret.of("key"))));
      assertThat(json("{'erp_password':'other'}").over(defaults).erpPassword().reveal())
          .isEqualTo("other");
    }

    @Test
    void areNeverWritten() {
      Erp erp = new Erp("sa", Secret.of("hush"), Optional.empty());

      assertMisfit(
          () -> RawJson.ofValue(Map.of("logins", List.of(erp))),
          "logins[0].erp_password: expected a type that can be written as JSON, not Secret");
      assertMisfit(
          () -> RawJson.ofValue(Secret.of("hush")),
          "expected a type that can be written as JSON, not Secret");
      assertMisfit(
          () -> RawJson.ofValue(new Erp("sa", Secret.of("a"), Optional.of(Secret.of("hush")))),
          "erp_password: expected a type that can be written as JSON, not Secret");
    }
  }

  @Nested
  class WordsOfTheLibrary {
    record Queue(ResourceUrl url, MessageType gravity, RawJson settings, Optional<RawJson> more) {}

    @Test
    void areBoundAndWrittenAsTheyStandInRossumsJson() {
      String json =
          "{\"url\":\"/queues/9001\",\"gravity\":\"of_next_year\","
              + "\"settings\":{\"a\":[1.50,true,null,\"é\"]},\"more\":7}";
      Queue queue = RawJson.of(json).as(Queue.class);

      assertThat(queue.url().id()).hasValue(9001);
      assertThat(queue.gravity()).isEqualTo(new MessageType("of_next_year"));
      assertThat(queue.settings()).isEqualTo(RawJson.of("{\"a\":[1.50,true,null,\"é\"]}"));
      assertThat(queue.more()).contains(RawJson.of("7"));
      assertThat(RawJson.ofValue(queue).text()).isEqualTo(json);
      assertThat(RawJson.of("{}").over(queue)).isEqualTo(queue);
    }

    @Test
    void ofRawJsonMayBeNull() {
      Queue queue =
          json("{'url':'/q/1','gravity':'info','settings':null,'more':null}").as(Queue.class);

      assertThat(queue.settings().isNull()).isTrue();
      assertThat(queue.more()).isEmpty();
    }

    @Test
    void thatDoNotFitAreNamed() {
      assertMisfit(
          () -> json("{'url':{},'gravity':'info','settings':{}}").as(Queue.class),
          "url: expected ResourceUrl");
      assertMisfit(
          () -> json("{'url':'/q/1','gravity':['hush'],'settings':{}}").as(Queue.class),
          "gravity: expected MessageType");
    }

    @Test
    void durationsAreWrittenAsTheyAreRead() {
      record Waiting(Duration patience) {}

      assertThat(RawJson.ofValue(new Waiting(Duration.ofSeconds(90))).text())
          .isEqualTo("{\"patience\":\"PT1M30S\"}");
      assertThat(json("{'patience':'PT1M30S'}").as(Waiting.class).patience())
          .isEqualTo(Duration.ofSeconds(90));
    }
  }
}
