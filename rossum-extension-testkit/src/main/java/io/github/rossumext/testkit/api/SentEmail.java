package io.github.rossumext.testkit.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.value.RawJson;
import java.util.ArrayList;
import java.util.List;

/** An e-mail that a client sent through the {@link RossumApiStub}. Immutable and thread-safe. */
public final class SentEmail {
  private final JsonNode json;

  SentEmail(JsonNode json) {
    this.json = json.deepCopy();
  }

  private List<String> addresses(String key) {
    List<String> addresses = new ArrayList<>();
    json.path(key).forEach(one -> addresses.add(one.path("email").asText("")));
    return List.copyOf(addresses);
  }

  /** Returns the addresses of the recipients. */
  public List<String> to() {
    return addresses("to");
  }

  /** Returns the addresses of those who get a copy. */
  public List<String> cc() {
    return addresses("cc");
  }

  /** Returns the addresses of those who get a blind copy. */
  public List<String> bcc() {
    return addresses("bcc");
  }

  /** Returns the subject, with the values of its placeholders. */
  public String subject() {
    return json.path("subject").asText("");
  }

  /** Returns the message as HTML, with the values of its placeholders. */
  public String message() {
    return json.path("body_text_html").asText("");
  }

  /** Returns the e-mail as an object of the API. */
  public RawJson raw() {
    return RawJson.of(Json.text(json));
  }

  /** Returns the numbers of recipients, and nothing of the content. */
  @Override
  public String toString() {
    return "SentEmail[" + to().size() + " to, " + cc().size() + " cc, " + bcc().size() + " bcc]";
  }
}
