package io.github.rossumext.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends calls: with the token, in turn, again if that is worthwhile, and until the deadline only.
 * Thread-safe; it holds no lock while it waits. Not final, so that tests can record its calls.
 */
class Transport {
  private static final Logger LOG = LoggerFactory.getLogger(RossumClient.class);
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

  /** Made when it is first used; its threads are daemons, and all clients share its connections. */
  private static final class Http {
    static final HttpClient CLIENT =
        HttpClient.newBuilder()
            .followRedirects(Redirect.NEVER)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
  }

  private final BaseUrl base;
  private final Tokens tokens;
  private final Limits limits;

  Transport(BaseUrl base, Tokens tokens, Limits limits) {
    this.base = base;
    this.tokens = tokens;
    this.limits = limits;
  }

  BaseUrl base() {
    return base;
  }

  Limits limits() {
    return limits;
  }

  Tokens tokens() {
    return tokens;
  }

  Transport with(Limits others) {
    return new Transport(base, tokens, others);
  }

  /** Sends a call with the token. */
  Reply send(Call call) {
    return send(call, limits.deadline());
  }

  Reply send(Call call, Deadline deadline) {
    Token token = tokens.current(this, deadline);
    try {
      return new Attempts(call, token, deadline).run();
    } catch (RossumApiException.Unauthorized e) {
      Optional<Token> renewed = tokens.renewed(token, this, deadline);
      if (renewed.isEmpty()) {
        throw e;
      }
      return new Attempts(call, renewed.orElseThrow(), deadline).run();
    }
  }

  /** Sends a call that Rossum needs no token for, or that leaves for another host. */
  Reply sendWithoutToken(Call call, Deadline deadline) {
    return new Attempts(call, null, deadline).run();
  }

  private final class Attempts {
    private final Call call;
    private final @Nullable Token token;
    private final Deadline deadline;
    private int attempt = 1;

    Attempts(Call call, @Nullable Token token, Deadline deadline) {
      this.call = call;
      this.token = token;
      this.deadline = deadline;
    }

    Reply run() {
      while (true) {
        waitForTurn();
        try {
          Reply reply = exchange();
          if (reply.isSuccess() || (isFile() && reply.isRedirect())) {
            return reply;
          }
          Duration pause =
              Repetition.pause(attempt, reply.header("Retry-After"), limits.time().now());
          if (!Repetition.isWorthwhile(call, reply.status()) || !isTimeFor(pause)) {
            throw Failures.of(call, reply, attempt, token == null ? "" : tokens.whyRefused());
          }
          pause(pause, "status=" + reply.status());
        } catch (IOException e) {
          Duration pause = Repetition.pause(attempt, Optional.empty(), limits.time().now());
          if (!Repetition.isWorthwhile(call, e) || !isTimeFor(pause)) {
            throw unavailable(fault(e), e);
          }
          pause(pause, "fault=" + e.getClass().getSimpleName());
        }
        attempt++;
      }
    }

    private boolean isFile() {
      return call.expected() == Call.Expected.FILE;
    }

    private boolean isTimeFor(Duration pause) {
      return attempt < Repetition.MAX_ATTEMPTS && pause.toNanos() < deadline.left();
    }

    private void waitForTurn() {
      if (token == null || deadline.isOver()) {
        return;
      }
      Optional<Long> turn =
          limits.buckets().reserve(token, limits.callsPerSecond(), deadline.left());
      if (turn.isEmpty()) {
        throw new RossumApiException.Throttled(
            Problem.withoutResponse(
                call,
                "too many calls with this token wait for their turn, and the time for the call"
                    + " would be over before. Make fewer calls, or give them more time.",
                null));
      }
      sleep(turn.orElseThrow());
    }

    private void pause(Duration pause, String why) {
      LOG.debug(
          "call to Rossum is repeated method={} path={} attempt={} {}",
          call.method(),
          call.shownPath(),
          attempt,
          why);
      sleep(pause.toNanos());
    }

