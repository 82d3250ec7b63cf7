package io.github.rossumext.maven.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.client.RossumApiException;
import io.github.rossumext.client.RossumClient;
import io.github.rossumext.maven.project.Environment;
import io.github.rossumext.maven.project.GoalException;
import io.github.rossumext.maven.project.ProjectJson;
import io.github.rossumext.value.JsonView;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import io.github.rossumext.value.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An organization in Rossum: its objects as JSON. It prints nothing of the token. */
final class Account {
  static final String URL = "ROSSUM_URL";
  static final String TOKEN = Environment.TOKEN;

  private final RossumClient rossum;
  private final String url;
  private final String token;

  private Account(RossumClient rossum, String url, String token) {
    this.rossum = rossum;
    this.url = url;
    this.token = token;
  }

  /**
   * Opens the account of an environment.
   *
   * @throws GoalException if its URL or the token is missing, or its file has a mistake
   */
  static Account of(Environment environment) {
    if (!environment.isKnown()) {
      throw new GoalException(
          "The environment "
              + environment.name()
              + " has no file "
              + environment.file()
              + ". Create it, or pass another -Drossum.env.");
    }
    if (!environment.mistakes().isEmpty()) {
      throw new GoalException(
          environment.file() + " cannot be used: " + String.join(" ", environment.mistakes()));
    }
    String url =
        environment
            .find(URL)
            .orElseThrow(
                () ->
                    new GoalException(
                        "The base URL of Rossum is missing. Add "
                            + URL
                            + "=https://<your organization>.rossum.app to "
                            + environment.file()
                            + "."));
    String token =
        environment
            .find(TOKEN)
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .orElseThrow(
                () ->
                    new GoalException(
                        "The token is missing. Set the variable "
                            + TOKEN
                            + " of the process. POST /v1/auth/login returns one."));
    try {
      return new Account(RossumClient.of(url, Secret.of(token)), url, token);
    } catch (IllegalArgumentException e) {
      throw new GoalException(URL + " is not the base URL of Rossum: " + e.getMessage(), e);
    }
  }

  RossumClient client() {
    return rossum;
  }

  String url() {
    return url;
  }

  /** Returns the token, to keep it out of texts. */
  String token() {
    return token;
  }

  /** Returns a hook; empty if it does not exist. */
  Optional<ObjectNode> findHook(long id) {
    try {
      return Optional.of(object(rossum.hooks().get(id)));
    } catch (RossumApiException.NotFound e) {
      return Optional.empty();
    }
  }

  ObjectNode hook(long id) {
    return object(rossum.hooks().get(id));
  }

  List<ObjectNode> hooks() {
    return rossum.hooks().list().map(Account::object).toList();
  }

  ObjectNode createHook(ObjectNode body) {
    return object(rossum.hooks().create(raw(body)));
  }

  void changeHook(long id, ObjectNode body) {
    rossum.hooks().patch(id, raw(body));
  }

  ObjectNode schema(long id) {
    return object(rossum.schemas().get(id));
  }

  void changeSchema(long id, ObjectNode body) {
    rossum.schemas().patch(id, raw(body));
  }

  /** Returns what Rossum finds wrong with a schema; empty for nothing. */
  Optional<String> problems(ObjectNode schema) {
    return rossum.schemas().validate(raw(schema)).map(RawJson::text);
  }

  /** Returns a queue by its URL. */
  ObjectNode queue(String queue) {
    return object(rossum.queues().get(new ResourceUrl(queue)));
  }

  /** Returns the URL of a document of these queues; empty if they have none. */
  Optional<ResourceUrl> document(JsonNode queues) {
    for (JsonNode queue : queues) {
      Optional<ResourceUrl> found =
          rossum
              .list(
                  "/v1/annotations",
                  Map.of("queue", new ResourceUrl(queue.asText()), "page_size", 1))
              .findFirst()
              .flatMap(annotation -> annotation.find("url"))
              .flatMap(RawJson::scalar)
              .map(ResourceUrl::new);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Returns the id at the end of a URL; 0 if there is none. */
  static long id(JsonNode resource) {
    return resource.isTextual() ? new ResourceUrl(resource.textValue()).id().orElse(0) : 0;
  }

  static RawJson raw(JsonNode json) {
    return RawJson.of(json.toString());
  }

  static JsonNode json(RawJson raw) {
    try {
      return ProjectJson.MAPPER.readTree(raw.text());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The client returns JSON only.", e);
    }
  }

  private static ObjectNode object(JsonView view) {
    if (json(view.raw()) instanceof ObjectNode object) {
      return object;
    }
    throw new GoalException("Rossum returned something else than an object. Is the URL right?");
  }

  /** Returns the base URL, and nothing of the token. */
  @Override
  public String toString() {
    return "Account[" + url + "]";
  }
}
