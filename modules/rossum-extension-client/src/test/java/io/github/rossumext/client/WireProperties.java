package io.github.rossumext.client;

import static io.github.rossumext.client.FakeApi.closed;
import static io.github.rossumext.client.FakeApi.cut;
import static io.github.rossumext.client.FakeApi.json;
import static io.github.rossumext.client.FakeApi.reset;
import static io.github.rossumext.client.FakeApi.response;
import static io.github.rossumext.client.FakeApi.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.client.FakeApi.Answer;
import io.github.rossumext.client.FakeApi.Request;
import io.github.rossumext.value.RawJson;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds whatever the server does. */
class WireProperties {
  private static final Pattern CURSOR = Pattern.compile("cursor=(\\d+)");

  @Property(tries = 50)
  void eachElementOfAListArrivesOnceAndInOrder(
      @ForAll @IntRange(max = 60) int count,
      @ForAll @IntRange(min = 1, max = 25) int pageSize,
      @ForAll @IntRange(min = 2, max = 5) int faultEach) {
    AtomicInteger requests = new AtomicInteger();
    try (FakeApi api = new FakeApi()) {
      api.otherwise(
          request ->
              requests.incrementAndGet() % faultEach == 0
                  ? status(502, "")
                  : page(request, count, pageSize));
      RossumClient rossum = TestClients.of(api);

      assertThat(rossum.list("/v1/annotations", Map.of()).map(RawJson::text))
          .isEqualTo(IntStream.range(0, count).mapToObj(Integer::toString).toList());
    }
  }

  private static Answer page(Request request, int count, int pageSize) {
    Matcher cursor = CURSOR.matcher(request.query());
    int from = cursor.find() ? Integer.parseInt(cursor.group(1)) : 0;
    int to = Math.min(count, from + pageSize);
    String next =
        to < count ? "\"https://us.api.rossum.ai/v1/annotations?cursor=" + to + "\"" : "null";
    return json(
        "{\"pagination\": {\"next\": "
            + next
            + "}, \"results\": "
            + IntStream.range(from, to).boxed().toList()
            + "}");
  }

  /** What the server does with a request. */
  enum Fate {
    THROTTLES,
    THROTTLES_WITHOUT_A_WORD,
    REFUSES,
    FAILS_BEFORE,
    CLOSES_BEFORE,
    // In all others, it acts first.
    FAILS,
    TIMES_OUT,
    IS_OVERLOADED,
    CLOSES,
    RESETS,
    BREAKS_OFF,
    CUTS_ITS_JSON,
    SUCCEEDS;

    boolean acts() {
      return compareTo(FAILS) >= 0;
    }

    Answer answer() {
      return switch (this) {
        case THROTTLES -> response(429, "Retry-After: 1", "");
        case THROTTLES_WITHOUT_A_WORD -> status(429, "");
        case REFUSES -> status(409, "{\"detail\": \"Not now.\"}");
        case FAILS_BEFORE, FAILS -> status(500, "");
        case TIMES_OUT -> response(504, "Content-Type: text/html", "<html>");
        case IS_OVERLOADED -> response(503, "Retry-After: 1", "");
        case CLOSES_BEFORE, CLOSES -> closed();
        case RESETS -> reset();
        case BREAKS_OFF -> cut("HTTP/1.1 201 Created\r\nContent-Length: 50\r\n\r\n{\"id\"");
        case CUTS_ITS_JSON -> status(201, "{\"id\": ");
        case SUCCEEDS -> status(201, "{\"id\": 1}");
      };
    }
  }

  /** Calls that must not have their effect twice. */
  @Provide
  Arbitrary<Consumer<RossumClient>> writes() {
    return Arbitraries.of(
        rossum -> rossum.post("/v1/emails/send", Map.of()),
        rossum -> rossum.patch("/v1/annotations/7", Map.of("status", "importing")));
  }

  @Property(tries = 100)
  void aWriteHasOneEffectAtMost(
      @ForAll("writes") Consumer<RossumClient> write,
      @ForAll @Size(min = 1, max = 8) List<Fate> fates) {
    AtomicInteger effects = new AtomicInteger();
    Iterator<Fate> next = fates.iterator();
    try (FakeApi api = new FakeApi()) {
      // A connection that is open already is where the JDK would send again.
      api.answer(json("{}"));
      RossumClient rossum = TestClients.of(api);
      rossum.get("/v1/auth/user");
      api.otherwise(
          request -> {
            Fate fate = next.hasNext() ? next.next() : Fate.SUCCEEDS;
            if (fate.acts()) {
              effects.incrementAndGet();
            }
            return fate.answer();
          });

      boolean isDone;
      try {
        write.accept(rossum);
        isDone = true;
      } catch (RossumApiException e) {
        isDone = false;
      }

      assertThat(effects.get()).isLessThanOrEqualTo(1);
      if (isDone) {
        assertThat(effects).as("a call that succeeds has its effect").hasValue(1);
      }
    }
  }
}
