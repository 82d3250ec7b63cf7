package io.github.rossumext.playground;

import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.testkit.simulator.AutomationLevel;
import io.github.rossumext.testkit.simulator.QueueSettings;
import io.github.rossumext.testkit.simulator.ShownMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The lines of a test that does the acts of a scenario and asserts what they lead to. */
final class TestLines {
  private static final int LINE = 98;

  /** More assertions than this of one act are not read by anybody. */
  private static final int MOST_FIELDS = 30;

  private static final Pattern REQUEST_ID =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final List<String> lines = new ArrayList<>();
  private final Set<String> imports = new TreeSet<>();

  private TestLines() {}

  /**
   * Writes the lines.
   *
   * @param file the file of the document, as a test finds it
   */
  static TestLines of(Rehearsal rehearsal, String file) {
    TestLines test = new TestLines();
    test.open(rehearsal, file);
    Moment before = rehearsal.opened();
    test.fields(rehearsal.opened(), List.of());
    int last = rehearsal.moments().size() - 1;
    for (int i = 0; i <= last; i++) {
      Moment after = rehearsal.moments().get(i);
      test.lines.add("");
      test.act(rehearsal.scenario().acts().get(i), after);
      test.fields(after, before.messages());
      if (i < last && !after.status().equals(before.status())) { // the end has that of the last
        test.status(after);
      }
      before = after;
    }
    test.lines.add("");
    test.end(rehearsal);
    return test;
  }

  List<String> lines() {
    return lines;
  }

  Set<String> imports() {
    return imports;
  }

  private void open(Rehearsal rehearsal, String file) {
    queue(rehearsal.scenario().queue());
    imports.add("io.github.rossumext.testkit.Fixture");
    imports.add("java.nio.file.Path");
    String fixture = "Fixture.of(Path.of(" + JavaText.literal(file) + "))";
    boolean isDelivered = rehearsal.opening().isEmpty();
    lines.add("rossum." + (isDelivered ? "deliver" : "open") + "(" + fixture + ");");
    rehearsal.opening().forEach(step -> lines.add("rossum." + step + "();"));
  }

  private void queue(QueueSettings queue) {
    if (queue.toString().equals(QueueSettings.defaults().toString())) {
      return;
    }
    imports.add(QueueSettings.class.getName());
    StringBuilder settings = new StringBuilder("rossum.queue(QueueSettings.defaults()");
    if (queue.automationLevel() != AutomationLevel.NEVER) {
      settings.append(".withAutomation(").append(level(queue.automationLevel())).append(")");
    }
    if (queue.scoreThreshold().compareTo(QueueSettings.defaults().scoreThreshold()) != 0) {
      settings.append(".withScoreThreshold(").append(queue.scoreThreshold()).append(")");
    }
    if (queue.hasConfirmedState()) {
      settings.append(".withConfirmedState()");
    }
    lines.add(settings + ");");
  }

  private String level(AutomationLevel level) {
    imports.add(AutomationLevel.class.getName());
    return "AutomationLevel." + level.name();
  }

  private void act(Act act, Moment after) {
    JavaStep step = act.kind().inJava(act);
    imports.addAll(step.imports());
    if (step.isOutcome() && !after.refusals().isEmpty()) {
      chain(
          "assertThat(" + step.expression() + ")",
          List.of("isRefusedBecause(" + JavaText.literal(after.refusals().get(0)) + ")"));
    } else {
      lines.add(step.expression() + ";");
    }
  }

  /** Asserts the fields that the extension changed, and the messages that came or went. */
  private void fields(Moment after, List<ShownMessage> before) {
    Map<String, List<String>> byField = new LinkedHashMap<>();
    after.changed().forEach((path, assertions) -> byField.put(path, new ArrayList<>(assertions)));
    for (ShownMessage message : after.messages()) {
      if (!before.contains(message)) {
        byField.computeIfAbsent(message.path(), path -> new ArrayList<>()).add(said(message));
      }
    }
    for (String path : after.silent()) {
      byField.computeIfAbsent(path, field -> new ArrayList<>()).add("hasNoMessages()");
    }
    after.rows().forEach((table, count) -> rows(table, count));
    int written = 0;
    for (Map.Entry<String, List<String>> one : byField.entrySet()) {
      if (written++ == MOST_FIELDS) {
        lines.add("// " + (byField.size() - MOST_FIELDS) + " more fields changed.");
        break;
      }
      if (one.getValue().stream().anyMatch(text -> text.contains("ValidationSource"))) {
        imports.add("io.github.rossumext.value.ValidationSource");
      }
      chain(
          one.getKey().isEmpty()
              ? "assertThat(rossum)"
              : "assertThat(rossum.field(" + JavaText.literal(one.getKey()) + "))",
          one.getValue());
    }
  }

