/**
 * Plays Rossum's part in the tests of an extension: calls to answer, signed as Rossum signs them.
 */
module io.github.rossumext.testkit {
  requires static org.jspecify;
  requires static transitive net.jqwik.api;
  requires static transitive org.junit.jupiter.api;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires org.slf4j;
  requires transitive io.github.rossumext;
  requires transitive java.net.http;

  exports io.github.rossumext.testkit;
  exports io.github.rossumext.testkit.hostile;
  exports io.github.rossumext.testkit.jqwik;
  exports io.github.rossumext.testkit.simulator;
}
