package io.github.rossumext.jdbc;

import io.github.rossumext.jdbc.TestDatabase.Kind;

/** The store in H2 does what every store must do. */
class H2ContractTest extends DatabaseContract {
  H2ContractTest() {
    super(Kind.H2, "SET TIME ZONE 'Asia/Tokyo'");
  }
}
