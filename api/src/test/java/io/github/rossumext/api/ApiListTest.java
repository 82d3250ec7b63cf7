package io.github.rossumext.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.api.sample.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the list shows of a type, and what it leaves out. */
class ApiListTest {
  @Test
  void showsOfAClassWhatOthersCanUse() {
    assertThat(TypeText.header(Sample.class))
        .isEqualTo(
            "public class Sample<T extends Comparable<T>> extends Hidden implements AutoCloseable");
    assertThat(MemberText.of(Sample.class))
        .containsExactly(
            "static final int LIMIT",
            "protected new(T name)",
            "@Deprecated static <E extends Enum<E>> Sample<?> of(List<? super E> list, String..."
                + " more) throws IOException",
            "int inherited()");
  }

  @Test
  void showsARecordByItsComponents() {
    assertThat(TypeText.header(Sample.Pair.class))
        .isEqualTo("public record Sample.Pair(String left, List<int[]> right)");
    assertThat(MemberText.of(Sample.Pair.class))
        .containsExactly("static Sample.Pair of(String both)");
  }

  @Test
  void showsAnEnumInTheOrderOfItsConstants() {
    assertThat(TypeText.header(Sample.Kind.class)).isEqualTo("public enum Sample.Kind");
    assertThat(MemberText.of(Sample.Kind.class)).containsExactly("SECOND", "FIRST");
  }

  @Test
  void namesTheTypeOfEachLineThatDiffers() {
    List<String> before =
        List.of("package p", "", "  class A", "    int x()", "  class B", "    int x()");
    List<String> after =
        List.of("package p", "", "  class A", "    int x()", "    int y()", "  class B");

    assertThat(Difference.of(before, after))
        .containsExactly("- package p / class B / int x()", "+ package p / class A / int y()");
  }
}
