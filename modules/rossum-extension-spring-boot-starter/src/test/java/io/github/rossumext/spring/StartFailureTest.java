package io.github.rossumext.spring;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.payload.HookAction.EXPORT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.HookHandler;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.ContentRules;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;

/** What stops the start of an application, and what is said then. */
class StartFailureTest {
  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  RossumStoreAutoConfiguration.class, RossumAutoConfiguration.class))
          .withPropertyValues("rossum.warm-up=false");

  private final ApplicationContextRunner ready =
      application.withPropertyValues("rossum.secret=x").withBean(ContentRule.class, () -> c -> {});

  static class TwoForOneEvent {
    @Bean
    EventHandler<ContentPayload, ContentResponse> booking() {
      return EventHandler.of(ANNOTATION_CONTENT.only(EXPORT), ContentRules.of());
    }

    @Bean
    EventHandler<ContentPayload, ContentResponse> archive() {
      return EventHandler.of(ANNOTATION_CONTENT.only(EXPORT), ContentRules.of());
    }
  }

  static class WithoutEvent {
    @Bean
    HookHandler<ContentPayload, ContentResponse> booking() {
      return ContentRules.of();
    }
  }

  static class AtAnUnknownAction {
    @Bean
    @OnlyAt("exports")
    ContentRule booking() {
      return content -> {};
    }
  }

  static class AtNoAction {
    @Bean
    @OnlyAt({})
    ContentRule booking() {
      return content -> {};
    }
  }

  private static String explained(ApplicationContextRunner runner) {
    List<String> texts = new ArrayList<>();
    runner.run(context -> texts.add(text(context.getStartupFailure())));
    return texts.get(0);
  }

  private static String text(Throwable failure) {
    assertThat(failure).isNotNull();
    FailureAnalysis analysis = new PropertyFailureAnalyzer().analyze(failure);
    if (analysis == null) {
      analysis = new StartFailureAnalyzer().analyze(failure);
    }
    assertThat(analysis).as("the analysis of " + failure).isNotNull();
    return analysis.getDescription() + "\n" + analysis.getAction();
  }

  @Test
  void aMissingSecret() {
    assertThat(explained(application.withBean(ContentRule.class, () -> c -> {})))
        .contains("The extension has no secret", "rossum.secret=${ROSSUM_HOOK_SECRET}");
  }

  @Test
  void aVariableThatIsNotSet() {
    assertThat(explained(ready.withPropertyValues("rossum.secret=${NO_SUCH_VARIABLE}")))
        .contains("${NO_SUCH_VARIABLE}, which is not set");
  }

  @Test
  void aFileOfTheSecretThatIsMissing() {
    assertThat(explained(ready.withPropertyValues("rossum.secret-file=/no/such/file")))
        .contains("rossum.secret-file", "/no/such/file");
  }

  @Test
  void anApplicationThatHandlesNothing() {
    assertThat(explained(application.withPropertyValues("rossum.secret=x")))
        .contains("handles no event", "@Component");
  }

  @Test
  void twoHandlersForOneEvent() {
    assertThat(explained(ready.withUserConfiguration(TwoForOneEvent.class)))
        .contains(
            "Registered twice",
            "annotation_content.export: booking",
            "annotation_content.export: archive");
  }

  @Test
  void aRuleAtAnActionThatDoesNotExist() {
    assertThat(explained(ready.withUserConfiguration(AtAnUnknownAction.class)))
        .contains(
            "The rule 'booking' is @OnlyAt(\"exports\")",
            "Did you mean export",
            "initialize, started, user_update, updated, confirm, export");
    assertThat(explained(ready.withUserConfiguration(AtNoAction.class)))
        .contains("'booking' is @OnlyAt() without an action");
  }

  @Test
  void aHandlerThatDoesNotSayItsEvent() {
    assertThat(explained(ready.withUserConfiguration(WithoutEvent.class)))
        .contains("The bean 'booking'", "EventHandler.of(event, handler)");
  }

  @Test
  void anUnknownPropertyWhoseValueStaysHidden() {
    assertThat(explained(ready.withPropertyValues("rossum.secrets=very secret")))
        .contains("rossum.secrets", "does not exist", "Did you mean rossum.secret")
        .doesNotContain("very secret");
  }

  @Test
  void anUnknownEventOfATimeout() {
    assertThat(explained(ready.withPropertyValues("rossum.timeout.exports=20s")))
        .contains("rossum.timeout.exports", "Did you mean rossum.timeout.export");
  }

  @Test
  void aValueThatCannotBeRead() {
    assertThat(explained(ready.withPropertyValues("rossum.timeout.export=soon")))
        .contains("rossum.timeout.export", "is not a Duration");
    assertThat(explained(ready.withPropertyValues("rossum.lossy-writes=maybe")))
        .contains("It is one of refuse, drop-and-log");
  }

  @Test
  void anEventThatDoesNotExist() {
    assertThat(explained(ready.withPropertyValues("rossum.once=annotation_content.exported")))
        .contains("annotation_content.exported", "Did you mean annotation_content.export");
  }

  @Test
  void anEventForWhichAUserWaits() {
    assertThat(explained(ready.withPropertyValues("rossum.once=annotation_content")))
        .contains("a user waits");
  }

  @Test
  void laterWithoutAUrl() {
    assertThat(explained(ready.withPropertyValues("rossum.later=annotation_content.export")))
        .contains("rossum.public-url");
    assertThat(
            explained(
                ready.withPropertyValues(
                    "rossum.later=annotation_content.export", "rossum.public-url=https://a b")))
        .contains("rossum.public-url is 'https://a b'", "as Rossum sees it");
  }

  @Test
  void aDatabaseThatIsNotThere() {
    assertThat(explained(ready.withPropertyValues("rossum.store.type=jdbc")))
        .contains("no single DataSource");
  }

  @Test
  void aPathThatIsAPattern() {
    List<String> texts = new ArrayList<>();
    new WebApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                RossumAutoConfiguration.class, RossumServletAutoConfiguration.class))
        .withBean(ContentRule.class, () -> c -> {})
        .withPropertyValues("rossum.warm-up=false", "rossum.secret=x", "rossum.path=/rossum/*")
        .run(context -> texts.add(text(context.getStartupFailure())));

    assertThat(texts.get(0)).contains("rossum.path is '/rossum/*'");
  }
}
