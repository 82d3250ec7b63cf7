package io.github.rossumext.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.internal.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The objects of an organization, and the form of their URLs. Guarded by the turn of the world. */
final class Organization {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
  private static final long FIRST_ID = 801;
  // Ids of documents and fields exceed 32 bits, as in Rossum.
  private static final Map<String, Long> FIRST_IDS =
      Map.of("documents", 4_500_000_001L, "annotations", 4_510_000_001L, "pages", 4_520_000_001L);

  private final Map<String, Table> tables = new LinkedHashMap<>();
  private final List<Note> notes = new ArrayList<>();
  private World world;
  private String prefix;
  private volatile boolean isSeen = true;

  Organization(World world, String prefix) {
    this.world = world;
    this.prefix = prefix;
  }

  World world() {
    return world;
  }

  void world(World other) {
    world = other;
    notes.forEach(other::note);
  }

  /** Sets what the URLs start with, up to {@code /v1}. */
  void prefix(String start) {
    prefix = start;
  }

  Table table(String type) {
    return tables.computeIfAbsent(
        type, key -> new Table(key, FIRST_IDS.getOrDefault(key, FIRST_ID)));
  }

  boolean hasTable(String type) {
    return tables.containsKey(type);
  }

  /** Returns the base URL as requests to hooks have it. */
  String origin() {
    int end = prefix.indexOf("/", prefix.indexOf("//") + 2);
    return end < 0 ? prefix : prefix.substring(0, end);
  }

  String url(String path) {
    return prefix + "/" + path;
  }

  String url(String type, long id) {
    return url(type + "/" + id);
  }

  /** Returns the time as Rossum writes it. */
  String now() {
    return in(Duration.ZERO);
  }

  /** Returns the time after this duration as Rossum writes it. */
  String in(Duration duration) {
    return TIME.format(world.clock().instant().plus(duration));
  }

  /** Returns the time as Rossum writes it; a microsecond after an earlier one that is not over. */
  String after(String earlier) {
    String now = now();
    return now.compareTo(earlier) > 0
        ? now
        : TIME.format(Instant.parse(earlier).plus(1, ChronoUnit.MICROS));
  }

  /** Adds an object, which gets an id and a URL. */
  ObjectNode add(String type, ObjectNode keys) {
    Table table = table(type);
    long id = table.nextId();
    ObjectNode row = Json.newObject().put("id", id).put("url", url(type, id));
    row.setAll(keys);
    table.put(id, row);
    return row;
  }

  /** Adds the objects that URLs name, as far as they are missing. */
  void know(JsonNode urls) {
    if (urls.isArray()) {
      urls.forEach(this::know);
    }
    Ref.of(urls)
        .filter(ref -> table(ref.type()).find(ref.id()).isEmpty())
        .ifPresent(ref -> know(ref, urls.asText()));
  }

  private void know(Ref ref, String url) {
    ObjectNode row = Json.newObject().put("id", ref.id()).put("url", url);
    if (!ref.type().equals("documents") && !ref.type().equals("pages")) {
      row.put("name", ref.type() + " " + ref.id());
    }
    row.putObject("metadata");
    table(ref.type()).put(ref.id(), row);
  }

  /** Adds or replaces an object that came with its id and URL. */
  void put(String type, JsonNode object) {
    if (object instanceof ObjectNode row) {
      Json.id(row.path("id")).ifPresent(id -> table(type).put(id, row));
    }
  }

  /** Finds what a URL names, if it is an object of this type. */
  Optional<ObjectNode> find(String type, JsonNode url) {
    return Ref.of(url)
        .filter(ref -> ref.type().equals(type))
        .flatMap(ref -> table(type).find(ref.id()));
  }

  /** Returns what the URL at a key of a body names. */
  ObjectNode require(String type, JsonNode body, String key) {
    if (!body.has(key)) {
      throw ApiError.required(key);
    }
    return require(type, key, body.path(key));
  }

  /** Returns what a URL names. */
  ObjectNode require(String type, String key, JsonNode url) {
    if (!url.isTextual()) {
      throw ApiError.field(key, "Incorrect type. Expected URL string, received " + kind(url) + ".");
    }
    Ref ref =
        Ref.of(url).orElseThrow(() -> ApiError.field(key, "Invalid hyperlink - No URL match."));
    if (!ref.type().equals(type)) {
      throw ApiError.field(key, "Invalid hyperlink - Incorrect URL match.");
    }
    return table(type)
        .find(ref.id())
        .orElseThrow(() -> ApiError.field(key, "Invalid hyperlink - Object does not exist."));
  }

  /** Returns what the URLs at a key of a body name. */
  List<ObjectNode> requireAll(String type, JsonNode body, String key) {
    JsonNode urls = body.path(key);
    if (!urls.isArray()) {
      throw urls.isMissingNode()
          ? ApiError.required(key)
          : ApiError.field(key, "Expected a list of items but got type \"" + kind(urls) + "\".");
    }
    List<ObjectNode> all = new ArrayList<>();
    urls.forEach(url -> all.add(require(type, key, url)));
    return all;
  }

  private static String kind(JsonNode json) {
    return switch (json.getNodeType()) {
      case NUMBER -> "int";
      case BOOLEAN -> "bool";
      case STRING -> "str";
      case NULL -> "null";
      case ARRAY -> "list";
      default -> "dict";
    };
  }

  /** Notes what Rossum would ignore or not know of a request. */
  void note(ApiRequest request, String text) {
    note(new Note(request.method() + " " + request.path(), OptionalInt.empty(), text));
  }

  void note(Note note) {
    notes.add(note);
    isSeen = false;
    world.note(note);
  }

  /** Notes what would silently have no effect, and returns the error for the client. */
  ApiError refused(ApiRequest request, String key, String text) {
    note(request, text);
    return ApiError.field(key, text);
  }

  /** Notes the keys of a body that are not among these, because Rossum ignores them. */
  void noteOtherKeys(ApiRequest request, JsonNode body, Set<String> known) {
    for (String key : Json.otherKeys(body, known)) {
      note(request, "Rossum does not document the key '" + key + "' of the body, and ignores it.");
    }
  }

  List<Note> notes() {
    isSeen = true;
    return List.copyOf(notes);
  }

  List<Note> unseen() {
    return isSeen ? List.of() : List.copyOf(notes);
  }

  void see() {
    isSeen = true;
  }
}
