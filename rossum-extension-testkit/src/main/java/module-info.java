/** Plays Rossum in the tests of an extension: documents, signed requests, assertions. */
@SuppressWarnings("module") // the playground is built later
module io.github.rossumext.testkit {
  requires static org.jspecify;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires jdk.httpserver;
  requires org.slf4j;
  requires transitive io.github.rossumext;
  requires transitive java.net.http;
  // Only for those who use the packages adapter, assertions, junit, jqwik and the bridge of hostile
  // to JUnit. Not transitive: whoever requires the testkit alone would need them to be compiled.
  requires static net.jqwik.api;
  requires static org.assertj.core;
  requires static org.junit.jupiter.api;
  requires static org.junit.platform.commons;

  exports io.github.rossumext.testkit;
  exports io.github.rossumext.testkit.adapter;
  exports io.github.rossumext.testkit.api;
  exports io.github.rossumext.testkit.assertions;
  exports io.github.rossumext.testkit.hook;
  exports io.github.rossumext.testkit.hostile;
  exports io.github.rossumext.testkit.jqwik;
  exports io.github.rossumext.testkit.junit;
  exports io.github.rossumext.testkit.recording;
  exports io.github.rossumext.testkit.rule;
  exports io.github.rossumext.testkit.simulator;
  // The playground shows the state in which a test failed.
  exports io.github.rossumext.testkit.internal.failure to
      io.github.rossumext.playground;

  uses io.github.rossumext.testkit.internal.failure.FailureScreen;
}
