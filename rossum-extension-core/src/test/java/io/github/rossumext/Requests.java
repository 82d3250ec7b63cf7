package io.github.rossumext;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.rossumext.exchange.EndpointRequest;
import io.github.rossumext.signature.RequestSigner;
import io.github.rossumext.value.Headers;
import io.github.rossumext.value.Secret;
import java.util.Locale;

/** Requests of every event, signed as Rossum does. */
final class Requests {
  static final Secret SECRET = Secret.of("the secret of the hook");
  static final String REQUEST_ID = "b6fca1b0-47aa-4f2a-8f2e-2d1f4c3c9f10";

  /** One request of each kind. A user waits for the response to some of them. */
  enum Kind {
    INITIALIZE("annotation_content", "initialize"),
    EXPORT("annotation_content", "export"),
    STARTED("annotation_content", "started"),
    USER_UPDATE("annotation_content", "user_update"),
    UPDATED("annotation_content", "updated"),
    CONFIRM("annotation_content", "confirm"),
    STATUS("annotation_status", "changed"),
    EMAIL("email", "received"),
    UPLOAD("upload", "created"),
    SCHEDULED("invocation", "scheduled"),
    MANUAL("invocation", "manual"),
    OTHER("document_relation", "created");

    private final String event;
    private final String action;

    Kind(String event, String action) {
      this.event = event;
      this.action = action;
    }

    private String keys() {
      return switch (this) {
        case STATUS -> ",'annotation':{'id':7000000321,'content':'https://x/api/v1/a/7/content'}";
        case EMAIL -> ",'files':[{'id':'1','filename':'a.pdf'},{'id':'2','filename':'b.png'}]";
        case UPLOAD -> ",'files':[{'document':'https://x/api/v1/documents/1'}],'documents':[]";
        case SCHEDULED, OTHER -> "";
        case MANUAL -> ",'vendor':'Roboyo'";
        default ->
            ",'annotation':{'id':7000000321,'content':[{'id':5483400001,'schema_id':'s',"
                + "'category':'section','children':[{'id':5483409760,'schema_id':'note',"
                + "'category':'datapoint','content':{'value':'fine'}}]}]}";
      };
    }

    /** The JSON of the request, and further keys with single quotes. */
    byte[] body(String more) {
      String json = "{'request_id':'%s','event':'%s','action':'%s','settings':{'max':'a lot'}%s%s}";
      return quoted(
          json.formatted(REQUEST_ID, event, action, keys(), more.isEmpty() ? "" : "," + more));
    }

    EndpointRequest request() {
      return signed(body(""));
    }

    /** The response that changes nothing. */
    String noOpinion() {
      return this == EMAIL ? "{'files':[{'id':'1','values':[]},{'id':'2','values':[]}]}" : "{}";
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private Requests() {}

  static byte[] quoted(String json) {
    return json.replace('\'', '"').getBytes(UTF_8);
  }

  static EndpointRequest signed(byte[] body) {
    return EndpointRequest.of(RequestSigner.of(SECRET).headers(body), body);
  }

  static EndpointRequest signed(String json) {
    return signed(quoted(json));
  }

  static EndpointRequest unsigned(byte[] body) {
    return EndpointRequest.of(Headers.empty(), body);
  }
}
