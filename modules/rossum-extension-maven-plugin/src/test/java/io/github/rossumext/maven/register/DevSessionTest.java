package io.github.rossumext.maven.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.maven.project.Goal;
import io.github.rossumext.testkit.api.Fault;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DevSessionTest extends RegisterTest {
  private static final String TUNNEL = "https://tunnel.example/rossum";

  @BeforeEach
  void applyFirst() {
    writeProject();
    run(apply());
  }

  /** A session that ends at once, as Ctrl+C ends it. */
  private static Goal session() {
    return Work.goal(
        "org.example:vendor",
        work -> {
          DevSession session = new DevSession(work, work.hook(""));
          session.open(TUNNEL);
          session.close();
          session.close();
        });
  }

  /** A session whose process is killed. */
  private static Goal killed() {
    return Work.goal(
        "org.example:vendor", work -> new DevSession(work, work.hook("")).open(TUNNEL));
  }

  private static Goal restore() {
    return Registration.dev("org.example:vendor", "", "", true);
  }

  private String url() {
    return hook().at("/config/url").asText();
  }

  @Test
  void aSessionPointsTheHookToTheTunnelAndBack() {
    String before = hook().path("config").toString() + hook().path("metadata");
    assertThat(run(session()))
        .contains(
            "calls https://tunnel.example/rossum now, instead of https://hooks.example/rossum.",
            "calls https://hooks.example/rossum again.");
    assertThat(hook().path("config").toString() + hook().path("metadata")).isEqualTo(before);
    assertThat(changes())
        .containsExactly("POST /v1/hooks", "PATCH /v1/hooks/801", "PATCH /v1/hooks/801");
    assertThat(run(plan())).doesNotContain("drift").endsWith("Nothing to apply.\n");
  }

  @Test
  void aRunEndsWhenItIsInterrupted() throws InterruptedException {
    Thread run =
        new Thread(() -> run(Registration.dev("org.example:vendor", "hook", TUNNEL, false)));
    run.start();
    while (!url().equals(TUNNEL)) {
      Thread.onSpinWait();
    }
    run.interrupt();
    run.join();
    assertThat(url()).isEqualTo("https://hooks.example/rossum");
  }

  @Test
  void aCallThatFailsAfterItsEffectIsTakenBack() {
    api.next(Fault.status(500).afterEffect().on("PATCH /v1/hooks/801"));
    Goal failing =
        Work.goal(
            "org.example:vendor",
            work -> {
              DevSession session = new DevSession(work, work.hook(""));
              try {
                session.open(TUNNEL);
              } finally {
                session.close();
              }
            });
    assertThatThrownBy(() -> run(failing)).hasMessageContaining("500");
    assertThat(url()).isEqualTo("https://hooks.example/rossum");
  }

  @Test
  void planAndApplySayThatASessionRunsOrDidNotEnd() {
    run(killed());
    assertThat(url()).isEqualTo(TUNNEL);

    assertThat(run(plan()))
        .contains(
            "~ config.url: \"https://tunnel.example/rossum\" -> \"https://hooks.example/rossum\"",
            "! A development session of ",
            "is running or did not end: hook 801 calls https://tunnel.example/rossum instead of"
                + " https://hooks.example/rossum. If nobody uses it, the goal dev with"
                + " -Drossum.restore puts it back.");
    assertThatThrownBy(() -> run(apply()))
        .hasMessageContaining("did not end")
        .hasMessageEndingWith(
            "Nothing was applied. apply with -Drossum.restore puts it back, too.");
    assertThat(url()).isEqualTo(TUNNEL);

    run(Registration.apply("org.example:vendor", "", "", true));
    assertThat(url()).isEqualTo("https://hooks.example/rossum");
    assertThat(run(plan())).endsWith("Nothing to apply.\n");
  }

  @Test
  void theNextSessionSaysItToo() {
    run(killed());
    assertThatThrownBy(() -> run(session())).hasMessageContaining("did not end: hook 801 calls");

    assertThat(run(restore())).contains("calls https://hooks.example/rossum again.");
    assertThat(run(restore())).contains("not in a development session");
    run(session());
  }

  @Test
  void aFaultAtTheEndIsSaid() {
    api.next(
        Fault.delay(Duration.ZERO).on("PATCH /v1/hooks/801"),
        Fault.status(500).on("PATCH /v1/hooks/801"));
    assertThat(run(session()))
        .contains("ERROR: ", "The hook was not put back. Run dev with -Drossum.restore.");
  }

  @Test
  void theUrlOfTheTunnelIsHttps() {
    for (String url : new String[] {"http://tunnel.example/x", "tunnel", ""}) {
      assertThatThrownBy(() -> run(Registration.dev("org.example:vendor", "", url, false)))
          .hasMessageStartingWith("-Drossum.url must be the https URL");
    }
  }

  @Test
  void oneOfSeveralHooksIsNamed() {
    write("rossum/hooks/a.json", HOOK);
    write("rossum/hooks/b.json", HOOK.replace("Vendor matching", "B"));
    assertThat(directory.resolve("rossum/hook.json").toFile().delete()).isTrue();
    assertThatThrownBy(() -> run(Registration.dev("org.example:vendor", "", TUNNEL, false)))
        .hasMessage("-Drossum.hook must name one of the hooks: [a, b].");
  }
}
