package io.github.rossumext.payload;

import static io.github.rossumext.payload.PayloadFixture.annotation;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnnotationTest {
  private static Arguments url(String key, Function<Annotation, Optional<ResourceUrl>> accessor) {
    return Arguments.of(key, accessor);
  }

  static Stream<Arguments> urls() {
    return Stream.of(
        url("url", Annotation::url),
        url("queue", Annotation::queue),
        url("document", Annotation::document),
        url("schema", Annotation::schema),
        url("organization", Annotation::organization),
        url("creator", Annotation::creator),
        url("modifier", Annotation::modifier),
        url("modified_by", Annotation::modifiedBy),
        url("confirmed_by", Annotation::confirmedBy),
        url("deleted_by", Annotation::deletedBy),
        url("exported_by", Annotation::exportedBy),
        url("purged_by", Annotation::purgedBy),
        url("rejected_by", Annotation::rejectedBy),
        url("suggested_edit", Annotation::suggestedEdit),
        url("email", Annotation::email),
        url("automation_blocker", Annotation::automationBlocker),
        url("email_thread", Annotation::emailThread));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("urls")
  void aUrlIsAUrlOrNull(String key, Function<Annotation, Optional<ResourceUrl>> accessor) {
    String url = "https://acme.rossum.app/api/v1/" + key + "/41";

    assertThat(accessor.apply(annotation("\"" + key + "\":\"" + url + "\"")))
        .hasValue(new ResourceUrl(url));
    assertThat(accessor.apply(annotation("\"" + key + "\":null"))).isEmpty();
    assertThat(accessor.apply(annotation("\"" + key + "\":\"None\""))).isEmpty();
  }

  private static Arguments list(String key, Function<Annotation, List<ResourceUrl>> accessor) {
    return Arguments.of(key, accessor);
  }

  static Stream<Arguments> lists() {
    return Stream.of(
        list("pages", Annotation::pages),
        list("relations", Annotation::relations),
        list("related_emails", Annotation::relatedEmails),
        list("assignees", Annotation::assignees),
        list("labels", Annotation::labels));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lists")
  void aListOfUrlsKeepsItsOrder(String key, Function<Annotation, List<ResourceUrl>> accessor) {
    assertThat(accessor.apply(annotation("\"" + key + "\":[\"/b/2\",\"/a/1\"]")))
        .containsExactly(new ResourceUrl("/b/2"), new ResourceUrl("/a/1"));
    assertThat(accessor.apply(annotation("\"" + key + "\":[]"))).isEmpty();
    assertThat(accessor.apply(annotation("\"" + key + "\":null"))).isEmpty();
  }

  private static Arguments time(String key, Function<Annotation, Optional<Instant>> accessor) {
    return Arguments.of(key, accessor);
  }

  static Stream<Arguments> times() {
    return Stream.of(
        time("created_at", Annotation::createdAt),
        time("assigned_at", Annotation::assignedAt),
        time("modified_at", Annotation::modifiedAt),
        time("confirmed_at", Annotation::confirmedAt),
        time("exported_at", Annotation::exportedAt),
        time("export_failed_at", Annotation::exportFailedAt),
        time("deleted_at", Annotation::deletedAt),
        time("purged_at", Annotation::purgedAt),
        time("rejected_at", Annotation::rejectedAt));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("times")
  void aPointInTimeIsOneOrNull(String key, Function<Annotation, Optional<Instant>> accessor) {
    String time = "2025-11-03T08:15:42.118273Z";

    assertThat(accessor.apply(annotation("\"" + key + "\":\"" + time + "\"")))
        .hasValue(Instant.parse(time));
    assertThat(accessor.apply(annotation("\"" + key + "\":null"))).isEmpty();
    assertThat(accessor.apply(annotation("\"" + key + "\":\"None\""))).isEmpty();
  }

  private static Arguments flag(String key, Predicate<Annotation> accessor) {
    return Arguments.of(key, accessor);
  }

  static Stream<Arguments> flags() {
    return Stream.of(
        flag("automated", Annotation::isAutomated),
        flag("automatically_rejected", Annotation::isAutomaticallyRejected),
        flag("has_email_thread_with_replies", Annotation::hasEmailThreadWithReplies),
        flag("has_email_thread_with_new_replies", Annotation::hasEmailThreadWithNewReplies),
        flag("restricted_access", Annotation::isAccessRestricted),
        flag("training_enabled", Annotation::isTrainingEnabled),
        flag("einvoice", Annotation::isEinvoice));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("flags")
  void aFlagIsTrueOnlyWhereItIsTrue(String key, Predicate<Annotation> accessor) {
    assertThat(accessor.test(annotation("\"" + key + "\":true"))).isTrue();
    assertThat(accessor.test(annotation("\"" + key + "\":false"))).isFalse();
    assertThat(accessor.test(annotation("\"" + key + "\":null"))).isFalse();
  }

  private static Arguments json(String key, Function<Annotation, Optional<RawJson>> accessor) {
    return Arguments.of(key, accessor);
  }

  static Stream<Arguments> jsons() {
    return Stream.of(
        json("metadata", Annotation::metadata), json("prediction", Annotation::prediction));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jsons")
  void jsonIsKeptAsItCame(String key, Function<Annotation, Optional<RawJson>> accessor) {
    assertThat(accessor.apply(annotation("\"" + key + "\":{\"a\": [1]}")))
        .hasValue(RawJson.of("{\"a\": [1]}"));
    assertThat(accessor.apply(annotation("\"" + key + "\":[]"))).hasValue(RawJson.of("[]"));
    assertThat(accessor.apply(annotation("\"" + key + "\":null"))).isEmpty();
  }

  @Test
  void theIdIsANumberAlsoInAText() {
    assertThat(annotation("\"id\":5483409759").id()).hasValue(5483409759L);
    assertThat(annotation("\"id\":\"610001\"").id()).hasValue(610001);
    assertThat(annotation("\"id\":null").id()).isEmpty();
  }

  @Test
  void theStatusIsAnOpenEnum() {
    Annotation annotation =
        annotation("\"status\":\"of_next_year\",\"previous_status\":\"importing\"");

    assertThat(annotation.status()).hasValue(new AnnotationStatus("of_next_year"));
    assertThat(annotation.previousStatus()).hasValue(AnnotationStatus.IMPORTING);
    assertThat(annotation("\"status\":null").status()).isEmpty();
  }

  @Test
  void theTimeSpentIsANumberOfSeconds() {
    assertThat(annotation("\"time_spent\":1633").timeSpent()).hasValue(new BigDecimal("1633"));
    assertThat(annotation("\"time_spent\":5.40").timeSpent()).hasValue(new BigDecimal("5.40"));
    assertThat(annotation("\"time_spent\":\"None\"").timeSpent()).isEmpty();
  }

  @Test
  void theIdOfTheExtractionIsAText() {
    assertThat(annotation("\"rir_poll_id\":\"519a69\"").rirPollId()).hasValue("519a69");
    assertThat(annotation("\"rir_poll_id\":null").rirPollId()).isEmpty();
  }

  @Test
  void unknownKeysAreReached() {
    assertThat(annotation("\"of_next_year\":[1]").find("of_next_year")).hasValue(RawJson.of("[1]"));
  }

  static Stream<Method> accessors() {
    return Arrays.stream(Annotation.class.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()));
  }

  @ParameterizedTest
  @MethodSource("accessors")
  void nothingInItIsGuaranteed(Method accessor) throws Exception {
    assertThat(accessor.invoke(annotation("")))
        .isIn(Optional.empty(), OptionalLong.empty(), List.of(), false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"None\"", "[]", "7"})
  void anAnnotationThatIsNoObjectHasNothing(String json) {
    StatusPayload payload =
        (StatusPayload)
            PayloadFixture.payload("annotation_status", "changed", "\"annotation\":" + json);

    assertThat(payload.annotation().id()).isEmpty();
    assertThat(payload.annotation().pages()).isEmpty();
    assertThat(payload.annotation().keys()).isEmpty();
  }
}
