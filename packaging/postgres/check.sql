-- Tells, line by line, whether the rights in this database are as grants.sql lays them down.
--
--   psql --no-psqlrc -d backupchecks -f check.sql
--
-- It changes nothing. A line that does not begin with "ok" is to be mended; grants.sql mends most.

WITH role(name, rank) AS (
  VALUES ('bcautotask_reporter', 1), ('bcautotask_operator', 2), ('bcautotask_admin', 3)
), wanted(relname, may, from_rank) AS (
  -- from which role on a right is held; 9 stands for nobody
  VALUES
    ('workspace', 'INSERT', 9), ('workspace', 'UPDATE', 3), ('workspace', 'DELETE', 9),
    ('settings', 'INSERT', 3), ('settings', 'UPDATE', 9), ('settings', 'DELETE', 9),
    ('naming', 'INSERT', 3), ('naming', 'UPDATE', 9), ('naming', 'DELETE', 9),
    ('reference_data', 'INSERT', 2), ('reference_data', 'UPDATE', 2), ('reference_data', 'DELETE', 9),
    ('mapping', 'INSERT', 2), ('mapping', 'UPDATE', 2), ('mapping', 'DELETE', 9),
    ('claim', 'INSERT', 2), ('claim', 'UPDATE', 2), ('claim', 'DELETE', 9),
    ('ticket_link', 'INSERT', 2), ('ticket_link', 'UPDATE', 2), ('ticket_link', 'DELETE', 9),
    ('ticket_snapshot', 'INSERT', 2), ('ticket_snapshot', 'UPDATE', 2),
    ('ticket_snapshot', 'DELETE', 9),
    ('second_ticket', 'INSERT', 2), ('second_ticket', 'UPDATE', 9), ('second_ticket', 'DELETE', 9),
    ('resolution', 'INSERT', 2), ('resolution', 'UPDATE', 2), ('resolution', 'DELETE', 9),
    ('resolution_step', 'INSERT', 2), ('resolution_step', 'UPDATE', 2),
    ('resolution_step', 'DELETE', 9),
    ('call_budget', 'INSERT', 2), ('call_budget', 'UPDATE', 2), ('call_budget', 'DELETE', 9),
    ('call_count', 'INSERT', 2), ('call_count', 'UPDATE', 2), ('call_count', 'DELETE', 2),
    ('instance', 'INSERT', 2), ('instance', 'UPDATE', 2), ('instance', 'DELETE', 9),
    ('audit', 'INSERT', 2), ('audit', 'UPDATE', 9), ('audit', 'DELETE', 9), ('audit', 'TRUNCATE', 9)
), ours AS (
  SELECT c.oid, c.relname FROM pg_class c
  WHERE c.relnamespace = to_regnamespace('bcautotask') AND c.relkind = 'r'
), held AS (
  SELECT r.name, r.rank, o.relname, w.may, w.from_rank,
    CASE WHEN w.may IN ('INSERT', 'UPDATE')
      THEN has_table_privilege(r.name, o.oid, w.may) OR has_any_column_privilege(r.name, o.oid, w.may)
      ELSE has_table_privilege(r.name, o.oid, w.may) END AS has_it
  FROM role r JOIN pg_roles p ON p.rolname = r.name
  CROSS JOIN wanted w JOIN ours o ON o.relname = w.relname
), lines(place, verdict, what) AS (
  SELECT 1, CASE WHEN p.rolname IS NULL THEN 'missing' WHEN p.rolsuper THEN 'too much' ELSE 'ok' END,
    'role ' || r.name
  FROM role r LEFT JOIN pg_roles p ON p.rolname = r.name
  UNION ALL
  SELECT 2, CASE WHEN bool_and(has_it = (rank >= from_rank)) THEN 'ok'
      WHEN bool_or(has_it AND rank < from_rank) THEN 'too much' ELSE 'missing' END,
    name || ' on bcautotask.' || relname || coalesce(': ' || string_agg(
      CASE WHEN has_it <> (rank >= from_rank) THEN may END, ', '), '')
  FROM held GROUP BY name, relname
  UNION ALL
  SELECT 3, 'unknown', 'bcautotask.' || relname || ': a table that this check does not know'
  FROM ours WHERE relname <> 'version' AND relname NOT IN (SELECT relname FROM wanted)
  UNION ALL
  SELECT 4, CASE WHEN has_column_privilege(r.name, c.oid, a.attname, 'SELECT') THEN 'too much'
      ELSE 'ok' END,
    r.name || ' does not read public.' || c.relname || '.' || a.attname
  FROM role r JOIN pg_roles p ON p.rolname = r.name
  CROSS JOIN pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
  WHERE c.relnamespace = to_regnamespace('public') AND a.attnum > 0 AND NOT a.attisdropped
    AND c.relkind IN ('r', 'p') AND a.attname ~ '(password|secret|token|private_key)'
  UNION ALL
  SELECT 5, CASE WHEN has_table_privilege(r.name, c.oid, 'INSERT, DELETE, TRUNCATE') THEN 'too much'
      ELSE 'ok' END,
    r.name || ' adds and deletes nothing in public.' || c.relname
  FROM role r JOIN pg_roles p ON p.rolname = r.name CROSS JOIN pg_class c
  WHERE c.relnamespace = to_regnamespace('public') AND c.relkind IN ('r', 'p')
  UNION ALL
  SELECT 6, CASE WHEN has_any_column_privilege('bcautotask_reporter', c.oid, 'UPDATE')
      THEN 'too much' ELSE 'ok' END, 'bcautotask_reporter changes nothing in public.' || c.relname
  FROM pg_class c JOIN pg_roles p ON p.rolname = 'bcautotask_reporter'
  WHERE c.relnamespace = to_regnamespace('public') AND c.relkind IN ('r', 'p')
  UNION ALL
  SELECT 7, CASE WHEN has_schema_privilege(r.name, n.oid, 'CREATE') THEN 'too much' ELSE 'ok' END,
    r.name || ' makes nothing in schema ' || n.nspname
  FROM role r JOIN pg_roles p ON p.rolname = r.name
  CROSS JOIN pg_namespace n WHERE n.nspname IN ('public', 'bcautotask')
  UNION ALL
  SELECT 8, CASE WHEN t.tgenabled IS NULL THEN 'missing' WHEN t.tgenabled = 'D' THEN 'switched off'
      ELSE 'ok' END, 'trigger ' || g.name || ' on bcautotask.audit'
  FROM (VALUES ('append_only'), ('chain_entry')) AS g(name)
  LEFT JOIN pg_trigger t ON t.tgname = g.name AND t.tgrelid = to_regclass('bcautotask.audit')
  UNION ALL
  SELECT 9, CASE WHEN has_function_privilege('public', p.oid, 'EXECUTE') THEN 'too much' ELSE 'ok' END,
    p.oid::regprocedure || ' is not for everybody'
  FROM pg_proc p WHERE p.pronamespace = to_regnamespace('bcautotask') AND p.prosecdef
)
SELECT verdict, what FROM lines ORDER BY verdict = 'ok', place, what;
