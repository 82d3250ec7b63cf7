package io.github.rossumext;

import io.github.rossumext.internal.help.HelpTopic;
import io.github.rossumext.value.BindingException;
import io.github.rossumext.value.ExtensionException;

/**
 * An exception for settings or secrets of the hook that do not fit your record. The message names
 * the path and what was expected, and shows no value. The response is 422 with this message, and
 * Rossum does not try again: somebody has to fix the hook.
 */
public final class SettingsException extends ExtensionException {
  private static final long serialVersionUID = 1L;

  SettingsException(String message) {
    super(HelpTopic.SETTINGS_OR_SECRETS.link(), message);
  }

  SettingsException(String root, BindingException problem) {
    this(root + (problem.path().isEmpty() ? "" : "." + problem.path()) + ": " + problem.expected());
  }
}
