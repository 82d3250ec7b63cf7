package io.github.rossumext.testkit.simulator;

import io.github.rossumext.internal.text.Storable;
import io.github.rossumext.testkit.internal.document.Document;
import io.github.rossumext.testkit.internal.document.DocumentNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The validation screen as text: everything that the user sees of the open document. */
final class Screen {
  /** The number of rows to print of a table, in addition to those with messages. */
  private static final int MOST_ROWS = 20;

  private static final int MOST_CHARACTERS = 60;
  private static final int MOST_OF_MESSAGE = 300;
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}]");

  private final Document document;
  private final Map<Long, List<ShownMessage>> messages = new HashMap<>();
  private final StringBuilder text = new StringBuilder();

  private Screen(OpenDocument open) {
    this.document = open.document();
    open.messages().forEach(this::sort);
  }

  private void sort(ShownMessage message) {
    messages.computeIfAbsent(message.datapointId().orElse(0), id -> new ArrayList<>()).add(message);
  }

  static String of(OpenDocument open, Automation automation) {
    Screen screen = new Screen(open);
    screen.line(
        0,
        open.status()
            + (automation.isAutomated() ? ", would be automated" : ", would not be automated"));
    screen.messages(1, 0L);
    open.document().sections().forEach(screen::section);
    return screen.text.toString();
  }

  private void line(int depth, String line) {
    text.append("  ".repeat(depth)).append(line.stripTrailing()).append('\n');
  }

  private void messages(int depth, long id) {
    messages
        .getOrDefault(id, List.of())
        .forEach(
            message -> line(depth, message.type() + ": " + shown(message.text(), MOST_OF_MESSAGE)));
  }

  private void section(DocumentNode section) {
    List<DocumentNode> shown =
        section.children().stream().filter(child -> !child.isHidden()).toList();
    if (!shown.isEmpty()) {
      line(0, named(section));
      for (DocumentNode child : shown) {
        if (child.isDatapoint()) {
          field(1, child, named(child));
        } else {
          multivalue(child);
        }
      }
    }
  }

  private String named(DocumentNode node) {
    String label = shown(document.schema().label(node.schemaId()), MOST_CHARACTERS);
    String required = node.definition().isRequired() ? "*" : "";
    return label.isEmpty()
        ? node.schemaId() + required
        : label + required + " (" + node.schemaId() + ")";
  }

  private void field(int depth, DocumentNode field, String name) {
    if (field.isButton()) {
      line(depth, padded("button", 9) + " " + name);
    } else {
      line(depth, padded(state(field).toString(), 9) + " " + name + ": " + displayed(field));
    }
    messages(depth + 5, field.id());
  }

  private FieldState state(DocumentNode field) {
    return FieldState.of(field, messages.getOrDefault(field.id(), List.of()));
  }

  private static String displayed(DocumentNode field) {
    return shown(field.displayed(), MOST_CHARACTERS);
  }

  /** Returns a text on one line, without characters that a terminal obeys. */
  private static String shown(String text, int most) {
    String line = CONTROLS.matcher(text.replaceAll("\\R", " ")).replaceAll("?");
    String start = Storable.start(line, most);
    return start.length() == line.length() ? line : start + "…";
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private void multivalue(DocumentNode multivalue) {
    boolean isTable = document.schema().isTable(multivalue).orElse(true);
    int size = multivalue.children().size();
    String what = isTable ? " row" : " value";
    line(1, named(multivalue) + ", " + size + what + (size == 1 ? "" : "s"));
    if (isTable) {
      table(multivalue);
    } else {
      for (int i = 0; i < size; i++) {
        if (i < MOST_ROWS || has(multivalue.children().get(i))) {
          field(2, multivalue.children().get(i), "[" + i + "]");
        }
      }
      rest(multivalue);
    }
  }

  private boolean has(DocumentNode node) {
    return messages.containsKey(node.id()) || node.children().stream().anyMatch(this::has);
  }

  private void rest(DocumentNode multivalue) {
    List<DocumentNode> children = multivalue.children();
    long left = children.stream().skip(MOST_ROWS).filter(child -> !has(child)).count();
    if (left > 0) {
      line(2, "… and " + left + " more");
    }
  }

  private void table(DocumentNode table) {
    List<DocumentNode> rows = new ArrayList<>();
    List<String> places = new ArrayList<>();
    for (int i = 0; i < table.children().size(); i++) {
      DocumentNode row = table.children().get(i);
      if (i < MOST_ROWS || has(row)) {
        rows.add(row);
        places.add("[" + i + "]");
      }
    }
    if (rows.isEmpty()) {
      return;
    }
    // A cell may be hidden, or missing, in one row and not in another.
    Map<String, DocumentNode> columns = new LinkedHashMap<>();
    for (String column : document.schema().columns(table)) {
      rows.stream()
          .flatMap(row -> row.children().stream())
          .filter(cell -> cell.schemaId().equals(column) && !cell.isHidden())
          .findFirst()
          .ifPresent(cell -> columns.put(column, cell));
    }
    List<List<String>> lines = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of(""));
    columns.values().forEach(cell -> head.add(named(cell)));
    lines.add(head);
    for (int i = 0; i < rows.size(); i++) {
      List<String> line = new ArrayList<>(List.of(places.get(i)));
      for (String column : columns.keySet()) {
        line.add(cell(rows.get(i), column));
      }
      lines.add(line);
    }
    print(lines, rows);
    rest(table);
  }

  private String cell(DocumentNode row, String column) {
    return row.children().stream()
        .filter(cell -> cell.schemaId().equals(column))
        .findFirst()
        .map(cell -> cell.isHidden() ? "[hidden]" : cell(cell))
        .orElse("");
  }

  private String cell(DocumentNode cell) {
    if (cell.isButton()) {
      return "button";
    }
    FieldState state = state(cell);
    String value = displayed(cell);
    return state == FieldState.VALIDATED || state == FieldState.VALIDATED_BY_HUMAN
        ? value
        : (value + " [" + state + "]").strip();
  }

  private void print(List<List<String>> lines, List<DocumentNode> rows) {
    List<Integer> widths = new ArrayList<>();
    for (List<String> line : lines) {
      for (int i = 0; i < line.size(); i++) {
        if (i == widths.size()) {
          widths.add(0);
        }
        widths.set(i, Math.max(widths.get(i), line.get(i).length()));
      }
    }
    for (int i = 0; i < lines.size(); i++) {
      List<String> columns = new ArrayList<>();
      for (int j = 0; j < lines.get(i).size(); j++) {
        columns.add(padded(lines.get(i).get(j), widths.get(j)));
      }
      line(2, String.join("  ", columns));
      if (i > 0) {
        for (DocumentNode cell : rows.get(i - 1).children()) {
          for (ShownMessage message : messages.getOrDefault(cell.id(), List.of())) {
            line(
                6,
                message.type()
                    + " on "
                    + cell.schemaId()
                    + ": "
                    + shown(message.text(), MOST_OF_MESSAGE));
          }
        }
      }
    }
  }
}
