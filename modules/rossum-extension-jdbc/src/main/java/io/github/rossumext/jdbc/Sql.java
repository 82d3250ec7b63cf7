package io.github.rossumext.jdbc;

import java.util.Collections;

/**
 * The statements, which are the same for all databases.
 *
 * <p>The table has a row for each key of a delivery. One of them, the main row, holds the state;
 * its {@code run_number} is positive. The others only lead to the same {@code delivery_id}. So the
 * key of the table is what lets one of several endpoints win.
 *
 * <p>All times are milliseconds of one clock, that of the database. Each database has its own words
 * for it: they are in the view {@code rossum_delivery_clock}.
 */
final class Sql {
  /** How many ids a statement has that deletes. */
  static final int IDS = 100;

  private static final String NOW = "(SELECT millis FROM rossum_delivery_clock)";

  private static final String ROWS =
      """
      SELECT k.lookup_key, k.delivery_id, d.run_number, d.beats, d.state, d.response_status, d.response_body,
        c.millis - d.changed_at, d.body_millis, d.keep_millis
      FROM rossum_delivery k CROSS JOIN rossum_delivery_clock c
        LEFT JOIN rossum_delivery d ON d.delivery_id = k.delivery_id AND d.run_number > 0
      WHERE\
      """;

  /** Parameters: two keys. */
  static final String FIND_BY_KEYS = ROWS + " k.lookup_key IN (?, ?)";

  /** Parameters: an id. */
  static final String FIND_BY_ID = ROWS + " k.delivery_id = ? AND k.run_number > 0";

  /**
   * Both rows, or none. Parameters: the key of the main row, id, body time, keep time; the key of
   * the body, id.
   */
  static final String BEGIN =
      """
      INSERT INTO rossum_delivery (lookup_key, delivery_id, run_number, beats, state, response_status,
        changed_at, body_millis, keep_millis)
      SELECT CAST(? AS CHAR(64)), CAST(? AS CHAR(32)), 1, 0, 'RUNNING', 0,
        millis, CAST(? AS DECIMAL(19)), CAST(? AS DECIMAL(19))
      FROM rossum_delivery_clock
      UNION ALL SELECT CAST(? AS CHAR(64)), CAST(? AS CHAR(32)), 0, 0, 'POINTER', 0, millis, 0, 0
      FROM rossum_delivery_clock\
      """;

  /** Parameters: a key, an id. */
  static final String LEAD =
      """
      INSERT INTO rossum_delivery (lookup_key, delivery_id, run_number, beats, state, response_status,
        changed_at, body_millis, keep_millis)
      VALUES (?, ?, 0, 0, 'POINTER', 0, %s, 0, 0)\
      """
          .formatted(NOW);

  /** Parameters: the new id, a key, the id that it led to. */
  static final String LEAD_ELSEWHERE =
      """
      UPDATE rossum_delivery SET delivery_id = ?, run_number = 0, beats = 0, state = 'POINTER', response_status = 0,
        response_body = NULL, changed_at = %s, body_millis = 0, keep_millis = 0
      WHERE lookup_key = ? AND delivery_id = ?\
      """
          .formatted(NOW);

  /** Parameters: a key, the id that it leads to; another key, the id that it leads to. */
  static final String FORGET =
      """
      DELETE FROM rossum_delivery
      WHERE (lookup_key = ? AND delivery_id = ?) OR (lookup_key = ? AND delivery_id = ?)\
      """;

  /** Parameters: id, run, beats, state. What has expired stays so: others may have seen that. */
  static final String RUN_AGAIN =
      """
      UPDATE rossum_delivery SET run_number = run_number + 1, beats = 0, state = 'RUNNING', response_status = 0,
        response_body = NULL, changed_at = %1$s
      WHERE delivery_id = ? AND run_number = ? AND beats = ? AND state = ? AND state <> 'DONE'
        AND changed_at >= %1$s - keep_millis\
      """
          .formatted(NOW);

  /** Parameters: id, run. */
  static final String BEAT =
      """
      UPDATE rossum_delivery SET beats = beats + 1, changed_at = %s
      WHERE delivery_id = ? AND run_number = ? AND state = 'RUNNING'\
      """
          .formatted(NOW);

  /** Parameters: beats, state, status, body; id, run. */
  static final String COMPLETE =
      """
      UPDATE rossum_delivery SET beats = ?, state = ?, response_status = ?, response_body = ?, changed_at = %s
      WHERE delivery_id = ? AND run_number = ? AND state = 'RUNNING'\
      """
          .formatted(NOW);

  /** Parameters: an age. */
  static final String FIND_EXPIRED =
      """
      SELECT d.delivery_id FROM rossum_delivery d CROSS JOIN rossum_delivery_clock c
      WHERE d.run_number > 0 AND d.changed_at < c.millis - ?\
      """;

  /** Parameters: the age, {@value #IDS} ids. */
  static final String DELETE_EXPIRED =
      "DELETE FROM rossum_delivery WHERE run_number > 0 AND changed_at < " + NOW + " - ?" + inIds();

  /** What leads to a delivery that was deleted. Parameters: an age. */
  static final String FIND_LEFT_OVER =
      """
      SELECT k.delivery_id FROM rossum_delivery k CROSS JOIN rossum_delivery_clock c
      WHERE k.run_number = 0 AND k.changed_at < c.millis - ? AND NOT EXISTS (
        SELECT 1 FROM rossum_delivery d WHERE d.delivery_id = k.delivery_id AND d.run_number > 0)\
      """;

  /** Parameters: the age, {@value #IDS} ids. */
  static final String DELETE_LEFT_OVER =
      "DELETE FROM rossum_delivery WHERE run_number = 0 AND changed_at < " + NOW + " - ?" + inIds();

  /** Fails if the table or the view is missing. */
  static final String PROBE =
      "SELECT d.lookup_key FROM rossum_delivery d CROSS JOIN rossum_delivery_clock c WHERE 1 = 0";

  private Sql() {}

  private static String inIds() {
    return " AND delivery_id IN (" + String.join(", ", Collections.nCopies(IDS, "?")) + ")";
  }
}
