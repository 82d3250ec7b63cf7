package io.github.rossumext.client;

import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * E-mails that Rossum received or sent. Each call throws a {@link RossumApiException} if it does
 * not succeed. Immutable and thread-safe.
 */
public final class Emails extends Resources<Email> {
  Emails(Api api) {
    super(api, "emails", Email::new);
  }

  /**
   * Sends an e-mail, and returns its URL; empty if Rossum does not name it. If the connection
   * fails, nobody knows whether it was sent, and it is not sent again.
   *
   * {@snippet class="io.github.rossumext.snippets.ClientSnippetsTest" region="email"}
   *
   * @throws IllegalArgumentException if it has no recipient, or more than 40
   */
  public Optional<ResourceUrl> send(EmailDraft email) {
    RawJson response = api().send("POST", path() + "/send", email.body(api()));
    return response
        .find("email")
        .or(() -> response.find("url"))
        .or(() -> Optional.of(response))
        .flatMap(RawJson::scalar)
        .filter(url -> !url.isEmpty())
        .map(ResourceUrl::new);
  }

  /**
   * Changes the keys of an e-mail that the body has, such as {@code labels}, and returns the
   * e-mail.
   *
   * @param body your record or map, or {@link RawJson}; references are URLs
   */
  public Email patch(long id, Object body) {
    return view(api().send("PATCH", path(id), body));
  }

  /** Changes the keys of an e-mail that the body has, as {@link #patch(long, Object)} does. */
  public Email patch(ResourceUrl url, Object body) {
    return patch(id(url), body);
  }

  /**
   * Copies an e-mail as it came, and returns how many bytes it has.
   *
   * @throws IOException if {@code out} throws it
   */
  public long download(long id, OutputStream out) throws IOException {
    return Download.copy(api().transport(), path(id, "content"), out);
  }

  /** Copies an e-mail as it came, as {@link #download(long, OutputStream)} does. */
  public long download(ResourceUrl url, OutputStream out) throws IOException {
    return download(id(url), out);
  }
}
