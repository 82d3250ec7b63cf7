package io.github.rossumext.payload;

import io.github.rossumext.value.JsonView;
import io.github.rossumext.value.MessageType;
import io.github.rossumext.value.RawJson;
import java.util.OptionalLong;

/**
 * A message that Rossum keeps with an annotation. It comes from an earlier response of this or
 * another extension, or from Rossum itself. Immutable and thread-safe.
 */
public final class StoredMessage extends JsonView {
  StoredMessage(RawJson raw) {
    super(raw);
  }

  /** Returns how severe it is; the empty word if the message came without a type. */
  public MessageType type() {
    return new MessageType(text("type").orElse(""));
  }

  /** Returns the text, as limited HTML; {@code ""} if it came without. */
  public String content() {
    return text("content").orElse("");
  }

  /** Returns the id of the field that it belongs to; empty for the whole document. */
  public OptionalLong id() {
    return number("id");
  }

  /** Returns where it comes from; without any key if Rossum does not say. */
  public MessageDetail detail() {
    return new MessageDetail(json("detail").filter(RawJson::isObject).orElse(RawJson.EMPTY_OBJECT));
  }
}
