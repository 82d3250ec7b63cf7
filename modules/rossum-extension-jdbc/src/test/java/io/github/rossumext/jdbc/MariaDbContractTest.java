package io.github.rossumext.jdbc;

import io.github.rossumext.jdbc.TestDatabase.Kind;

/** The store in MariaDB does what every store must do. */
class MariaDbContractTest extends DatabaseContract {
  MariaDbContractTest() {
    super(Kind.MARIADB, "SET time_zone = '+09:00'");
  }
}
