package io.github.rossumext.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecurringTest {
  private static String text(String text) {
    byte[] bytes = ("\"" + text + "\"").getBytes(StandardCharsets.UTF_8);
    return Recurring.text(bytes, 1, bytes.length - 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "ab", "abc", "item_code", "řádek", "💧"})
  void aTextIsWhatTheBytesSay(String text) {
    assertThat(text(text)).isEqualTo(text);
    assertThat(text(text)).isEqualTo(text);
  }

  @Test
  void aWordOfASchemaIsOneInstance() {
    assertThat(text("item_quantity")).isSameAs(text("item_quantity"));
  }

  @Test
  void aLongTextIsNotKept() {
    String text = "x".repeat(65);

    assertThat(text(text)).isEqualTo(text).isNotSameAs(text(text));
  }

  @Test
  @SuppressWarnings("ReferenceEquality") // the test is about instances
  void theNumberedFieldsOfASchemaDoNotEvictEachOther() {
    List<String> ids = IntStream.rangeClosed(1, 200).mapToObj(n -> "vat_field_" + n).toList();
    ids.forEach(RecurringTest::text);

    Set<String> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    ids.stream().map(RecurringTest::text).forEach(kept::add);

    assertThat(ids.stream().map(RecurringTest::text).filter(kept::contains))
        .hasSizeGreaterThan(190);
  }
}
