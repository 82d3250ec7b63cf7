package io.github.rossumext.maven.register;

import io.github.rossumext.maven.project.Report;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A report that leaves out the token and the secrets, whoever quotes them: Rossum may, in an error.
 * Thread-safe.
 */
final class Discretion implements Report {
  private static final String REMOVED = "(secret)";

  private final Report report;
  private final Set<String> secrets = ConcurrentHashMap.newKeySet();

  Discretion(Report report) {
    this.report = report;
  }

  void keep(Collection<String> values) {
    for (String value : values) {
      if (!value.isBlank()) {
        secrets.add(value);
        secrets.add(URLEncoder.encode(value, StandardCharsets.UTF_8));
        secrets.add(value.replace("\\", "\\\\").replace("\"", "\\\""));
      }
    }
  }

  String clean(String text) {
    String clean = text;
    for (String secret : secrets) {
      clean = clean.replace(secret, REMOVED);
    }
    return clean;
  }

  @Override
  public void info(String text) {
    report.info(clean(text));
  }

  @Override
  public void warning(String text) {
    report.warning(clean(text));
  }

  @Override
  public void error(String text) {
    report.error(clean(text));
  }
}
