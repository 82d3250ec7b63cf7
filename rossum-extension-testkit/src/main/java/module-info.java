/**
 * Plays Rossum's part in the tests of an extension: calls to answer, signed as Rossum signs them.
 */
module io.github.rossumext.testkit {
  requires static org.jspecify;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires org.slf4j;
  requires java.net.http;
  requires transitive io.github.rossumext;

  exports io.github.rossumext.testkit;
  exports io.github.rossumext.testkit.simulator;
}
