package io.github.rossumext.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.testkit.simulator.SimulatedField;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** An extension that is loaded again when its classes have changed. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class ReloadTest {
  @TempDir Path folder;

  private static void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      Thread.sleep(10); // the timeout of the test ends it
    }
  }

  private static JsonNode build(Playground playground) {
    return playground.document().view().head().path("build");
  }

  private static void awaitBuild(Playground playground, int number) throws InterruptedException {
    await(() -> build(playground).path("number").asInt() == number);
  }

  private static String text(Playground playground, String field) {
    AtomicReference<String> text = new AtomicReference<>("");
    playground.act(
        TestAct.of(
            rossum -> text.set(rossum.findField(field).map(SimulatedField::text).orElse(""))));
    return text.get();
  }

  private static void edit(Playground playground, String field, String text) {
    playground.act(TestAct.of(rossum -> rossum.edit(field, text)));
  }

  @Test
  void aRuleThatIsCompiledAgainRespondsAndTheDocumentStays() throws Exception {
    Project project = Project.thatNotes(folder, "by the first build");
    try (Playground playground = project.open()) {
      edit(playground, "order_id", "4711");

      project.notes("by the second build");
      awaitBuild(playground, 2);

      assertThat(text(playground, "order_id")).isEqualTo("4711");
      assertThat(text(playground, "notes")).isEqualTo("by the first build");
      edit(playground, "order_id", "4712");
      assertThat(text(playground, "notes")).isEqualTo("by the second build");
    }
  }

  @Test
  void theOldEndpointIsClosedAndTheLastOneWithThePlayground() throws Exception {
    Project project = Project.thatNotes(folder, "one");
    Playground playground = project.open();
    HookEndpoint first =
        Objects.requireNonNull(playground.document().subject().reload()).endpoint();

    project.notes("two");
    awaitBuild(playground, 2);
    HookEndpoint second =
        Objects.requireNonNull(playground.document().subject().reload()).endpoint();

    await(first::isClosed);
    assertThat(second.isClosed()).isFalse();
    playground.close();
    assertThat(second.isClosed()).isTrue();
  }

  @Test
  void aFactoryThatFailsKeepsTheOldEndpointUntilItWorksAgain() throws Exception {
    Project project = Project.thatNotes(folder, "by the first build");
    try (Playground playground = project.open()) {
      project.factory("throw new IllegalStateException(\"No price list.\");");
      await(() -> build(playground).has("failure"));

      assertThat(build(playground).path("number").asInt()).isEqualTo(1);
      assertThat(build(playground).path("failure").path("text").asText())
          .isEqualTo(
              "com.example.Factory failed: java.lang.IllegalStateException: No price list."
                  + " (Factory.java:7)");
      assertThat(build(playground).path("failure").path("trace").asText())
          .contains("at com.example.Factory.get(Factory.java:7)");
      edit(playground, "order_id", "4711");
      assertThat(text(playground, "notes")).isEqualTo("by the first build");

      project.notes("by the next build");
      project.factory();
      await(() -> build(playground).path("number").asInt() > 1);
      assertThat(build(playground).has("failure")).isFalse();
      edit(playground, "order_id", "4712");
      assertThat(text(playground, "notes")).isEqualTo("by the next build");
    }
  }

  @Test
  void aClassThatIsHalfWrittenIsNotLoaded() throws Exception {
    Project project = Project.thatNotes(folder, "by the first build");
    Path rule = project.classes().resolve("com/example/NotesRule.class");
    try (Playground playground = project.open()) {
      Files.write(rule, new byte[0]);
      Reload reload = Objects.requireNonNull(playground.document().subject().reload());

      assertThat(reload.again().refusals())
          .containsExactly("A class file is being written. Wait for the compiler.");
      edit(playground, "order_id", "4711");
      assertThat(text(playground, "notes")).isEqualTo("by the first build");

      project.notes("by the second build");
      awaitBuild(playground, 2);
      edit(playground, "order_id", "4712");
      assertThat(text(playground, "notes")).isEqualTo("by the second build");
    }
  }

  @Test
  void whatACompilerDeletesIsNotMissedByTheBuildThatResponds() throws Exception {
    Project project = Project.thatNotes(folder, "by the first build");
    try (Playground playground = project.open()) {
      Files.delete(project.testClasses().resolve("com/example/Factory.class"));
      Files.delete(project.classes().resolve("com/example/NotesRule.class"));

      edit(playground, "order_id", "4711");

      assertThat(text(playground, "notes")).isEqualTo("by the first build");
      await(() -> build(playground).has("failure"));
      assertThat(build(playground).path("failure").path("text").asText())
          .isEqualTo(
              "The class com.example.Factory is missing. Compile it, or check the class path.");
    }
  }

  @Test
  void aResourceThatChangesIsReadByTheNextBuild() throws Exception {
    Project project = Project.thatNotes(folder, "");
    Path resource = project.classes().resolve("price.txt");
    Files.writeString(resource, "old");
    project.rule(
        """
        try (java.io.InputStream in = getClass().getResourceAsStream("/price.txt")) {
          content.field("notes").set(new String(in.readAllBytes()));
        } catch (java.io.IOException e) {
          throw new java.io.UncheckedIOException(e);
        }
        """);
    try (Playground playground = project.open()) {
      assertThat(text(playground, "notes")).isEqualTo("old");

      Files.writeString(resource, "newer");
      awaitBuild(playground, 2);
      edit(playground, "order_id", "4711");

      assertThat(text(playground, "notes")).isEqualTo("newer");
    }
  }

  @Test
  void aRequestThatIsRunningEndsWithTheBuildThatItBeganWith() throws Exception {
    Project project = Project.thatNotes(folder, "by the first build");
    CountDownLatch isRunning = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    try (Playground playground = project.open()) {
      Thread user =
          new Thread(
              () ->
                  playground.act(
                      TestAct.of(
                          rossum -> {
                            isRunning.countDown();
                            try {
                              mayEnd.await();
                            } catch (InterruptedException e) {
                              throw new AssertionError(e);
                            }
                            rossum.edit("order_id", "4711");
                          })));
      user.start();
      isRunning.await();
      project.notes("by the second build");
      Files.setLastModifiedTime(
          project.classes().resolve("com/example/NotesRule.class"), FileTime.fromMillis(1));
      mayEnd.countDown();
      user.join();

      awaitBuild(playground, 2);
      assertThat(text(playground, "notes")).isEqualTo("by the first build");
    }
  }

  @Test
  void theClassLoaderOfTheExtensionIsThatOfItsThreads() throws Exception {
    Project project = Project.thatNotes(folder, "");
    project.rule(
        """
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        content.field("notes").set(String.valueOf(loader == getClass().getClassLoader()));
        """);
    try (Playground playground = project.open()) {
      assertThat(text(playground, "notes")).isEqualTo("true");
    }
  }

  @Test
  void anOldClassLoaderIsCollected() throws Exception {
    Project project = Project.thatNotes(folder, "by the first build");
    try (Playground playground = project.open()) {
      Reload reload = Objects.requireNonNull(playground.document().subject().reload());
      edit(playground, "order_id", "4711");
      WeakReference<ClassLoader> first = new WeakReference<>(reload.loader());

      project.notes("by the second build");
      awaitBuild(playground, 2);
      edit(playground, "order_id", "4712");

      await(
          () -> {
            System.gc();
            return first.refersTo(null); // otherwise the timeout of the test fails it
          });
      assertThat(reload.builds()).hasSize(2); // what is compared needs no loader
    }
  }

  @Test
  void aBuildIsLoadedAgainBesideTheOneThatResponds() throws Exception {
    Project project = Project.thatNotes(folder, "by the first build");
    try (Playground playground = project.open()) {
      project.notes("by the second build");
      awaitBuild(playground, 2);
      Reload reload = Objects.requireNonNull(playground.document().subject().reload());

      Reload.Numbered first = reload.find(1).orElseThrow();
      try (LoadedEndpoint again = reload.loadAgain(first.build())) {
        assertThat(again.loader()).isNotSameAs(reload.loader());
        assertThat(again.endpoint().isClosed()).isFalse();
      }
      assertThat(reload.endpoint().isClosed()).isFalse();
      assertThat(reload.find(3)).isEmpty();
    }
  }

  @Test
  void aFactoryThatFailsAtFirstOpensNothing() throws Exception {
    Project project = Project.thatNotes(folder, "");
    project.factory("return null;");

    assertThatThrownBy(project::open)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Expected a HookEndpoint from com.example.Factory, but found null.");
  }

  @Test
  void aFactoryInAJarCannotBeReloaded() {
    assertThatThrownBy(() -> ClassDirectories.of(Test.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Expected org.junit.jupiter.api.Test in a directory of classes")
        .hasMessageContaining(".jar");
  }
}
