package io.github.rossumext.maven.generate;

import static java.util.stream.Collectors.groupingBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.SourceVersion;

/**
 * Java names for schema ids and options. They are ASCII and depend on the ids alone, not on their
 * order. If several ids make one name, each gets a part of its own hash: a new id never takes the
 * name of another one silently.
 */
final class Names {
  /** Methods of {@code Object} that a component of a record must not be named after. */
  private static final Set<String> NO_COMPONENTS =
      Set.of(
          "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

  /** What the generated code names without an import, or imports. */
  static final Set<String> USED_TYPES =
      Set.of("String", "Object", "Record", "List", "Optional", "BigDecimal", "LocalDate", "Key");

  private Names() {}

  /**
   * Returns a name for each id.
   *
   * @param name makes the name of one id
   * @param reserved names that are taken, without regard to case
   */
  static Map<String, String> of(
      Collection<String> ids, Function<String, String> name, Collection<String> reserved) {
    Map<String, List<String>> byName =
        ids.stream().distinct().collect(groupingBy(id -> folded(name.apply(id))));
    Set<String> taken = new HashSet<>();
    reserved.forEach(word -> taken.add(folded(word)));
    Map<String, String> names = new LinkedHashMap<>();
    for (String id : ids) {
      String own = name.apply(id);
      String given = byName.getOrDefault(folded(own), List.of()).size() > 1 ? own + hash(id) : own;
      while (taken.contains(folded(given))) {
        given += "_";
      }
      if (names.putIfAbsent(id, given) == null) {
        taken.add(folded(given));
      }
    }
    return names;
  }

  /** Names that differ in case only are files that some file systems take for one. */
  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static String hash(String id) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_16BE));
      return "_" + HexFormat.of().formatHex(hash, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  /** Returns {@code INVOICE_ID} for {@code invoice_id} and {@code invoiceId}. */
  static String constant(String id) {
    return legal(String.join("_", words(id)).toUpperCase(Locale.ROOT), "EMPTY", "OTHER", id);
  }

  /** Returns {@code invoiceId} for {@code invoice_id}. */
  static String component(String id) {
    String pascal = pascal(words(id));
    String name =
        pascal.isEmpty()
            ? ""
            : pascal.substring(0, 1).toLowerCase(Locale.ROOT) + pascal.substring(1);
    String legal = legal(name, "empty", "other", id);
    return NO_COMPONENTS.contains(legal) ? legal + "_" : legal;
  }

  /** Returns {@code DocumentType} for {@code document_type}. */
  static String type(String id) {
    return legal(pascal(words(id)), "Empty", "Other", id);
  }

  /** Returns {@code LineItem} for {@code line_items}. */
  static String rowType(String id) {
    return type(singular(id));
  }

  private static String singular(String id) {
    String lower = id.toLowerCase(Locale.ROOT);
    if (lower.endsWith("ies") && id.length() > 4) {
      return id.substring(0, id.length() - 3) + "y";
    }
    if (lower.matches(".*(ss|sh|ch|x)es")) {
      return id.substring(0, id.length() - 2);
    }
    return lower.matches(".+[^suir]s|.+rs") ? id.substring(0, id.length() - 1) : id;
  }

  private static String legal(String name, String ifEmpty, String ifOther, String id) {
    if (name.isEmpty()) {
      return id.isBlank() ? ifEmpty : ifOther;
    }
    String started = Character.isDigit(name.charAt(0)) ? "_" + name : name;
    return SourceVersion.isKeyword(started) || started.equals("record") || started.equals("yield")
        ? started + "_"
        : started;
  }

  private static String pascal(List<String> words) {
    StringBuilder name = new StringBuilder();
    for (String word : words) {
      name.append(word.substring(0, 1).toUpperCase(Locale.ROOT))
          .append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return name.toString();
  }

  /** The ASCII letters and digits of an id, in words; ä counts as a. */
  private static List<String> words(String id) {
    String plain = Normalizer.normalize(id, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    return List.of(
            plain
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("[^A-Za-z0-9]+", "_")
                .split("_"))
        .stream()
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
