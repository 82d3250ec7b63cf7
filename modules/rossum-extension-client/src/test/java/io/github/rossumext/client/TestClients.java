package io.github.rossumext.client;

import io.github.rossumext.testkit.api.RossumApiStub;
import io.github.rossumext.value.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** Clients that jump over their pauses. */
final class TestClients {
  static final String TOKEN = "b6dc4d4a51a5f5d1c2f0";

  private TestClients() {}

  static RossumClient of(FakeApi api) {
    return of(api.url(), Secret.of(TOKEN), new TestTime());
  }

  /** The client of a stub, with a token of its own. */
  static RossumClient of(RossumApiStub api, TestTime time) {
    return of(api.baseUrl().toString(), api.token(), time);
  }

  /** The client of a port at which nobody listens. The socket holds it, or a test may take it. */
  static RossumClient ofNobody(Socket held, TestTime time) throws IOException {
    held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    return of("http://127.0.0.1:" + held.getLocalPort(), Secret.of("a-token"), time);
  }

  private static RossumClient of(String baseUrl, Secret token, TestTime time) {
    Limits limits = new Limits(() -> Duration.ofSeconds(20), 10, 100, new TokenBuckets(time), time);
    return new RossumClient(
        new RecordingTransport(BaseUrl.of(baseUrl), Tokens.of(token), limits), null);
  }
}
