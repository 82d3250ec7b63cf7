/** Serves Rossum extensions from any Jakarta Servlet container. */
module io.github.rossumext.servlet {
  requires static org.jspecify;
  requires transitive io.github.rossumext;
  requires transitive jakarta.servlet;
  requires org.slf4j;

  exports io.github.rossumext.servlet;
}
