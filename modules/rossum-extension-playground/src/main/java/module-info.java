/** Shows Rossum's validation screen in a browser, with the rules of an extension behind it. */
module io.github.rossumext.playground {
  requires static org.jspecify;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires jdk.httpserver;
  requires org.slf4j;
  requires transitive io.github.rossumext;
  requires transitive io.github.rossumext.testkit;
  // Only if it is the backend of the extension's log.
  requires static ch.qos.logback.classic;
  requires static ch.qos.logback.core;

  exports io.github.rossumext.playground;

  provides io.github.rossumext.testkit.internal.failure.FailureScreen with
      io.github.rossumext.playground.PlaygroundOnFailure;
}
