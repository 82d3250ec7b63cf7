package io.github.rossumext.jdbc;

import io.github.rossumext.jdbc.TestDatabase.Kind;

/** The store in PostgreSQL does what every store must do. */
class PostgresqlContractTest extends DatabaseContract {
  PostgresqlContractTest() {
    super(Kind.POSTGRESQL, "SET TIME ZONE 'Asia/Tokyo'");
  }
}
