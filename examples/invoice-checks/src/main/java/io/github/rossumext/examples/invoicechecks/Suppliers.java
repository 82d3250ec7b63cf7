package io.github.rossumext.examples.invoicechecks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The suppliers in the database. Thread-safe: each call takes a connection of its own. */
final class Suppliers {
  private static final String NAMED =
      "SELECT id, name, terms FROM suppliers WHERE POSITION(LOWER(?) IN LOWER(name)) > 0 ORDER BY"
          + " id";
  private static final String WITH_ID =
      "SELECT id, name, terms FROM suppliers WHERE CAST(id AS VARCHAR) = ?";

  private final DataSource database;

  Suppliers(DataSource database) {
    this.database = database;
  }

  /** Returns the suppliers whose name contains this text, in the order of their ids. */
  List<Supplier> named(String name) throws SQLException {
    return find(NAMED, name);
  }

  /** Returns the supplier with this id. */
  Optional<Supplier> withId(String id) throws SQLException {
    return find(WITH_ID, id).stream().findFirst();
  }

  private List<Supplier> find(String query, String text) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement find = connection.prepareStatement(query)) {
      find.setString(1, text);
      try (ResultSet rows = find.executeQuery()) {
        List<Supplier> found = new ArrayList<>();
        while (rows.next()) {
          found.add(new Supplier(rows.getLong("id"), rows.getString("name"), rows.getInt("terms")));
        }
        return found;
      }
    }
  }
}
