package io.github.rossumext.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.payload.HookAction;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.internal.failure.FailureScreen;
import io.github.rossumext.testkit.simulator.AutomationLevel;
import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.testkit.simulator.QueueSettings;
import io.github.rossumext.testkit.simulator.SimulatedHook;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What opening a document sends, and how a playground begins and ends. */
class OpeningTest {
  private static List<String> sentAtOpening(Fixture document) {
    try (Playground playground =
        Playground.open(TestExtension.endpoint(), TestExtension.SECRET, document)) {
      return playground.exchanges().stream().map(Exchange::eventAndAction).toList();
    }
  }

  @Test
  void aDocumentThatIsImportedIsInitializedAndOpened() {
    assertThat(sentAtOpening(Fixtures.invoiceWithSchema()))
        .containsExactly("annotation_content.initialize", "annotation_content.started");
  }

  @Test
  void aDocumentThatIsOpenedIsOnlyOpened() {
    assertThat(sentAtOpening(Fixtures.invoiceWithSchema().with(HookAction.STARTED)))
        .containsExactly("annotation_content.started");
  }

  @Test
  void anotherRequestIsSentAsItIs() {
    assertThat(sentAtOpening(Fixtures.invoiceWithSchema().withEdited("order_id")))
        .containsExactly("annotation_content.updated");
  }

  @Test
  void aRequestOfAnotherEventIsNoDocument() {
    assertThatThrownBy(
            () ->
                Playground.open(
                    TestExtension.endpoint(), TestExtension.SECRET, Fixtures.emailReceived()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void hookAndQueueHaveTheSettingsOfTheBuilder() {
    try (Playground playground =
        Playground.builder(TestExtension.endpoint(), TestExtension.SECRET)
            .hook(hook -> hook.withSettings(Map.of("tolerance", "0.05")))
            .queue(QueueSettings.defaults().withAutomation(AutomationLevel.CONFIDENT))
            .open()) {
      assertThat(playground.exchanges())
          .isNotEmpty()
          .allMatch(sent -> sent.request().contains("\"settings\":{\"tolerance\":\"0.05\"}"));
      assertThat(playground.document().scenario().queue().automationLevel())
          .isEqualTo(AutomationLevel.CONFIDENT);
    }
  }

  @Test
  void theHookOfASimulatorIsSetThere() {
    PlaygroundBuilder builder =
        Playground.builder(EventsExtension.simulator()).hook(SimulatedHook::withUserUpdate);

    assertThatThrownBy(builder::open)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Set the hook when you make the RossumSimulator.");
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(file -> folder.relativize(file).toString()).toList();
    }
  }

  @Test
  void awaitReturnsWhenThePlaygroundIsClosed() throws Exception {
    Playground playground = Playground.open(TestExtension.endpoint(), TestExtension.SECRET);
    Thread closing = new Thread(playground::close);
    closing.start();

    playground.await();

    closing.join();
    assertThatThrownBy(() -> playground.url().toURL().openStream()).isInstanceOf(IOException.class);
  }

  /**
   * What scans a class path, or reads its configuration, finds nothing to start. The testkit finds
   * the screen of a failed test, which it opens only if it is asked to.
   */
  @Test
  void nothingStartsItByItself() throws IOException {
    Path classes = Path.of("target/classes");
    try (InputStream module = Files.newInputStream(classes.resolve("module-info.class"))) {
      assertThat(files(classes))
          .filteredOn(file -> file.startsWith("META-INF/services/"))
          .containsExactly("META-INF/services/" + FailureScreen.class.getName());
      assertThat(files(classes)).noneMatch(file -> file.startsWith("META-INF/spring"));
      ModuleDescriptor descriptor = ModuleDescriptor.read(module);
      assertThat(descriptor.provides())
          .extracting(ModuleDescriptor.Provides::service)
          .containsExactly(FailureScreen.class.getName());
      assertThat(descriptor.mainClass()).isEmpty();
    }
    for (Class<?> type : List.of(Playground.class, PlaygroundBuilder.class, PageServer.class)) {
      assertThat(type.getAnnotations()).isEmpty();
      assertThat(type.getMethods()).noneMatch(method -> method.getName().equals("main"));
    }
  }
}
