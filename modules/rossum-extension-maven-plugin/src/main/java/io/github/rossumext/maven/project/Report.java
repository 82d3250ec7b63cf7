package io.github.rossumext.maven.project;

/** Where a goal reports. The texts hold no secret. */
public interface Report {
  /** Reports what the goal did, or what it found in order. */
  void info(String text);

  /** Reports what may be a mistake. The goal goes on. */
  void warning(String text);

  /** Reports a mistake. The goal goes on to find others, and then fails. */
  void error(String text);
}
