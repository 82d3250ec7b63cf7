/** Remembers deliveries in a database. */
module io.github.rossumext.jdbc {
  requires static org.jspecify;
  requires transitive io.github.rossumext;
  requires transitive java.sql;

  exports io.github.rossumext.jdbc;
}
