package io.github.rossumext.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.github.rossumext.delivery.Delivery;
import io.github.rossumext.delivery.DeliveryStore;
import io.github.rossumext.jdbc.TestDatabase.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** What the store must do in every database. */
abstract class DatabaseContract extends DeliveryStoreContract {
  private final Kind kind;
  private final String inTokyo;

  /** Its clock stands still, unless a test lets time pass. */
  private TestDatabase database;

  /** Its clock runs. */
  private TestDatabase real;

  /**
   * Creates the tests of a database.
   *
   * @param inTokyo the statement that changes the time zone of a connection
   */
  DatabaseContract(Kind kind, String inTokyo) {
    this.kind = kind;
    this.inTokyo = inTokyo;
  }

  @BeforeAll
  void create() throws Exception {
    database = TestDatabase.of(kind);
    database.stopClock();
    real = TestDatabase.of(kind);
  }

  @BeforeEach
  void clear() throws Exception {
    database.clear();
    real.clear();
  }

  @Override
  DeliveryStore store() {
    return database.store();
  }

  @Override
  void pass(Duration time) throws Exception {
    database.pass(time);
  }

  @Test
  void nothingIsLeftOfWhatIsDeleted() throws Exception {
    DeliveryStore store = store();
    store.claim(claim("1", "1", "1"));
    store.claim(claim("2", "1", "2"));
    store.claim(claim("3", "3", "2"));
    assertThat(database.rows()).isEqualTo(4);
    pass(KEEP_TIME.plusMillis(1));
    store.claim(claim("4", "4", "1")); // which takes the main row from the others
    store.deleteExpired(KEEP_TIME);
    assertThat(database.rows()).isEqualTo(2);

    pass(KEEP_TIME.plusMillis(1));
    store.deleteExpired(KEEP_TIME);
    assertThat(database.rows()).isZero();
  }

  @Test
  void whatHasExpiredDoesNotRunAgain() throws Exception {
    Delivery failed = store().claim(claim("1", "1", "1")).withRetry();
    Delivery expired = store().claim(claim("2", "2", "2")).withRetry();
    store().complete(failed);
    store().complete(expired);
    pass(KEEP_TIME);
    assertThat(store().runAgain(failed)).isPresent();
    pass(Duration.ofMillis(1));

    assertThat(store().runAgain(expired)).isEmpty(); // another node may have begun a new delivery
  }

  @Test
  void createTableDoesNothingIfAllIsThere() throws Exception {
    database.store().claim(claim("1", "1", "1"));

    database.store().createTable();

    assertThat(database.rows()).isEqualTo(2);
  }

  @Test
  void severalNodesMayCreateTheTableAtOnce() throws Exception {
    TestDatabase fresh = TestDatabase.empty(kind);
    List<CompletableFuture<Void>> nodes =
        Stream.generate(
                () ->
                    CompletableFuture.runAsync(
                        () -> createTable(fresh), task -> new Thread(task).start()))
            .limit(3)
            .toList();
    for (CompletableFuture<Void> node : nodes) {
      node.get(60, TimeUnit.SECONDS);
    }

    assertThat(fresh.store().claim(claim("1", "1", "1")).id()).isEqualTo(id("1"));
    assertThat(fresh.rows()).isEqualTo(2);
  }

  private static void createTable(TestDatabase database) {
    try {
      database.store().createTable();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theClockOfTheDatabaseDoesNotDependOnTheTimeZoneOfAConnection() throws Exception {
    try (Connection connection = real.dataSource().getConnection()) {
      assertThatTheClockIsRight(connection);
      try (Statement statement = connection.createStatement()) {
        statement.execute(inTokyo);
      }
      assertThatTheClockIsRight(connection);
    }
  }

  private static void assertThatTheClockIsRight(Connection connection) throws Exception {
    try (PreparedStatement clock =
            connection.prepareStatement("SELECT millis FROM rossum_delivery_clock");
        ResultSet rows = clock.executeQuery()) {
      rows.next();
      assertThat(rows.getLong(1)).isCloseTo(System.currentTimeMillis(), within(10_000L));
    }
  }

  @Test
  void theClockRuns() throws Exception {
    long before = real.number("SELECT millis FROM rossum_delivery_clock");
    TimeUnit.MILLISECONDS.sleep(5);

    assertThat(real.number("SELECT millis FROM rossum_delivery_clock")).isGreaterThan(before);
  }

  @Test
  void aConnectionWithoutAutoCommitIsGivenBackAsItWas() throws Exception {
    try (Connection connection = real.dataSource().getConnection()) { // it has no other one
      connection.setAutoCommit(false);
    }

    real.store().claim(claim("1", "1", "1"));

    try (Connection connection = real.dataSource().getConnection()) {
      assertThat(connection.getAutoCommit()).isFalse();
      connection.rollback();
      connection.setAutoCommit(true);
    }
    assertThat(real.rows()).isEqualTo(2);
  }

  @Test
  @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
  void aStatementThatTakesTooLongFails() throws Exception {
    Delivery run = real.store().claim(claim("1", "1", "1"));
    JdbcDeliveryStore impatient = JdbcDeliveryStore.of(real.dataSource(), 1);
    try (Connection other = real.dataSource().getConnection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("UPDATE rossum_delivery SET beats = 7");

      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> impatient.complete(run.withRetry()));

      other.rollback();
      other.setAutoCommit(true);
    }
    assertThat(impatient.complete(run.withRetry())).isTrue();
  }
}
