package io.github.rossumext.payload;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.rossumext.value.RawJson;

/** Requests written for these tests, in the shape of those that Rossum sends today. */
final class PayloadFixture {
  /** Texts that no message and no {@code toString()} may show hold this word. */
  static final String HUSH = "hush";

  private static final String COMMON =
      """
      "request_id": "1c8f9f2e-6a53-4a2b-9d0e-5f2f6f2c9a11",
      "timestamp": "2025-11-03T08:15:42.118273Z",
      "hook": "https://us.api.rossum.ai/v1/hooks/771116",
      "base_url": "https://acme.rossum.app",
      "settings": {"target_queue": "hush-eu", "retries": 2},
      "secrets": {"password": "hush-password", "blank": " ", "pin": 1234},
      "rossum_authorization_token": "hush-token"
      """;

  static final String DOCUMENT =
      """
      {"id": 700001, "url": "https://acme.rossum.app/api/v1/documents/700001",
       "s3_name": "7f3e2d", "parent": "https://acme.rossum.app/api/v1/documents/700000",
       "email": "https://acme.rossum.app/api/v1/emails/1201", "mime_type": "application/pdf",
       "creator": "https://acme.rossum.app/api/v1/users/41",
       "created_at": "2025-11-03T08:14:01.000001Z", "arrived_at": "2025-11-03T08:14:00Z",
       "original_file_name": "hush.pdf",
       "content": "https://acme.rossum.app/api/v1/documents/700001/content",
       "attachment_status": "processed", "metadata": {"source": "sftp"}}
      """;

  static final String TREE =
      """
      [{"id": 5483409759, "category": "section", "schema_id": "header", "children": [
        {"id": 5483409760, "category": "datapoint", "schema_id": "invoice_id",
         "url": "https://acme.rossum.app/api/v1/annotations/610001/content/5483409760",
         "validation_sources": ["score"], "hidden": false, "time_spent": 1.5,
         "options": [{"value": "a", "label": "A"}],
         "content": {"value": "hush-77", "normalized_value": null, "page": 1,
           "position": [103, 110, 121, 122], "rir_text": "hush \\u0037\\u0037",
           "rir_confidence": 0.97}},
        {"id": 5483409761, "category": "multivalue", "schema_id": "lines",
         "grid": {"parts": []}, "children": [
          {"id": 5483409762, "category": "tuple", "schema_id": "line", "children": [
            {"id": 5483409763, "category": "datapoint", "schema_id": "code",
             "content": {"value": "hüsh", "normalized_value": ""}},
            {"id": 5483409764, "category": "datapoint", "schema_id": "button",
             "content": null}]}]}]}]
      """;

  /** {@code annotation_content.updated} with every common key and a tree. */
  static final String CONTENT =
      "{\"event\": \"annotation_content\", \"action\": \"updated\",\n"
          + COMMON
          + ",\"updated_datapoints\": [5483409760, 5483409763],\n\"annotation\": {"
          + "\"id\": 610001, \"status\": \"reviewing\","
          + "\"modified_at\": \"2025-11-03T08:15:41.000001Z\","
          + "\"pages\": [\"https://acme.rossum.app/api/v1/pages/990001\"],"
          + "\"metadata\": {\"note\": \"hush-note\"}, \"content\": "
          + TREE
          + "},\n\"document\": "
          + DOCUMENT
          + "}";

  static final String EMAIL =
      "{\"event\": \"email\", \"action\": \"received\",\n"
          + COMMON
          + """
          ,"email": "https://acme.rossum.app/api/v1/emails/1201",
          "queue": "https://acme.rossum.app/api/v1/queues/9001",
          "headers": {"from": "hush@vendor.example", "to": "inbox-1a2b3c@acme.rossum.app",
           "reply-to": "noreply@vendor.example", "subject": "hush 4711",
           "message-id": "<made-up@vendor.example>", "date": "Mon, 03 Nov 2025 09:14:00 +0100",
           "authentication-results": "vendor.example;\\ndmarc=pass d=vendor.example",
           "x-mailer": "none"},
          "body": {"body_text_plain": "hush", "body_text_html": "<p>hush</p>"},
          "files": [
            {"id": "1", "filename": "hush.png", "mime_type": "image/png", "n_pages": 1,
             "height_px": 120.5, "width_px": 200,
             "document": "https://acme.rossum.app/api/v1/documents/700010"},
            {"id": "2", "filename": "invoice.pdf", "mime_type": "application/PDF", "n_pages": 2.0,
             "height_px": null, "width_px": null,
             "document": "https://acme.rossum.app/api/v1/documents/700011"}]}
          """;

  static final String MANUAL =
      "{\"event\": \"invocation\", \"action\": \"manual\",\n"
          + COMMON
          + ",\"SAP_ID\": \"4711\", \"options\": {\"dry_run\": true}}";

  private PayloadFixture() {}

  static HookPayload parse(String body) {
    return HookPayload.of(body.getBytes(UTF_8));
  }

  static ContentPayload content() {
    return (ContentPayload) parse(CONTENT);
  }

  /** A request of this event, with these additional keys. */
  static HookPayload payload(String event, String action, String keys) {
    return parse(
        "{\"event\":\""
            + event
            + "\",\"action\":\""
            + action
            + "\""
            + (keys.isEmpty() ? "" : ",")
            + keys
            + "}");
  }

  static Annotation annotation(String keys) {
    return new Annotation(RawJson.of("{" + keys + "}"));
  }

  static Document document(String keys) {
    return new Document(RawJson.of("{" + keys + "}"));
  }
}