    private void sleep(long nanos) {
      if (nanos > 0) {
        try {
          limits.time().sleep(nanos);
        } catch (InterruptedException e) {
          throw interrupted(e);
        }
      }
    }

    private Reply exchange() throws IOException {
      if (deadline.isOver()) {
        throw unavailable("the time for the call is over" + attempts() + "; it was not sent.");
      }
      // Not sendAsync: its result takes one more change of threads.
      try {
        return Reply.of(Http.CLIENT.send(request(), Reply.reader(isFile(), deadline)));
      } catch (InterruptedException e) {
        throw interrupted(e);
      } catch (IOException e) {
        // The JDK wraps what a reader of the body says.
        Throwable cause = e.getCause() == null ? e : e.getCause();
        if (cause instanceof Reply.TooLargeException) {
          throw unavailable("the response is larger than " + Reply.MAX_LENGTH + " bytes.");
        }
        if (deadline.isOver() || isTimeout(e) || cause instanceof Reply.OverdueException) {
          throw unavailable(
              "the time for the call is over" + attempts() + ", without a response." + doubt());
        }
        throw e;
      }
    }

    /** Whether the headers took too long. The JDK's clock may be a moment ahead of ours. */
    private static boolean isTimeout(IOException e) {
      return e instanceof HttpTimeoutException && !(e instanceof HttpConnectTimeoutException);
    }

    private HttpRequest request() {
      Call.Body body = call.body();
      HttpRequest.Builder request =
          HttpRequest.newBuilder(call.uri())
              .timeout(Duration.ofNanos(Math.max(1, deadline.left())))
              .header("Accept", isFile() ? "*/*" : "application/json")
              .header("User-Agent", "rossum-extension-client")
              .method(call.method(), body == null ? BodyPublishers.noBody() : body.publisher());
      if (body != null) {
        request.header("Content-Type", body.type());
      }
      if (token != null) {
        request.header("Authorization", "Bearer " + token.reveal());
      }
      if ("http".equalsIgnoreCase(call.uri().getScheme())) {
        // Without TLS, the JDK would ask for an upgrade in each request.
        request.version(Version.HTTP_1_1);
      }
      return request.build();
    }

    private String fault(IOException e) {
      String what = "the connection failed (" + e.getClass().getSimpleName() + ")";
      if (e instanceof HttpConnectTimeoutException) {
        what = "no connection within " + CONNECT_TIMEOUT.toSeconds() + " s";
      } else if (Repetition.isUnknownHost(e)) {
        return unknownHost(String.valueOf(call.uri().getHost()));
      } else if (e instanceof ConnectException) {
        what = "the connection was refused";
      }
      return what + attempts() + "." + (Repetition.isWorthwhile(call, e) ? "" : doubt());
    }

    private static String unknownHost(String host) {
      boolean isOfFixture = host.endsWith(".example"); // no real host has such a name
      return "the host "
          + host
          + " cannot be resolved. "
          + (isOfFixture
              ? "It is that of a fixture: let the test take a RossumApiStub as a parameter, or join"
                  + " one."
              : "Check the base URL, and the DNS of the machine.");
    }

    private String attempts() {
      return attempt == 1 ? "" : " after " + attempt + " attempts";
    }

    private String doubt() {
      return call.isRepeatable()
          ? ""
          : " Nobody knows whether Rossum did it: look before you repeat.";
    }

    private RossumApiException unavailable(String text) {
      return unavailable(text, null);
    }

    private RossumApiException unavailable(String text, @Nullable Throwable cause) {
      return new RossumApiException.Unavailable(Problem.withoutResponse(call, text, cause));
    }

    private RossumApiException interrupted(InterruptedException cause) {
      Thread.currentThread().interrupt();
      return unavailable("the thread was interrupted." + doubt(), cause);
    }
  }

  /** Where a path or URL is called: on the host of the base URL. */
  URI resolve(String reference) {
    return base.resolve(reference);
  }
}
