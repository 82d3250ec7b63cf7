package io.github.rossumext.value;

import static io.github.rossumext.Problem.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.rossumext.CapturedLog;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which keys the components of an author's records read. */
class KeyMatchTest {
  record Limit(BigDecimal autoLimit, @Key("VIM_URL") Optional<String> url) {}

  record Settings(Limit inner, List<Limit> all, Map<String, Limit> byCode, Optional<Limit> more) {}

  private static final Limit LIMIT = new Limit(BigDecimal.TEN, Optional.of("x"));

  private static RawJson json(String json) {
    return RawJson.of(json.replace('\'', '"'));
  }

  private static void assertMisfit(Runnable binding, String message) {
    assertThatExceptionOfType(BindingException.class)
        .isThrownBy(binding::run)
        .satisfies(saying(message))
        .withNoCause();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'auto_limit':10,'VIM_URL':'x'}",
        "{'autoLimit':10,'vimUrl':'x'}",
        "{'AUTO_LIMIT':10,'vim-url':'x'}",
        "{'Auto-Limit':10,'VIMURL':'x'}",
        "{'autolimit':10,'vim_url':'x'}",
      })
  void aKeyMatchesInEverySpellingInEveryPlace(String limit) {
    RawJson settings =
        json(
            "{'INNER':"
                + limit
                + ",'all':["
                + limit
                + "],'byCode':{'aB_c':"
                + limit
                + "},'More':"
                + limit
                + "}");
    Settings expected =
        new Settings(LIMIT, List.of(LIMIT), Map.of("aB_c", LIMIT), Optional.of(LIMIT));

    assertThat(json(limit).as(Limit.class)).isEqualTo(LIMIT);
    assertThat(json("[" + limit + "]").asListOf(Limit.class)).containsExactly(LIMIT);
    assertThat(json(limit).over(new Limit(BigDecimal.ONE, Optional.empty()))).isEqualTo(LIMIT);
    assertThat(settings.as(Settings.class)).isEqualTo(expected);
    Limit other = new Limit(BigDecimal.ONE, Optional.empty());
    assertThat(
            settings.over(
                new Settings(other, List.of(), Map.of("aB_c", other), Optional.of(other))))
        .isEqualTo(expected);
  }

  /** A class with setters, as authors have who come from JavaBeans. */
  public static final class Bean {
    private int autoLimit = 500;
    private List<String> companyCodes = List.of();
    private @Nullable Bean inner;

    public int getAutoLimit() {
      return autoLimit;
    }

    public void setAutoLimit(int limit) {
      this.autoLimit = limit;
    }

    public List<String> getCompanyCodes() {
      return companyCodes;
    }

    public void setCompanyCodes(List<String> codes) {
      this.companyCodes = codes;
    }

    public @Nullable Bean getInner() {
      return inner;
    }

    public void setInner(Bean bean) {
      this.inner = bean;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'auto_limit':100,'company_codes':['DE01'],'inner':{'auto_limit':7}}",
        "{'autoLimit':100,'companyCodes':'DE01','INNER':{'AUTO-LIMIT':7}}",
        "{'AUTO_LIMIT':100,'COMPANY_CODES':['DE01'],'Inner':{'autolimit':7}}"
      })
  void theKeysOfAClassWithSettersMatchInEverySpelling(String json) {
    for (Bean bean : List.of(json(json).as(Bean.class), json(json).over(new Bean()))) {
      assertThat(bean.getAutoLimit()).isEqualTo(100);
      assertThat(bean.getCompanyCodes()).containsExactly("DE01");
      assertThat(bean.getInner()).isNotNull().extracting(Bean::getAutoLimit).isEqualTo(7);
    }
  }

  @Test
  void aMisspeltKeyOfAClassWithSettersIsLogged() {
    try (CapturedLog log = CapturedLog.start()) {
      assertThat(json("{'inner':{'auto_limits':100}}").over(new Bean()).getInner())
          .extracting(Bean::getAutoLimit)
          .isEqualTo(500);

      assertThat(log.lines())
          .filteredOn(line -> line.contains("unknown key"))
          .singleElement()
          .asString()
          .contains("key=\"auto_limits\"", "nearest=\"auto_limit\"");
    }
  }

  /** The pool of the JVM has no limit, and each request may bring other keys. */
  @Test
  void aKeyOfARequestIsNotInterned() {
    record Defaults(RawJson more) {}
    String key = UUID.randomUUID().toString();
    String json = "{'" + key + "':{'" + key + "':1}}";

    Object map = json(json).as(Map.class);
    json("{}").over(new Defaults(json(json)));
    json("{'more':" + json + "}").over(new Defaults(json(json)));
    json("{'more':" + json + "}").as(Defaults.class);

    assertThat(map).asInstanceOf(InstanceOfAssertFactories.MAP).containsOnlyKeys(key);
    String copy = String.valueOf(key.toCharArray());
    assertThat(copy.intern()).as("the first of its kind").isSameAs(copy);
  }

  @Test
  void theKeysOfAMapAreNotNames() {
    assertThat((Object) json("{'EUR':1,'eur':2}").as(Map.class))
        .isEqualTo(Map.of("EUR", 1, "eur", 2));
    record Rates(Map<String, Integer> rates) {}
    assertThat(json("{'rates':{'eur':2}}").over(new Rates(Map.of("EUR", 1))).rates())
        .isEqualTo(Map.of("EUR", 1, "eur", 2));
  }

  @Test
  void theKeyOfAComponentIsWritten() {
    assertThat(RawJson.ofValue(LIMIT).text()).isEqualTo("{\"auto_limit\":10,\"VIM_URL\":\"x\"}");
  }

  @Test
  void theNameOfAComponentWithAKeyIsAnUnknownKey() {
    assertThat(json("{'auto_limit':1,'url':'x'}").as(Limit.class).url()).isEmpty();
  }

  @Test
  void twoKeysOfOneComponentAreRefused() {
    String message = "autoLimit: expected one key for 'auto_limit', found two; remove one of them";
    RawJson twice = json("{'auto_limit':1,'autoLimit':1}");

    assertMisfit(() -> twice.as(Limit.class), message);
    assertMisfit(() -> twice.over(LIMIT), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'a':{'b':1,'b':1}}", "{'a':{'b':1,'c':2,'b':{}}}"})
  void aKeyTwiceIsRefusedEverywhere(String json) {
    String message = "a.b: expected the key once, found it twice";

    assertMisfit(() -> json(json).as(Map.class), message);
    assertMisfit(() -> json(json).as(RawJson.class), message);
    assertMisfit(() -> json(json).over(Map.of("a", 1)), message);
    assertMisfit(() -> json("[" + json + "]").asListOf(Map.class), "[0]." + message);
  }

  @Test
  void aRecordWhoseComponentsMatchOneKeyIsRefused() {
    record Twice(String vimUrl, @Key("VIM_URL") String other) {}
    record Inside(List<Twice> all) {}
    String message =
        "The components 'vimUrl' and 'other' of "
            + Twice.class.getName()
            + " match the same key 'VIM_URL', because case, _ and - do not count. Give one of them"
            + " another key with @Key.";

    assertThatIllegalArgumentException()
        .isThrownBy(() -> json("{}").as(Twice.class))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> json("{}").over(new Twice("", "")))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> json("{'all':[{}]}").as(Inside.class))
        .withMessage(message);
  }

  @Test
  void oneTextOrNumberIsAListOfOne() {
    @SuppressWarnings("ArrayRecordComponent") // authors write such records
    record Lists(
        List<String> codes, Set<Integer> numbers, Optional<List<String>> more, int[] ids) {}

    Lists lists = json("{'codes':'DE01','numbers':7,'more':'x','ids':1}").as(Lists.class);

    assertThat(lists.codes()).containsExactly("DE01");
    assertThat(lists.numbers()).containsExactly(7);
    assertThat(lists.more()).contains(List.of("x"));
    assertThat(lists.ids()).containsExactly(1);
    assertThat(json("{'codes':'AT01'}").over(lists).codes()).containsExactly("AT01");
  }

  @Test
  void aTextIsAListOfOneInARecordOfAListToo() {
    record Check(List<String> left, List<String> right) {}
    record Checks(List<Check> checks) {}

    Checks read =
        json("{'checks':[{'left':['total'],'right':['base','tax']},"
                + "{'left':'date_issue','right':'date_due'}]}")
            .over(new Checks(List.of()));

    assertThat(read.checks())
        .containsExactly(
            new Check(List.of("total"), List.of("base", "tax")),
            new Check(List.of("date_issue"), List.of("date_due")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"''", "' '", "{'hush':1}"})
  void nothingElseIsAListOfOne(String value) {
    record Lists(List<String> codes) {}

    assertMisfit(() -> json("{'codes':" + value + "}").as(Lists.class), "codes: expected a list");
  }

  @Test
  void anObjectIsNotAListOfOneRecord() {
    record Limits(List<Limit> limits) {}

    assertMisfit(
        () -> json("{'limits':{'auto_limit':1}}").as(Limits.class), "limits: expected a list");
  }

  @Test
  void aMisspeltKeyIsLoggedOnce() {
    record Metadata(Optional<String> orderNumber, Optional<String> orderId) {}
    RawJson raw = json("{'order_nmber':1,'orderId':'x','order_ids':2,'of_another_system':3}");
    try (CapturedLog log = CapturedLog.start()) {
      raw.as(Metadata.class);
      raw.as(Metadata.class);

      assertThat(log.lines())
          .filteredOn(line -> line.contains("unknown key"))
          .singleElement()
          .asString()
          .contains("key=\"order_nmber\" in=\"JSON\" nearest=\"order_number\"");
    }
  }
}
