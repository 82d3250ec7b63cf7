/**
 * Plays Rossum's part in the tests of an extension: calls to answer, signed as Rossum signs them.
 */
module io.github.rossumext.testkit {
  requires static org.jspecify;
  requires transitive io.github.rossumext;

  exports io.github.rossumext.testkit;
}
