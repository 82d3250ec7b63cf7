package io.github.rossumext.jdbc;

import io.github.rossumext.delivery.Delivery;
import io.github.rossumext.delivery.DeliveryClaim;
import io.github.rossumext.delivery.DeliveryStore;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A store in a database. All nodes of an extension can share it, and it survives their restarts.
 *
 * {@snippet class="io.github.rossumext.snippets.JdbcSnippetsTest" region="store"}
 *
 * <p>It needs the table {@code rossum_delivery} and the view {@code rossum_delivery_clock}. {@link
 * #createTable()} creates them. If you have a tool for that, give it the file for your database
 * from the folder {@code rossum-extension-jdbc} of the jar: {@code h2.sql}, {@code postgresql.sql},
 * {@code mysql.sql} (MariaDB, too), {@code oracle.sql} or {@code sqlserver.sql}. The statements of
 * the store are tested with H2 2.4, PostgreSQL 15 and MariaDB 10.11. Those for MySQL, Oracle and
 * SQL Server were never tried.
 *
 * <p>The table holds random ids, hashes, counters and times, and the status and body of each
 * response: a repeat needs them. It holds nothing else of a request, no secret and no token. The
 * column {@code response_body} may quote the document, if your handlers do. Each open endpoint that
 * handles deliveries deletes those that are older than its {@code keepTime}, which is 24 hours by
 * default: up to 10 000 within a minute after it is built, and again every hour. While no endpoint
 * is open, nobody deletes them: call {@link #deleteExpired} yourself if that may take long.
 *
 * <p>Each statement has a connection of its own, which commits it. So do not pass a data source
 * whose connections take part in a transaction of yours, and leave auto-commit on in your pool:
 * otherwise each statement switches it on and off. A statement may take 5 seconds. Nothing else
 * bounds the time, so set two limits yourself: how long your pool lets a thread wait for a
 * connection, and how long the driver waits for the network. A few seconds are enough for both.
 *
 * <p>Ages are told by the clock of the database: those of the nodes and their time zones do not
 * matter. Thread-safe, and as many threads as the data source allows are served at a time.
 */
public final class JdbcDeliveryStore implements DeliveryStore {
  /** A request must not wait for a database that does not respond. */
  private static final int STATEMENT_SECONDS = 5;

  /** How often other endpoints may be faster within one claim. */
  private static final int MAX_TRIES = 10;

  private static final int MAX_EXPIRED = 10_000;

  /** Meanwhile it takes one of the two threads that an endpoint has for the store. */
  private static final long CLEAN_UP_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final Database database;

  private JdbcDeliveryStore(Database database) {
    this.database = database;
  }

  /**
   * Returns a store. It does not connect yet.
   *
   * @param dataSource gives connections, from a pool if possible; it stays open
   */
  public static JdbcDeliveryStore of(DataSource dataSource) {
    return of(dataSource, STATEMENT_SECONDS);
  }

  static JdbcDeliveryStore of(DataSource dataSource, int statementSeconds) {
    return new JdbcDeliveryStore(
        new Database(Objects.requireNonNull(dataSource, "dataSource"), statementSeconds));
  }

  /**
   * Creates the table, its indexes and the view in the default schema of the connection, unless
   * they are there. The user of the connection must be allowed to. Several nodes may call it at the
   * same time.
   *
   * @throws SQLException if the database cannot be reached, or refuses to create them
   * @throws IllegalStateException if the jar has no file for this kind of database
   */
  public void createTable() throws SQLException {
    new Schema(database).create();
  }

  /**
   * Returns whether the table and the view exist, and the user of the connection may read them. Ask
   * when your application starts: otherwise the first event that needs them says so.
   *
   * @throws SQLException if the database cannot be reached, or failed
   */
  public boolean hasTable() throws SQLException {
    try {
      var unused = find("start");
      return true;
    } catch (StoreException e) {
      if (e.isAboutTheTable()) {
        return false;
      }
      throw e;
    }
  }

  /**
   * Begins a delivery, or finds the one that the request repeats. It takes up to three statements,
   * and more only if other endpoints claim the same keys at the same moment.
   *
   * @throws SQLException if the database cannot be reached, or failed
   */
  @Override
  public Delivery claim(DeliveryClaim claim) throws SQLException {
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      Delivery claimed = tryToClaim(claim);
      if (claimed != null) {
        return claimed;
      }
    }
    throw new SQLException("Other endpoints changed the keys of this request again and again.");
  }

  /** Returns the delivery of a claim; null if another endpoint was faster. */
  private @Nullable Delivery tryToClaim(DeliveryClaim claim) throws SQLException {
    String bodyKey = claim.bodyKey();
    String requestKey = claim.requestKey().orElse(null);
    Row byBody = null;
    Row byRequest = null;
    for (Row row : rows(bodyKey, requestKey == null ? bodyKey : requestKey)) {
      if (row.key().equals(bodyKey)) {
        byBody = row;
      } else {
        byRequest = row;
      }
    }
    if (byRequest != null && byRequest.isKept()) {
      String id = byRequest.id();
      if (byBody == null || !(byBody.isSame() || byBody.id().equals(id))) {
        lead(bodyKey, byBody, id); // if another endpoint was faster, its delivery keeps the key
      }
      return byRequest.delivery();
    }
    if (byBody != null && byBody.isSame()) {
      return requestKey == null || lead(requestKey, byRequest, byBody.id())
          ? byBody.delivery()
          : null;
    }
    forget(byBody, byRequest);
    String mainKey = requestKey == null ? claim.id() + claim.id() : requestKey;
    boolean isBegun =
        database.insert(
            Sql.BEGIN,
            mainKey,
            claim.id(),
            claim.bodyTime().toMillis(),
            claim.keepTime().toMillis(),
            bodyKey,
            claim.id());
    return isBegun ? Delivery.of(claim.id(), 1, 0) : null;
  }

  /**
   * Lets a key lead to a delivery.
   *
   * @param last where it leads to, which counts no more; null if it is new
   * @return false if another endpoint was faster
   */
  private boolean lead(String key, @Nullable Row last, String id) throws SQLException {
    return last == null
        ? database.insert(Sql.LEAD, key, id)
        : database.update(Sql.LEAD_ELSEWHERE, id, key, last.id()) > 0;
  }

  /** Forgets what keys lead to, unless another endpoint has changed it. */
  private void forget(@Nullable Row one, @Nullable Row another) throws SQLException {
    Row first = one == null ? another : one;
    if (first != null) {
      Row last = another == null ? first : another;
      database.update(Sql.FORGET, first.key(), first.id(), last.key(), last.id());
    }
  }

  private List<Row> rows(String key, String otherKey) throws SQLException {
    return database.query(Row::read, 0, Sql.FIND_BY_KEYS, key, otherKey);
  }

  /**
   * Begins the next run of a delivery, if nothing has changed since it was seen.
   *
   * @throws SQLException if the database cannot be reached, or failed
   */
  @Override
  public Optional<Delivery> runAgain(Delivery seen) throws SQLException {
    int changed =
        database.update(Sql.RUN_AGAIN, seen.id(), seen.run(), seen.beats(), seen.state().name());
    return changed == 0 ? Optional.empty() : Optional.of(Delivery.of(seen.id(), seen.run() + 1, 0));
  }

  /**
   * Raises the beats of a run by one, if it is still the running one.
   *
   * @throws SQLException if the database cannot be reached, or failed
   */
  @Override
  public boolean beat(Delivery run) throws SQLException {
    return database.update(Sql.BEAT, run.id(), run.run()) > 0;
  }

  /**
   * Stores how a run ended, if it is still the running one.
   *
   * @throws SQLException if the database cannot be reached, or failed
   */
  @Override
  public boolean complete(Delivery ended) throws SQLException {
    int changed =
        database.update(
            Sql.COMPLETE,
            ended.beats(),
            ended.state().name(),
            ended.status(),
            ended.body(),
            ended.id(),
            ended.run());
    return changed > 0;
  }

  /**
   * Returns a delivery by its id, unless its time is over.
   *
   * @throws SQLException if the database cannot be reached, or failed
   */
  @Override
  public Optional<Delivery> find(String id) throws SQLException {
    return database.query(Row::read, 0, Sql.FIND_BY_ID, id).stream()
        .filter(Row::isKept)
        .map(Row::delivery)
        .findFirst();
  }

  /**
   * Deletes the deliveries whose last change is longer ago, with their keys: up to 10 000, or fewer
   * if the database is slow. What is left then is for the next time.
   *
   * @throws SQLException if the database cannot be reached, or failed
   */
  @Override
  public void deleteExpired(Duration age) throws SQLException {
    long start = System.nanoTime();
    delete(Sql.FIND_EXPIRED, Sql.DELETE_EXPIRED, age.toMillis(), start);
    delete(Sql.FIND_LEFT_OVER, Sql.DELETE_LEFT_OVER, age.toMillis(), start);
  }

  /** Looks for ids first, because a statement that deletes may lock whatever it looks at. */
  private void delete(String find, String delete, long age, long start) throws SQLException {
    List<String> ids = database.query(row -> row.getString(1), MAX_EXPIRED, find, age);
    for (int from = 0; from < ids.size(); from += Sql.IDS) {
      if (System.nanoTime() - start > CLEAN_UP_NANOS) {
        return;
      }
      List<Object> parameters = new ArrayList<>(Sql.IDS + 1);
      parameters.add(age);
      for (int i = from; i < from + Sql.IDS; i++) {
        parameters.add(ids.get(Math.min(i, ids.size() - 1)));
      }
      database.update(delete, parameters.toArray());
    }
  }

  /** Returns the name of the class, and nothing of the database. */
  @Override
  public String toString() {
    return "JdbcDeliveryStore";
  }
}
