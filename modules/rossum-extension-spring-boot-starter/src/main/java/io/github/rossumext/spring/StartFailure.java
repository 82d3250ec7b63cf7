package io.github.rossumext.spring;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A mistake in the configuration, with what to do about it. It quotes no secret. */
final class StartFailure extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final String action;

  StartFailure(String description, String action) {
    this(description, action, null);
  }

  StartFailure(String description, String action, @Nullable Throwable cause) {
    super(description, cause);
    this.action = action;
  }

  String action() {
    return action;
  }
}
