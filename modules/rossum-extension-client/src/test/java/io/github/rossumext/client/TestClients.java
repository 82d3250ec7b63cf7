package io.github.rossumext.client;

import io.github.rossumext.value.Secret;
import java.time.Duration;

/** Clients of a {@link FakeApi} that jump over their pauses. */
final class TestClients {
  static final String TOKEN = "b6dc4d4a51a5f5d1c2f0";

  private TestClients() {}

  static RossumClient of(FakeApi api) {
    return of(api, new TestTime());
  }

  static RossumClient of(FakeApi api, TestTime time) {
    return of(api, time, Tokens.of(Secret.of(TOKEN)));
  }

  static RossumClient of(FakeApi api, TestTime time, Tokens tokens) {
    Limits limits = new Limits(() -> Duration.ofSeconds(20), 10, 100, new TokenBuckets(time), time);
    return new RossumClient(new Transport(BaseUrl.of(api.url()), tokens, limits), null);
  }
}