  private void rows(String table, int count) {
    lines.add("assertThat(rossum).hasRows(" + JavaText.literal(table) + ", " + count + ");");
  }

  /** Returns the text up to the request id, which differs each time; the whole text without one. */
  private static String fixedPart(String text) {
    Matcher id = REQUEST_ID.matcher(text);
    return id.find() ? text.substring(0, id.start()) : text;
  }

  private static String said(ShownMessage message) {
    String fixed = fixedPart(message.text());
    if (message.isError() && !fixed.equals(message.text()) && !fixed.isEmpty()) {
      return "hasErrorContaining(" + JavaText.literal(fixed) + ")";
    }
    String text = JavaText.literal(message.text());
    return switch (message.type().value()) {
      case "error" -> "hasError(" + text + ")";
      case "warning" -> "hasWarning(" + text + ")";
      default -> "hasInfo(" + text + ")";
    };
  }

  private void status(Moment moment) {
    imports.add(AnnotationStatus.class.getName());
    AnnotationStatus status = moment.status();
    lines.add(
        "assertThat(rossum).hasStatus("
            + JavaText.constant("AnnotationStatus", status.value(), status.isKnown())
            + ");");
  }

  /** Asserts the whole screen at the end, so that the test sees what is new there, too. */
  private void end(Rehearsal rehearsal) {
    List<String> assertions = new ArrayList<>();
    if (rehearsal.hasValidation()) {
      List<String> texts =
          rehearsal.last().messages().stream().map(ShownMessage::text).sorted().toList();
      if (texts.stream().allMatch(text -> fixedPart(text).equals(text))) {
        assertions.add(texts.isEmpty() ? "hasNoMessages()" : hasMessages(texts));
      } else {
        lines.add("assertThat(rossum.messages()).hasSize(" + texts.size() + ");");
      }
      rehearsal
          .blockers()
          .forEach(text -> assertions.add("hasBlocker(" + JavaText.literal(text) + ")"));
      if (rehearsal.blockers().isEmpty()) {
        assertions.add("hasNoBlockersOfExtensions()");
      }
    }
    if (rehearsal.level() != AutomationLevel.NEVER) {
      assertions.add(
          (rehearsal.isAutomated() ? "wouldBeAutomated(" : "wouldNotBeAutomated(")
              + level(rehearsal.level())
              + ")");
    }
    rehearsal.problems().stream()
        .map(TestLines::fixedPart)
        .filter(text -> !text.isEmpty())
        .forEach(text -> assertions.add("hasProblemContaining(" + JavaText.literal(text) + ")"));
    if (!assertions.isEmpty()) {
      chain("assertThat(rossum)", assertions);
    }
    status(rehearsal.last());
  }

  private static String hasMessages(List<String> texts) {
    String inOneLine = "hasMessages(" + JavaText.literals(texts) + ")";
    return inOneLine.length() < LINE - 12
        ? inOneLine
        : texts.stream()
            .map(text -> "\n            " + JavaText.literal(text))
            .collect(Collectors.joining(",", "hasMessages(", ")"));
  }

  private void chain(String subject, List<String> assertions) {
    String line = subject + "." + String.join(".", assertions) + ";";
    if (line.length() <= LINE - 4) {
      lines.add(line);
      return;
    }
    lines.add(subject);
    for (int i = 0; i < assertions.size(); i++) {
      lines.add("    ." + assertions.get(i) + (i == assertions.size() - 1 ? ";" : ""));
    }
  }
}
