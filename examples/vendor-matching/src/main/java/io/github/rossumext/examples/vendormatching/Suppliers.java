package io.github.rossumext.examples.vendormatching;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * The suppliers in the database. A row holds the name to show and the name to search. Thread-safe:
 * each call takes a connection of its own.
 */
final class Suppliers {
  private static final Pattern IGNORED = Pattern.compile("[,.\\s\\p{Z}]+");

  // POSITION takes the name literally, where LIKE would take % and _ for wildcards.
  private static final String FIND =
      "SELECT id, name FROM suppliers WHERE POSITION(? IN search_name) > 0 ORDER BY id";

  private static final String ADD =
      "INSERT INTO suppliers (id, name, search_name) VALUES (?, ?, ?)";

  private final DataSource database;

  Suppliers(DataSource database) {
    this.database = database;
  }

  /**
   * Returns the suppliers whose name contains this one, in the order of their ids. Case, commas,
   * full stops and blanks do not matter. A name of nothing else matches no supplier.
   */
  List<Supplier> withNameContaining(String name) throws SQLException {
    String searched = searchName(name);
    if (searched.isEmpty()) {
      return List.of();
    }
    try (Connection connection = database.getConnection();
        PreparedStatement find = connection.prepareStatement(FIND)) {
      find.setString(1, searched);
      try (ResultSet rows = find.executeQuery()) {
        List<Supplier> found = new ArrayList<>();
        while (rows.next()) {
          found.add(new Supplier(rows.getLong("id"), rows.getString("name")));
        }
        return found;
      }
    }
  }

  /** Adds a supplier with a new id. */
  void add(Supplier supplier) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement add = connection.prepareStatement(ADD)) {
      add.setLong(1, supplier.id());
      add.setString(2, supplier.name());
      add.setString(3, searchName(supplier.name()));
      add.executeUpdate();
    }
  }

  private static String searchName(String name) {
    return IGNORED.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
  }
}
