package io.github.rossumext.payload;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.content.ReferenceNode;
import io.github.rossumext.internal.json.Reference;
import io.github.rossumext.internal.json.ReferenceTree;
import io.github.rossumext.value.BindingException;
import io.github.rossumext.value.JsonView;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a whole payload means by the protocol, read slowly from the same bytes. */
public final class ReferencePayload {
  private ReferencePayload() {}

  /**
   * Asserts that the payload of this body gives what a slow reader finds in it.
   *
   * @throws IOException if the body is no JSON, though it was accepted
   */
  public static void assertRead(HookPayload payload, byte[] body) throws IOException {
    JsonNode tree = ReferenceTree.read(body);
    JsonNode annotation = tree.path("annotation");
    JsonNode document = tree.path("document");

    assertThat(payload.event()).isEqualTo(tree.path("event").textValue());
    assertThat(payload.action().value()).isEqualTo(tree.path("action").textValue());
    if (payload instanceof ContentPayload content) {
      assertThat(ReferenceNode.of(content.content()))
          .isEqualTo(ReferenceNode.read(annotation.path("content")));
      assertThat(content.updatedDatapoints())
          .isEqualTo(
              Reference.elements(tree.path("updated_datapoints"))
                  .map(id -> Long.valueOf(id.asText()))
                  .toList());
      assertView(content.annotation(), annotation);
      assertViews(content.document().stream().toList(), Stream.of(document));
    } else if (payload instanceof StatusPayload status) {
      assertView(status.annotation(), annotation);
      assertViews(status.document().stream().toList(), Stream.of(document));
    } else if (payload instanceof EmailPayload email) {
      assertViews(email.files(), Reference.elements(tree.path("files")));
    }
  }

  private static void assertViews(List<? extends JsonView> views, Stream<JsonNode> values) {
    List<JsonNode> objects = values.filter(JsonNode::isObject).toList();
    assertThat(views).hasSameSizeAs(objects);
    for (int i = 0; i < objects.size(); i++) {
      assertView(views.get(i), objects.get(i));
    }
  }

  private static void assertView(JsonView view, JsonNode value) {
    if (!refuses(view)) {
      Map<String, Object> read = ReferenceView.of(view);
      assertThat(read).isEqualTo(ReferenceView.read(view.getClass(), value)).hasSizeGreaterThan(5);
    }
  }

  /** Whether a key stands twice in it, so that none can be trusted. */
  private static boolean refuses(JsonView view) {
    try {
      return view.keys() == null;
    } catch (BindingException e) {
      return true;
    }
  }
}
