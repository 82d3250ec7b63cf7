package io.github.rossumext.testkit.api;

import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.testkit.Fixtures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test with a stub that has the invoice, and a client with a token. */
abstract class StubTest {
  static final long INVOICE = 4310220117L;
  static final String PATH = "/v1/annotations/" + INVOICE;
  static final String HOST = "https://papierhaus.rossum.example/api/v1";

  RossumApiStub api;
  Client client;

  @BeforeEach
  final void open() {
    api = RossumApiStub.create();
    api.add(Fixtures.extractedInvoice().withStatus(AnnotationStatus.TO_REVIEW));
    client = new Client(api, api.token());
  }

  @AfterEach
  final void close() {
    api.close();
  }

  final String url(String path) {
    return api.baseUrl() + "/api/v1/" + path;
  }
}
