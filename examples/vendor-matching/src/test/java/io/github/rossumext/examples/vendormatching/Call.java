package io.github.rossumext.examples.vendormatching;

import io.github.rossumext.HookContext;
import io.github.rossumext.edit.ContentRule;
import io.github.rossumext.edit.ContentRules;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.value.RawJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A call of Rossum's about a document of a few fields, whose ids are 1, 2, 3 and so on. */
final class Call {
  private final HookAction action;
  private final List<String> fields = new ArrayList<>();
  private final List<Integer> updated = new ArrayList<>();

  private Call(HookAction action) {
    this.action = action;
  }

  static Call at(HookAction action) {
    return new Call(action);
  }

  /** One more field. */
  Call with(String schemaId, String value) {
    fields.add(
        """
        {"id":%d,"schema_id":"%s","category":"datapoint","content":{"value":%s},\
        "validation_sources":[]}"""
            .formatted(fields.size() + 1, schemaId, RawJson.ofValue(value).text()));
    return this;
  }

  /** One more field, which a user has just changed. */
  Call withChanged(String schemaId, String value) {
    updated.add(fields.size() + 1);
    return with(schemaId, value);
  }

  ContentResponse answeredBy(ContentRule... rules) throws Exception {
    ContentPayload payload = (ContentPayload) HookPayload.parse(body());
    return ContentRules.of(rules).handle(payload, HookContext.of(payload));
  }

  /** The body of the request. */
  byte[] body() {
    return """
        {"event":"annotation_content","action":"%s","updated_datapoints":%s,\
        "annotation":{"content":[{"id":100,"schema_id":"vendor_section","category":"section",\
        "children":[%s]}]}}"""
        .formatted(action, updated, String.join(",", fields))
        .getBytes(StandardCharsets.UTF_8);
  }
}
