package io.github.rossumext.examples.vendormatching;

import io.github.rossumext.testkit.DocumentBuilder;
import io.github.rossumext.testkit.Fixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Documents of the queue as the extraction leaves them. A test changes what it needs. */
final class Documents {
  private Documents() {}

  /** Returns an invoice without any finding. */
  static Fixture invoice() {
    try {
      return DocumentBuilder.of(Path.of("rossum/schema.json"))
          .set("invoice_id", "20260117")
          .set("order_id", "123456")
          .set("vendor_name", "Volvo")
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
