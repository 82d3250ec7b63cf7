package io.github.rossumext.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.rossumext.jdbc.TestDatabase.Kind;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of the databases, and who gets which. */
class SchemaTest {
  private static final Pattern COLUMN = Pattern.compile("(?m)^  (\\w+) \\w+.*,?$");

  @ParameterizedTest
  @CsvSource({
    "H2,h2",
    "PostgreSQL,postgresql",
    "MariaDB,mysql",
    "MySQL,mysql",
    "Oracle,oracle",
    "Microsoft SQL Server,sqlserver"
  })
  void eachDatabaseHasAFile(String product, String file) {
    assertThat(Schema.fileFor(product)).isEqualTo("rossum-extension-jdbc/" + file + ".sql");
  }

  @Test
  void anotherDatabaseHasNone() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Schema.fileFor("Apache Derby"))
        .withMessage(
            "Expected H2, PostgreSQL, MariaDB, MySQL, Oracle or Microsoft SQL Server, but the database is"
                + " Apache Derby. Create the table yourself: adapt one of the files in"
                + " rossum-extension-jdbc/ of the jar.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgresql", "mysql", "oracle", "sqlserver"})
  void eachFileHasTheSameTableWithItsIndexesAndAView(String file) {
    List<String> statements = Schema.statements("rossum-extension-jdbc/" + file + ".sql");

    assertThat(statements).hasSize(4);
    assertThat(COLUMN.matcher(statements.get(0)).results().map(MatchResult::group).toList())
        .extracting(line -> line.strip().split(" ", 2)[0])
        .containsExactly(
            "lookup_key",
            "delivery_id",
            "run_number",
            "beats",
            "state",
            "response_status",
            "response_body",
            "changed_at",
            "body_millis",
            "keep_millis");
    assertThat(statements.get(1))
        .isEqualTo("CREATE INDEX rossum_delivery_id ON rossum_delivery (delivery_id)");
    assertThat(statements.get(2))
        .isEqualTo("CREATE INDEX rossum_delivery_changed ON rossum_delivery (changed_at)");
    assertThat(statements.get(3)).contains("VIEW rossum_delivery_clock").contains(" AS millis");
  }

  @Test
  void whatWasLeftUnfinishedIsFinished() throws Exception {
    TestDatabase database = TestDatabase.of(Kind.H2);
    database.execute("DROP VIEW rossum_delivery_clock");

    database.store().createTable();

    assertThat(database.number("SELECT millis FROM rossum_delivery_clock")).isPositive();
  }

  @Test
  void ifTheTableCannotBeCreatedTheFirstReasonIsThrown() throws Exception {
    TestDatabase database = TestDatabase.empty(Kind.H2);
    database.execute("CREATE TABLE rossum_delivery (other INTEGER)");

    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> database.store().createTable())
        .withMessageContaining("ROSSUM_DELIVERY")
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(2));
  }

  @ParameterizedTest
  @EnumSource
  void theStoreSaysWhetherItHasItsTable(Kind kind) throws Exception {
    TestDatabase database = TestDatabase.empty(kind);

    assertThat(database.store().hasTable()).isFalse();
    database.store().createTable();
    assertThat(database.store().hasTable()).isTrue();
  }

  @Test
  void withoutTheViewTheTableIsNotEnough() throws Exception {
    TestDatabase database = TestDatabase.of(Kind.H2);
    database.execute("DROP VIEW rossum_delivery_clock");

    assertThat(database.store().hasTable()).isFalse();
  }

  @Test
  void aDatabaseThatCannotBeReachedIsNotOneWithoutATable() throws Exception {
    JdbcDeliveryStore store =
        JdbcDeliveryStore.of(
            WatchedDataSource.of(
                TestDatabase.of(Kind.H2).dataSource(),
                (name, call) -> {
                  throw new SQLException("down", "08001");
                }));

    assertThatExceptionOfType(SQLException.class).isThrownBy(store::hasTable);
  }

  @Test
  void theDatabaseSaysWhatItIs() throws Exception {
    JdbcDeliveryStore store =
        JdbcDeliveryStore.of(
            WatchedDataSource.of(
                TestDatabase.empty(Kind.H2).dataSource(),
                (name, call) ->
                    name.equals("getDatabaseProductName") ? "Apache Derby" : call.call()));

    assertThatIllegalStateException().isThrownBy(store::createTable);
  }
}
