package io.github.rossumext.maven.register;

import io.github.rossumext.maven.project.Report;
import io.github.rossumext.testkit.internal.SecretForm;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A report that leaves out the token and the secrets, whoever quotes them: Rossum may, in an error.
 * The client makes such a text printable and cuts its middle, so it looks for those forms, too.
 * Thread-safe.
 */
final class Discretion implements Report {
  private static final String REMOVED = "(secret)";
  private static final String CUT = "…";

  /** The least part of a secret before or after a cut that is left out. */
  private static final int SHORTEST_PART = 3;

  /** The same at the end of a text, which Rossum may have cut. Shorter ones may be any word. */
  private static final int SHORTEST_END = 12;

  /** A line of a key says something; a short line may be any word. */
  private static final int SHORTEST_LINE = 16;

  private final Report report;
  private final Set<String> texts = ConcurrentHashMap.newKeySet();
  private final List<SecretForm> forms = new CopyOnWriteArrayList<>();

  Discretion(Report report) {
    this.report = report;
  }

  void keep(Collection<String> values) {
    for (String value : values) {
      keep(value);
      keep(value.strip());
      value.lines().filter(line -> line.length() >= SHORTEST_LINE).forEach(this::keep);
    }
  }

  private void keep(String secret) {
    if (secret.isBlank()) {
      return;
    }
    String printable = secret.replaceAll("\\p{Cntrl}", "?");
    if (texts.add(secret)) {
      forms.add(SecretForm.of(secret));
    }
    if (texts.add(printable)) {
      forms.add(SecretForm.of(printable));
    }
    String escaped = secret.replace("\\", "\\\\").replace("\"", "\\\"");
    texts.add(escaped.replace("\r", "\\r").replace("\n", "\\n"));
    texts.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
  }

  String clean(String text) {
    List<String> parts =
        new ArrayList<>(Arrays.asList(SecretForm.replaced(text, forms, REMOVED).split(CUT, -1)));
    for (int i = 0; i < parts.size(); i++) {
      boolean isCut = i < parts.size() - 1;
      parts.set(i, withoutStart(parts.get(i), isCut ? SHORTEST_PART : SHORTEST_END));
      if (i > 0) {
        parts.set(i, withoutEnd(parts.get(i)));
      }
    }
    return String.join(CUT, parts);
  }

  /** Leaves out the start of a secret at the end of a text. */
  private String withoutStart(String text, int shortest) {
    int longest = 0;
    for (String secret : texts) {
      int most = Math.min(secret.length(), text.length());
      for (int length = most; length >= shortest && length > longest; length--) {
        if (text.endsWith(secret.substring(0, length))) {
          longest = length;
        }
      }
    }
    return longest == 0 ? text : text.substring(0, text.length() - longest) + REMOVED;
  }

  /** Leaves out the end of a secret at the start of a text. */
  private String withoutEnd(String text) {
    int longest = 0;
    for (String secret : texts) {
      int most = Math.min(secret.length(), text.length());
      for (int length = most; length >= SHORTEST_PART && length > longest; length--) {
        if (text.startsWith(secret.substring(secret.length() - length))) {
          longest = length;
        }
      }
    }
    return longest == 0 ? text : REMOVED + text.substring(longest);
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
