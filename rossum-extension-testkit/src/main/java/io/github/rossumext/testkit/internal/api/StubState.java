package io.github.rossumext.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.internal.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a test can set and read of the API without a request. */
public final class StubState {
  private StubState() {}

  /** A change of the state. */
  public interface Change {
    /** Makes the change. */
    void on(Resources all);
  }

  private static LiveAnnotation live(Resources all, long id) {
    try {
      return all.annotations().live(id);
    } catch (ApiError e) {
      throw new IllegalArgumentException("The stub has no annotation " + id + ".", e);
    }
  }

  /** Returns the URL of an annotation. */
  public static String url(Resources all, long id) {
    return live(all, id).annotation().path("url").asText();
  }

  /** Returns the id of the document of an annotation. */
  public static long documentId(Resources all, long id) {
    return Ref.of(live(all, id).annotation().path("document")).map(Ref::id).orElse(0L);
  }

  /** Returns the status of an annotation. */
  public static String status(Resources all, long id) {
    return live(all, id).status();
  }

  /** Returns the machine text of a field. */
  public static String text(Resources all, long id, String path) {
    return live(all, id).document().paths().datapoint(path).machineText();
  }

  /** Returns the names of the labels of an annotation. */
  public static List<String> labels(Resources all, long id) {
    List<String> names = new ArrayList<>();
    for (JsonNode url : live(all, id).annotation().path("labels")) {
      all.organization()
          .find("labels", url)
          .ifPresent(label -> names.add(label.path("name").asText("")));
    }
    return List.copyOf(names);
  }

  /** Returns an annotation as JSON. */
  public static String annotation(Resources all, long id) {
    return Json.text(all.annotations().view(live(all, id)));
  }

  /** Issues a token. */
  public static String token(Resources all, boolean isReader, Duration lifetime) {
    return all.tokens().issue(all.user(isReader), lifetime);
  }

  /** Adds a user who can log in. */
  public static void user(Resources all, String name, String password) {
    all.tokens().addLogin(name, password, all.user(false));
  }

  /** Adds the document of a request; returns its id. */
  public static long add(Resources all, String name, byte[] request) {
    LiveAnnotation live = all.organization().world().add(name, request);
    all.annotations().sync();
    return live.annotation().path("id").asLong();
  }

  /** Adds an object; returns its URL. */
  public static String add(Resources all, String type, ObjectNode object) {
    if (type.equals(Annotations.TYPE)) {
      throw new IllegalArgumentException("Add an annotation as a Fixture, with add(fixture).");
    }
    if (object.has("id") && object.has("url")) {
      all.organization().put(type, object);
      return object.path("url").asText();
    }
    return all.organization().add(type, object).path("url").asText();
  }

  /** Returns the response to a GET. */
  public static String get(Resources all, String path) {
    int end = path.indexOf('?');
    ApiRequest request =
        new ApiRequest(
            "GET",
            Router.API + (end < 0 ? path : path.substring(0, end)),
            end < 0 ? "" : path.substring(end + 1),
            Map.of(),
            new byte[0]);
    request.from(all.user(true));
    Router.Handler handler = all.router().find(request).handler();
    if (handler == null) {
      throw new IllegalArgumentException("The stub has no path '" + path + "'.");
    }
    try {
      ApiResponse response = handler.handle(request);
      return new String(response.body(), StandardCharsets.UTF_8);
    } catch (ApiError e) {
      throw new IllegalArgumentException(
          "GET " + path + " has the status " + e.response().status() + ".", e);
    }
  }

  /** Sets the text of a page. */
  public static void pageText(Resources all, long id, int page, List<String> lines) {
    all.pages().text(live(all, id), page, lines);
  }

  /** Sets the bytes of a document. */
  public static void documentContent(Resources all, long id, byte[] bytes) {
    try {
      all.documents().content(id, bytes);
    } catch (ApiError e) {
      throw new IllegalArgumentException("The stub has no document " + id + ".", e);
    }
  }

  /** Returns the bytes of a document. */
  public static byte[] documentContent(Resources all, long id) {
    try {
      return all.documents().content(id);
    } catch (ApiError e) {
      throw new IllegalArgumentException("The stub has no document " + id + ".", e);
    }
  }

  /** Returns the documents that an annotation has under a type and key, as JSON. */
  public static List<String> attached(Resources all, long id, String type, String key) {
    Ref annotation = new Ref(Annotations.TYPE, live(all, id).annotation().path("id").asLong());
    List<String> documents = new ArrayList<>();
    for (ObjectNode relation : all.organization().table("document_relations").all()) {
      if (annotation.isIn(relation.path("annotation"))
          && relation.path("type").asText().equals(type)
          && relation.path("key").asText().equals(key)) {
        for (JsonNode url : relation.path("documents")) {
          all.organization().find("documents", url).map(Json::text).ifPresent(documents::add);
        }
      }
    }
    return List.copyOf(documents);
  }

  /** Adds documents to a collection of data storage. */
  public static void collection(Resources all, String name, List<JsonNode> documents) {
    List<ObjectNode> objects = new ArrayList<>();
    for (JsonNode document : documents) {
      if (!(document instanceof ObjectNode object)) {
        throw new IllegalArgumentException(
            "Expected JSON objects for the collection " + name + ".");
      }
      objects.add(object);
    }
    all.dataStorage().add(name, objects);
  }

  /** Sets the response to a method and path. */
  public static void respond(Resources all, String method, String path, int status, JsonNode body) {
    all.router().can(method, path, ApiResponse.json(status, body));
  }

  /** Limits the requests of each token. */
  public static void throttle(Resources all, int perSecond, int burst) {
    all.tokens().limit(burst, perSecond);
  }

  /** Lets lists have pages by number. */
  public static void pagesByNumber(Resources all) {
    all.lists().byNumber();
  }

  /** Sets what URLs start with. */
  public static void urlsUnder(Resources all, String prefix) {
    all.organization().prefix(prefix);
  }

  /** Sets how often a task is running. */
  public static void runningPolls(Resources all, int polls) {
    all.uploads().polls(polls);
  }

  /** Returns the e-mails that were sent. */
  public static List<ObjectNode> emails(Resources all) {
    return all.emails().outbox();
  }

  /** Returns all problems, and remembers that somebody looked. */
  public static List<Note> problems(Resources all) {
    return all.organization().notes();
  }

  /** Returns the problems if nobody looked. */
  public static List<Note> unseenProblems(Resources all) {
    return all.organization().unseen();
  }
}
