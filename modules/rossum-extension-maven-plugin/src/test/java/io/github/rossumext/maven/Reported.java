package io.github.rossumext.maven;

import io.github.rossumext.maven.project.Report;
import java.util.ArrayList;
import java.util.List;

/** A report that a test reads. */
public final class Reported implements Report {
  private final List<String> lines = new ArrayList<>();

  /** Returns what was reported, each with its kind: {@code "warning: …"}. */
  public List<String> lines() {
    return lines;
  }

  @Override
  public void info(String text) {
    lines.add("info: " + text);
  }

  @Override
  public void warning(String text) {
    lines.add("warning: " + text);
  }

  @Override
  public void error(String text) {
    lines.add("error: " + text);
  }
}
