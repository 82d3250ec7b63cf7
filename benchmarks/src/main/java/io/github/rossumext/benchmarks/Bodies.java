package io.github.rossumext.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Requests that resemble live traffic of 2025, with about 430 bytes for each datapoint. Texts have
 * no normalized value, numbers have one.
 */
final class Bodies {
  private static final String[] HEADER_FIELDS = {
    "document_id",
    "order_id",
    "date_issue",
    "date_due",
    "amount_total",
    "amount_total_base",
    "amount_total_tax",
    "sender_name",
    "recipient_name",
    "currency"
  };
  private static final String[] COLUMNS = {
    "item_code",
    "item_description",
    "item_quantity",
    "item_uom",
    "item_rate",
    "item_tax",
    "item_amount_base",
    "item_amount",
    "item_total_base",
    "item_amount_total",
    "item_other"
  };

  private final StringBuilder json = new StringBuilder();
  private long nextId = 5_483_409_759L;

  private final Language language;

  private Bodies(Language language) {
    this.language = language;
  }

  /** Returns an invoice without lines, of about 33 kB. */
  static byte[] invoice(Language language) {
    return new Bodies(language).write(72, 0);
  }

  /** Returns an invoice without lines, with this number of fields. */
  static byte[] withFields(int fields) {
    return new Bodies(Language.CZECH).write(fields, 0);
  }

  /** Returns an invoice with 500 lines of 11 columns, of about 2.4 MB. */
  static byte[] largeInvoice(Language language) {
    return new Bodies(language).write(72, 500);
  }

  /** The fields of the vendor-matching service. Its three rules write, and query the database. */
  static byte[] matched(byte[] body) {
    return new String(body, StandardCharsets.UTF_8)
        .replace("\"document_id\"", "\"invoice_id\"")
        .replace("\"sender_name\"", "\"vendor_name\"")
        .replace("\"recipient_name\"", "\"vendor\"")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Returns an invoice with this number of lines of 11 columns. */
  static byte[] withRows(int rows) {
    return new Bodies(Language.CZECH).write(72, rows);
  }

  private byte[] write(int fields, int rows) {
    json.append(
        "{\"request_id\":\"ae7bc8dd-73bd-489b-a3d2-f5214b209591\","
            + "\"timestamp\":\"2026-05-13T12:08:23.223191Z\","
            + "\"hook\":\"https://acme.rossum.app/api/v1/hooks/781\",\"action\":\"initialize\","
            + "\"event\":\"annotation_content\",\"annotation\":{\"id\":7205207,"
            + "\"url\":\"https://acme.rossum.app/api/v1/annotations/7205207\","
            + "\"status\":\"to_review\",\"queue\":\"https://acme.rossum.app/api/v1/queues/9001\","
            + "\"messages\":[],\"content\":[");
    open("section", "invoice_section");
    for (int i = 0; i < fields; i++) {
      String schemaId =
          i < HEADER_FIELDS.length ? HEADER_FIELDS[i] : "field_" + (i - HEADER_FIELDS.length);
      datapoint(schemaId, i);
    }
    close();
    if (rows > 0) {
      json.append(',');
      open("section", "line_items_section");
      open("multivalue", "line_items");
      for (int row = 0; row < rows; row++) {
        json.append(row == 0 ? "" : ",");
        open("tuple", "line_item");
        for (String column : COLUMNS) {
          datapoint(column, row);
        }
        close();
      }
      close();
      close();
    }
    json.append(
        "]},\"document\":{\"id\":314621,\"original_file_name\":\"invoice.pdf\"},"
            + "\"base_url\":\"https://acme.rossum.app\",\"settings\":{},\"secrets\":{},"
            + "\"updated_datapoints\":[]}");
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void open(String category, String schemaId) {
    long id = nextId++;
    json.append("{\"id\":").append(id).append(",\"category\":\"").append(category);
    json.append("\",\"schema_id\":\"").append(schemaId);
    json.append("\",\"url\":\"https://acme.rossum.app/api/v1/annotations/7205207/content/");
    json.append(id).append("\",\"children\":[");
  }

  private void close() {
    json.append("]}");
  }

  private void datapoint(String schemaId, int n) {
    if (json.charAt(json.length() - 1) == '}') {
      json.append(',');
    }
    long id = nextId++;
    boolean isNumber = schemaId.contains("amount") || schemaId.contains("quantity");
    String text =
        isNumber
            ? String.format(Locale.ROOT, "%,d.%02d", 1000 + n, n % 100)
            : language.text(1000 + n);
    String normalized =
        isNumber ? String.format(Locale.ROOT, "\"%d.%02d\"", 1000 + n, n % 100) : "null";
    json.append("{\"id\":").append(id);
    json.append(",\"category\":\"datapoint\",\"schema_id\":\"").append(schemaId);
    json.append("\",\"time_spent\":0,\"validation_sources\":[\"score\"],\"content\":{\"value\":\"");
    json.append(text).append("\",\"page\":1,\"position\":[1125,849,1202,874],\"rir_text\":\"");
    json.append(text).append("\",\"rir_page\":1,\"rir_position\":[1125,849,1202,874],");
    json.append("\"ocr_text\":null,\"rir_confidence\":0.9999803921580315,");
    json.append("\"connector_text\":null,\"normalized_value\":").append(normalized);
    json.append("},\"url\":\"https://acme.rossum.app/api/v1/annotations/7205207/content/");
    json.append(id).append("\"}");
  }
}
