-- What JdbcDeliveryStore needs in SQL Server 2016 or newer. Nobody has tried it yet.
-- Times are milliseconds since 1970-01-01 UTC by the clock of the database.
CREATE TABLE rossum_delivery (
  lookup_key NVARCHAR(64) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
  delivery_id NVARCHAR(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
  run_number INTEGER NOT NULL,
  beats BIGINT NOT NULL,
  state NVARCHAR(7) COLLATE Latin1_General_100_BIN2 NOT NULL,
  response_status INTEGER NOT NULL,
  response_body VARBINARY(MAX),
  changed_at BIGINT NOT NULL,
  body_millis BIGINT NOT NULL,
  keep_millis BIGINT NOT NULL
);
CREATE INDEX rossum_delivery_id ON rossum_delivery (delivery_id);
CREATE INDEX rossum_delivery_changed ON rossum_delivery (changed_at);
-- A batch of its own, which CREATE VIEW must have.
EXEC('CREATE VIEW rossum_delivery_clock AS
  SELECT DATEDIFF_BIG(MILLISECOND, ''1970-01-01'', SYSUTCDATETIME()) AS millis');
