package io.github.rossumext.value;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.content.Category;
import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.schema.DatapointType;
import io.github.rossumext.schema.EditMode;
import io.github.rossumext.schema.UiType;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** All open enums, which live in several packages and keep one promise. */
class OpenEnumTest {
  /** The words of the protocol: §1, §3.2, §3.4, §3.7. */
  static List<Arguments> enums() {
    return List.of(
        enumeration(MessageType.class, MessageType::new, "error", "warning", "info"),
        enumeration(
            ValidationSource.class,
            ValidationSource::new,
            "score",
            "checks",
            "not_found",
            "data_matching",
            "history",
            "connector",
            "table_suggester",
            "rules",
            "human",
            "non_required",
            "NA"),
        enumeration(
            DatapointType.class,
            DatapointType::new,
            "string",
            "number",
            "date",
            "enum",
            "button",
            "boolean"),
        enumeration(
            UiType.class,
            UiType::new,
            "captured",
            "data",
            "manual",
            "formula",
            "reasoning",
            "lookup"),
        enumeration(
            EditMode.class, EditMode::new, "enabled", "enabled_without_warning", "disabled"),
        enumeration(Category.class, Category::new, "section", "multivalue", "tuple", "datapoint"),
        enumeration(
            HookAction.class,
            HookAction::new,
            "initialize",
            "started",
            "user_update",
            "updated",
            "confirm",
            "export",
            "changed",
            "created",
            "received",
            "scheduled",
            "manual"),
        enumeration(
            AnnotationStatus.class,
            AnnotationStatus::new,
            "created",
            "importing",
            "failed_import",
            "split",
            "to_review",
            "reviewing",
            "in_workflow",
            "confirmed",
            "rejected",
            "exporting",
            "exported",
            "failed_export",
            "postponed",
            "deleted",
            "purged"));
  }

  private static <E extends OpenEnum<E>> Arguments enumeration(
      Class<E> type, Function<String, E> of, String... words) {
    return Arguments.of(Named.of(type.getSimpleName(), type), of, Set.of(words));
  }

  @ParameterizedTest
  @MethodSource("enums")
  void theConstantsAreTheWordsOfTheProtocol(
      Class<?> type, Function<String, OpenEnum<?>> of, Set<String> words) {
    assertThat(constants(type).map(OpenEnum::value).collect(toUnmodifiableSet())).isEqualTo(words);
    assertThat(constants(type)).hasSameSizeAs(words).allMatch(OpenEnum::isKnown);
  }

  @ParameterizedTest
  @MethodSource("enums")
  void aWordOfTheProtocolEqualsItsConstant(
      Class<?> type, Function<String, OpenEnum<?>> of, Set<String> words) {
    for (OpenEnum<?> constant : constants(type).toList()) {
      assertThat(of.apply(constant.value())).isEqualTo(constant).hasSameHashCodeAs(constant);
    }
  }

  @ParameterizedTest
  @MethodSource("enums")
  void anUnknownWordKeepsItsTextAndEqualsItself(
      Class<?> type, Function<String, OpenEnum<?>> of, Set<String> words) {
    OpenEnum<?> unknown = of.apply("of_next_year");

    assertThat(unknown.isKnown()).isFalse();
    assertThat(unknown.value()).isEqualTo("of_next_year");
    assertThat(unknown).hasToString("of_next_year").isEqualTo(of.apply("of_next_year"));
    assertThat(unknown).isNotEqualTo(of.apply("of_the_year_after"));
  }

  @ParameterizedTest
  @MethodSource("enums")
  void caseMatters(Class<?> type, Function<String, OpenEnum<?>> of, Set<String> words) {
    for (String word : words) {
      String swapped = word.equals("NA") ? "na" : word.toUpperCase(Locale.ROOT);
      assertThat(of.apply(swapped).isKnown()).isFalse();
    }
  }

  @Test
  void itCanBeOneOfSeveral() {
    HookAction unknown = new HookAction("of_next_year");

    assertThat(HookAction.STARTED.isOneOf(HookAction.INITIALIZE, HookAction.STARTED)).isTrue();
    assertThat(HookAction.STARTED.isOneOf(HookAction.INITIALIZE, HookAction.UPDATED)).isFalse();
    assertThat(HookAction.STARTED.isOneOf()).isFalse();
    assertThat(unknown.isOneOf(HookAction.INITIALIZE, new HookAction("of_next_year"))).isTrue();
  }

  private static Stream<OpenEnum<?>> constants(Class<?> type) {
    return Arrays.stream(type.getFields())
        .filter(field -> Modifier.isStatic(field.getModifiers()))
        .map(
            field -> {
              try {
                return (OpenEnum<?>) field.get(null);
              } catch (IllegalAccessException e) {
                throw new AssertionError(e);
              }
            });
  }
}
