/**
 * The core of the Java SDK for Rossum extensions: payloads, the datapoint tree, rules, responses,
 * signatures and dispatch. It knows no HTTP server.
 */
@SuppressWarnings("module") // the modules that internal packages are exported to are built later
module io.github.rossumext {
  requires static org.jspecify;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.datatype.jsr310;
  requires org.slf4j;

  exports io.github.rossumext;
  exports io.github.rossumext.content;
  exports io.github.rossumext.delivery;
  exports io.github.rossumext.exchange;
  exports io.github.rossumext.listener;
  exports io.github.rossumext.rules;
  exports io.github.rossumext.payload;
  exports io.github.rossumext.response;
  exports io.github.rossumext.schema;
  exports io.github.rossumext.signature;
  exports io.github.rossumext.value;
  exports io.github.rossumext.internal.check to
      io.github.rossumext.testkit;
  exports io.github.rossumext.internal.help to
      io.github.rossumext.client,
      io.github.rossumext.jdbc,
      io.github.rossumext.spring,
      io.github.rossumext.testkit;
  exports io.github.rossumext.internal.json to
      io.github.rossumext.client,
      io.github.rossumext.testkit;
  exports io.github.rossumext.internal.text to
      io.github.rossumext.client,
      io.github.rossumext.testkit;
}
