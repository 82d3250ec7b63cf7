package io.github.rossumext.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

class HeadersTest {
  @Test
  void namesAreFoundWhateverTheirCase() {
    Headers headers = Headers.of("Content-Type", "application/json");

    assertThat(headers.first("content-type")).hasValue("application/json");
    assertThat(headers.first("CONTENT-TYPE")).hasValue("application/json");
    assertThat(headers.names()).containsExactly("content-type");
  }

  @Test
  void namesAreFoundInATurkishEnvironmentToo() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    try {
      assertThat(Headers.of("X-ELIS-SIGNATURE", "x").first("x-elis-signature")).hasValue("x");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void allValuesAreKeptInTheirOrder() {
    Headers headers = Headers.of(Map.of("Via", List.of("one", "two", "one")));

    assertThat(headers.all("via")).containsExactly("one", "two", "one");
    assertThat(headers.first("via")).hasValue("one");
  }

  @Test
  void valuesOfNamesThatDifferInCaseAreJoined() {
    Headers headers = Headers.of(Map.of("Via", List.of("one"), "VIA", List.of("two")));

    assertThat(headers.all("via")).containsExactlyInAnyOrder("one", "two");
  }

  @Test
  void whatWasNotSentIsEmpty() {
    assertThat(Headers.empty().all("Via")).isEmpty();
    assertThat(Headers.empty().first("Via")).isEmpty();
    assertThat(Headers.empty().names()).isEmpty();
  }

  @Test
  void withSetsAHeaderAndLeavesTheOriginalAlone() {
    Headers original = Headers.of(Map.of("Via", List.of("one", "two")));
    Headers changed = original.with("VIA", "three").with("Host", "localhost");

    assertThat(changed.all("via")).containsExactly("three");
    assertThat(changed.first("host")).hasValue("localhost");
    assertThat(original.all("via")).containsExactly("one", "two");
    assertThat(original.first("host")).isEmpty();
  }

  @Test
  void theMapIsCopied() {
    List<String> values = new ArrayList<>(List.of("one"));
    Map<String, List<String>> map = new HashMap<>(Map.of("Via", values));
    Headers headers = Headers.of(map);
    values.add("two");
    map.put("Host", List.of("localhost"));

    assertThat(headers).isEqualTo(Headers.of("via", "one"));
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> headers.all("Via").add("two"));
  }

  @Test
  @NullUnmarked // some servers put the status line under the name null
  void nullsOfServersAreLeftOut() {
    Map<String, List<String>> map = new HashMap<>();
    map.put(null, List.of("HTTP/1.1 200 OK"));
    map.put("Host", null);
    map.put("Via", Arrays.asList("one", null));

    assertThat(Headers.of(map).names()).containsExactlyInAnyOrder("via");
    assertThat(Headers.of(map).all("via")).containsExactly("one");
  }

  @Test
  void equalHeadersAreEqualHoweverTheyWereMade() {
    assertThat(Headers.of("Via", "one"))
        .isEqualTo(Headers.empty().with("VIA", "one"))
        .hasSameHashCodeAs(Headers.of(Map.of("via", List.of("one"))))
        .isNotEqualTo(Headers.of("Via", "two"));
  }

  @Test
  void theTextShowsNamesAndNoValue() {
    assertThat(Headers.of("X-Rossum-Signature-SHA256", "sha256=00"))
        .hasToString("Headers[x-rossum-signature-sha256]");
  }
}
