package io.github.rossumext.payload;

import io.github.rossumext.value.JsonView;
import io.github.rossumext.value.MessageType;
import io.github.rossumext.value.RawJson;
import java.util.OptionalLong;

/**
 * A message that Rossum keeps with an annotation: what an earlier call of this or another extension
 * answered, or what Rossum says itself (protocol §3.2). Immutable and thread-safe.
 */
public final class StoredMessage extends JsonView {
  StoredMessage(RawJson raw) {
    super(raw);
  }

  /** How grave it is; of a message that came without a type, the empty word. */
  public MessageType type() {
    return new MessageType(text("type").orElse(""));
  }

  /** The text, as limited HTML; {@code ""} if it came without. */
  public String content() {
    return text("content").orElse("");
  }

  /** The id of the field that it belongs to; empty for the whole document. */
  public OptionalLong id() {
    return number("id");
  }

  /** Where it comes from; without any key where Rossum does not say. */
  public MessageDetail detail() {
    return new MessageDetail(json("detail").filter(RawJson::isObject).orElse(RawJson.EMPTY_OBJECT));
  }
}
