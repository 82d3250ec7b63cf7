package io.github.rossumext.client;

import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.Secret;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of a user who logs in. If Rossum refuses the token, one thread logs in again, and all
 * others use its token. Thread-safe.
 */
final class Login implements Tokens {
  private final String user;
  private final Secret password;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable Token token;

  Login(String user, Secret password) {
    this.user = user;
    this.password = password;
  }

  @Override
  public Token current(Transport transport, Deadline deadline) {
    Token known = token;
    return known != null ? known : replace(null, transport, deadline);
  }

  @Override
  public Optional<Token> renewed(Token refused, Transport transport, Deadline deadline) {
    return Optional.of(replace(refused, transport, deadline));
  }

  private Token replace(@Nullable Token refused, Transport transport, Deadline deadline) {
    Call call =
        Call.of("POST", transport.resolve("/v1/auth/login"))
            .withJson(Bodies.json(Map.of("username", user, "password", password.reveal())))
            .withExpected(Call.Expected.JSON)
            .repeatable();
    try {
      if (!lock.tryLock(deadline.left(), TimeUnit.NANOSECONDS)) {
        throw new RossumApiException.Unavailable(
            Problem.withoutResponse(
                call, "the time for the call is over while another thread logs in.", null));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RossumApiException.Unavailable(
          Problem.withoutResponse(call, "the thread was interrupted.", e));
    }
    try {
      Token known = token;
      if (known != null && known != refused) {
        return known;
      }
      Reply reply = transport.sendWithoutToken(call, deadline);
      Token fresh =
          reply
              .json(call)
              .find("key")
              .flatMap(RawJson::scalar)
              .filter(key -> !key.isBlank())
              .map(key -> Token.of(Secret.of(key)))
              .orElseThrow(
                  () ->
                      new RossumApiException(
                          Problem.ofResponse(call, reply.status(), "without a \"key\".")));
      token = fresh;
      return fresh;
    } finally {
      lock.unlock();
    }
  }
}
