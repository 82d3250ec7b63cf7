package io.github.rossumext.client;

import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.api.Fault;
import io.github.rossumext.testkit.api.RossumApiStub;
import io.github.rossumext.testkit.api.StubbedAnnotation;
import io.github.rossumext.value.RawJson;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds whatever the network and Rossum do. */
class WireProperties {
  private static final Fault NONE = Fault.delay(Duration.ZERO);

  /** What a read survives three times in a row. */
  @Provide
  Arbitrary<List<Fault>> passing() {
    return Arbitraries.of(
            Fault.html(502),
            Fault.status(500),
            Fault.empty(503).afterEffect(),
            Fault.throttled(Duration.ofSeconds(1)),
            Fault.close(),
            Fault.close().afterEffect(),
            Fault.reset(),
            Fault.cutBody())
        .list()
        .ofMaxSize(3);
  }

  @Property(tries = 40)
  void eachElementOfAListArrivesOnceAndInOrder(
      @ForAll @IntRange(max = 40) int count,
      @ForAll @IntRange(min = 1, max = 15) int pageSize,
      @ForAll boolean isByNumber,
      @ForAll @Size(max = 8) List<@From("passing") List<Fault>> faults) {
    try (RossumApiStub api = RossumApiStub.create()) {
      if (isByNumber) {
        api.pagesByNumber();
      }
      IntStream.range(0, count).forEach(i -> api.add("labels", Map.of("name", "label " + i)));
      faults.forEach(some -> api.next(some.toArray(Fault[]::new)).next(NONE));
      RossumClient rossum = TestClients.of(api, TestTime.with(api.clock()));

      assertThat(rossum.labels().list(Map.of("page_size", pageSize)))
          .extracting(label -> label.name().orElseThrow())
          .isEqualTo(IntStream.range(0, count).mapToObj(i -> "label " + i).toList());
      assertThat(api.problems()).isEmpty();
    }
  }

  /** A call that must not have its effect twice, and how often it had it. */
  private record Write(
      String name, BiConsumer<RossumClient, Long> call, ToIntFunction<RossumApiStub> effects) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static int count(RossumApiStub api, String path) {
    return api.get(path + "?page_size=100").find("results").map(RawJson::elements).stream()
        .mapToInt(List::size)
        .sum();
  }

  @Provide
  Arbitrary<Write> writes() {
    return Arbitraries.of(
        new Write(
            "e-mail",
            (rossum, id) ->
                rossum.emails().send(EmailDraft.of(19055).to("a@example.com").subject("Hi")),
            api -> api.emails().size()),
        new Write(
            "relation",
            (rossum, id) -> rossum.relations().create(RelationDraft.of("duplicate").annotation(id)),
            api -> count(api, "/v1/relations")),
        new Write(
            "document",
            (rossum, id) -> rossum.documents().create(FileBody.of("a.pdf", "%PDF".getBytes(UTF_8))),
            api -> count(api, "/v1/documents") - 1),
        new Write(
            "upload",
            (rossum, id) ->
                rossum.uploads().upload(19055, FileBody.of("a.pdf", "%PDF".getBytes(UTF_8))),
            api -> count(api, "/v1/documents") - 1),
        new Write(
            "copy",
            (rossum, id) -> rossum.annotations().copy(id, 19055),
            api -> count(api, "/v1/annotations") - 1));
  }

  /** All that can go wrong, before the effect and after it. */
  @Provide
  Arbitrary<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    for (Fault fault :
        List.of(
            Fault.status(500),
            Fault.html(502),
            Fault.empty(503),
            Fault.html(504),
            Fault.status(408),
            Fault.status(409),
            Fault.close(),
            Fault.reset(),
            Fault.redirect(URI.create("https://evil.invalid/v1/labels")))) {
      faults.add(fault);
      faults.add(fault.afterEffect());
    }
    // Rossum counts requests before it acts, so these are not after the effect.
    faults.add(Fault.throttled(Duration.ofSeconds(1)));
    faults.add(Fault.throttledUntil(Instant.parse("2026-04-26T10:00:03Z")));
    faults.add(Fault.empty(429));
    faults.add(Fault.cutBody());
    faults.add(Fault.cutJson());
    faults.add(Fault.slowHeaders(Duration.ofMillis(5)));
    faults.add(Fault.slowBody(Duration.ofMillis(5)));
    faults.add(NONE);
    return Arbitraries.of(faults);
  }

  @Property(tries = 100)
  void aWriteHasOneEffectAtMost(
      @ForAll("writes") Write write,
      @ForAll @Size(min = 1, max = 8) List<@From("faults") Fault> faults) {
    try (RossumApiStub api = RossumApiStub.create()) {
      StubbedAnnotation invoice = api.add(Fixtures.invoice());
      RossumClient rossum = TestClients.of(api, TestTime.with(api.clock()));
      // A connection that is open already is where the JDK would send again.
      rossum.get("/v1/auth/user");
      api.next(faults.toArray(Fault[]::new));

      boolean isDone;
      try {
        write.call().accept(rossum, invoice.id());
        isDone = true;
      } catch (RossumApiException e) {
        isDone = false;
      }

      int effects = write.effects().applyAsInt(api);
      assertThat(effects).isLessThanOrEqualTo(1);
      if (isDone) {
        assertThat(effects).as("a call that succeeds has its effect").isEqualTo(1);
      }
      assertThat(api.problems()).isEmpty();
    }
  }
}
