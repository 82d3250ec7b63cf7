package io.github.rossumext.payload;

import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.util.List;
import java.util.Optional;

/**
 * {@code email.received}: an e-mail with attachments arrived. Immutable and thread-safe.
 *
 * @see <a
 *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#e-mails-uploads-invocations">The
 *     protocol: e-mails, uploads, invocations</a>
 */
public final class EmailPayload extends HookPayload {
  EmailPayload(PayloadReader reader) {
    super(reader);
  }

  /** Returns the e-mail. */
  public Optional<ResourceUrl> email() {
    return url("email");
  }

  /** Returns the queue that it was sent to. */
  public Optional<ResourceUrl> queue() {
    return url("queue");
  }

  /** Returns the headers of the e-mail; without any key if Rossum sent none. */
  public EmailHeaders headers() {
    return new EmailHeaders(object("headers"));
  }

  /** Returns the text of the e-mail; without any key if Rossum sent none. */
  public EmailBody body() {
    return new EmailBody(object("body"));
  }

  private RawJson object(String key) {
    return json(key).filter(RawJson::isObject).orElse(RawJson.EMPTY_OBJECT);
  }

  /** Returns the files of the e-mail, in their order. */
  public List<EmailFile> files() {
    return json("files").map(RawJson::elements).orElse(List.of()).stream()
        .filter(RawJson::isObject)
        .map(EmailFile::new)
        .toList();
  }
}
