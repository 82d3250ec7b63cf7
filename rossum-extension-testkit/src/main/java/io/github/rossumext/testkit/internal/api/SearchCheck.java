package io.github.rossumext.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.internal.help.Nearest;
import io.github.rossumext.payload.AnnotationStatus;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The check of a search before it runs. A misspelt name, an object that does not exist or a value
 * of the wrong type would find nothing, silently. So each is refused, and is a problem.
 */
final class SearchCheck {
  private static final Set<String> KINDS = Set.of("string", "number", "date");
  private static final Set<String> OPERATORS =
      Set.of(
          "$eq",
          "$ne",
          "$gt",
          "$lt",
          "$gte",
          "$lte",
          "$in",
          "$nin",
          "$startsWith",
          "$anyTokenStartsWith",
          "$containsPrefixes",
          "$emptyOrMissing");
  private static final Set<String> LISTS = Set.of("$in", "$nin");
  private static final Set<String> EQUALITIES = Set.of("$eq", "$ne", "$in", "$nin");
  // The keys that name objects, and their type.
  private static final Map<String, String> REFERENCES =
      Map.of(
          "annotation", "annotations",
          "queue", "queues",
          "workspace", "workspaces",
          "document", "documents",
          "labels", "labels",
          "assignees", "users",
          "creator", "users",
          "modifier", "users",
          "relations__parent", "annotations");
  private static final Set<String> OTHERS =
      Set.of(
          "status",
          "messages",
          "original_file_name",
          "automated",
          "automatically_rejected",
          "einvoice",
          "restricted_access",
          "relations__key",
          "relations__type",
          "rir_poll_id",
          "email_thread",
          "has_email_thread_with_replies",
          "has_email_thread_with_new_replies");
  private static final Pattern TIME_OR_USER =
      Pattern.compile(
          "(arrived|assigned|confirmed|created|deleted|exported|export_failed|modified|purged"
              + "|rejected)_at"
              + "|(confirmed|deleted|exported|modified|purged|rejected)_by(__username)?"
              + "|(assignees|creator|modifier)__username");
  private static final int LONGEST = 256;

  private final Organization organization;
  private final Set<String> schemaIds = new TreeSet<>();
  private final ApiRequest request;

  SearchCheck(Organization organization, List<LiveAnnotation> annotations, ApiRequest request) {
    this.organization = organization;
    this.request = request;
    for (LiveAnnotation live : annotations) {
      live.document().datapoints().forEach(field -> schemaIds.add(field.schemaId()));
      ObjectNode schema = live.schema();
      if (schema != null) {
        schemaIds.addAll(schema.findValuesAsText("id"));
      }
    }
  }

  /** Throws if the query has something that the search does not know. */
  void check(JsonNode query) {
    if (!query.isObject()) {
      throw refused("Expected a dictionary.");
    }
    for (Map.Entry<String, JsonNode> one : ((ObjectNode) query).properties()) {
      if (one.getKey().equals("$and")) {
        one.getValue().forEach(this::check);
      } else {
        checkName(one.getKey());
        checkCondition(one.getKey(), one.getValue());
      }
    }
  }

  private ApiError refused(String text) {
    return organization.refused(request, "query", text);
  }

  private void checkName(String name) {
    if (name.startsWith("field.")) {
      int end = name.lastIndexOf('.');
      if (end <= "field.".length() || !KINDS.contains(name.substring(end + 1))) {
        throw refused("Expected field.<schema_id>.<string|number|date>, but found '" + name + "'.");
      }
      String schemaId = name.substring("field.".length(), end);
      if (!schemaIds.isEmpty() && !schemaIds.contains(schemaId)) {
        throw refused(
            "No annotation of the stub has the field '"
                + schemaId
                + "'. "
                + Nearest.question(schemaId, schemaIds, ""));
      }
    } else if (!REFERENCES.containsKey(name)
        && !OTHERS.contains(name)
        && !TIME_OR_USER.matcher(name).matches()) {
      Set<String> known = new LinkedHashSet<>(REFERENCES.keySet());
      known.addAll(OTHERS);
      throw refused("Unknown key '" + name + "'. " + Nearest.question(name, known, ""));
    }
  }

  private void checkCondition(String name, JsonNode condition) {
    if (!condition.isObject()) {
      throw refused("Expected a dictionary of operators for " + name + ".");
    }
    for (Map.Entry<String, JsonNode> one : ((ObjectNode) condition).properties()) {
      String operator = one.getKey();
      if (!OPERATORS.contains(operator)) {
        throw refused(
            "Unknown operator '" + operator + "'. " + Nearest.question(operator, OPERATORS, ""));
      }
      boolean isList = LISTS.contains(operator);
      if (isList != one.getValue().isArray()) {
        throw refused(operator + " of " + name + " needs " + (isList ? "a" : "no") + " list.");
      }
      if (!operator.equals("$emptyOrMissing")) {
        Iterable<JsonNode> wanted = isList ? one.getValue() : List.of(one.getValue());
        wanted.forEach(value -> checkValue(name, operator, value));
      }
    }
  }

  private void checkValue(String name, String operator, JsonNode value) {
    if (name.startsWith("field.")) {
      boolean isNumber = name.endsWith(".number");
      if (isNumber != value.isNumber() || (!isNumber && !value.isTextual())) {
        throw refused(name + " is compared with a " + (isNumber ? "number" : "text") + ".");
      }
    }
    if (value.asText("").length() > LONGEST) {
      throw refused("A text has at most " + LONGEST + " characters.");
    }
    if (!EQUALITIES.contains(operator)) {
      return;
    }
    String type = name.endsWith("_by") ? "users" : REFERENCES.get(name);
    if (type != null) {
      checkReference(name, type, value);
    } else if (name.equals("status") && !new AnnotationStatus(value.asText("")).isKnown()) {
      throw refused("Unknown status '" + value.asText("") + "'.");
    }
  }

  private void checkReference(String name, String type, JsonNode value) {
    Ref ref = Ref.of(value).filter(found -> found.type().equals(type)).orElse(null);
    if (ref == null) {
      throw refused(name + " is compared with URLs of " + type + ".");
    }
    if (organization.table(type).find(ref.id()).isEmpty()) {
      throw refused("The stub does not have the object " + type + "/" + ref.id() + ". Add it.");
    }
  }
}
