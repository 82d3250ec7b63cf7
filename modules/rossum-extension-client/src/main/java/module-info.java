/** Calls Rossum's REST API. */
module io.github.rossumext.client {
  requires static org.jspecify;
  requires transitive io.github.rossumext;
  requires java.net.http;
  requires org.slf4j;

  exports io.github.rossumext.client;
}
