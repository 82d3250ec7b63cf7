package io.github.rossumext.payload;

import io.github.rossumext.value.JsonView;
import io.github.rossumext.value.RawJson;

/**
 * The text of an e-mail in the forms in which it was sent. Each may be missing or null, which reads
 * as {@code ""}. Immutable and thread-safe.
 */
public final class EmailBody extends JsonView {
  EmailBody(RawJson raw) {
    super(raw);
  }

  /** Returns the plain text. */
  public String textPlain() {
    return text("body_text_plain").orElse("");
  }

  /** Returns the HTML, as the sender wrote it: do not show it without cleaning it. */
  public String textHtml() {
    return text("body_text_html").orElse("");
  }
}
