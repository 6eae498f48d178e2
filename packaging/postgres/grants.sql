-- Rights of the three database roles of the application on one Backupchecks database.
--
-- Run it by the owner of the database (or a superuser), after the application has prepared its
-- tables there, and again after every upgrade of the application or of Backupchecks:
--
--   psql --no-psqlrc -v ON_ERROR_STOP=1 -d backupchecks -f grants.sql
--
-- It can be run any number of times: rights of the three roles that it does not name are taken away.
-- It alters no table of Backupchecks. check.sql says whether all is as it should be.

BEGIN;
SET LOCAL search_path = pg_catalog, pg_temp;

DO $do$
DECLARE
  name text;
BEGIN
  IF to_regclass('bcautotask.audit') IS NULL THEN
    RAISE EXCEPTION 'This database does not hold the tables of the application yet.'
      USING HINT = 'Open it with the application as its owner and choose "Prepare this database".';
  END IF;
  FOREACH name IN ARRAY ARRAY['bcautotask_admin', 'bcautotask_operator', 'bcautotask_reporter'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN', name);
    END IF;
    EXECUTE format('REVOKE ALL ON SCHEMA bcautotask FROM %I', name);
    EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA bcautotask, public FROM %I', name);
    EXECUTE format('REVOKE ALL ON ALL SEQUENCES IN SCHEMA bcautotask, public FROM %I', name);
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), name);
    EXECUTE format('GRANT USAGE ON SCHEMA bcautotask, public TO %I', name);
    EXECUTE format('GRANT SELECT ON ALL TABLES IN SCHEMA bcautotask TO %I', name);
  END LOOP;
END
$do$;
REVOKE ALL ON SCHEMA bcautotask FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA bcautotask FROM PUBLIC;

-- Our tables. Who holds a claim, a link or an attempt may change its course, never what it is of;
-- nobody may change or delete an entry of the trail.
GRANT INSERT ON
  bcautotask.claim, bcautotask.ticket_link, bcautotask.ticket_snapshot, bcautotask.second_ticket,
  bcautotask.resolution, bcautotask.resolution_step, bcautotask.mapping, bcautotask.call_budget,
  bcautotask.call_count, bcautotask.instance, bcautotask.audit, bcautotask.reference_data
  TO bcautotask_operator, bcautotask_admin;
GRANT UPDATE ON
  bcautotask.ticket_snapshot, bcautotask.mapping, bcautotask.call_budget, bcautotask.reference_data
  TO bcautotask_operator, bcautotask_admin;
GRANT UPDATE (
  state, token, version, operator, workstation, instance, profile, changed_at, sending_at,
  ticket_id, reason, valid_looks, last_valid_look, offered, rejected
  ) ON bcautotask.claim TO bcautotask_operator, bcautotask_admin;
GRANT UPDATE (number, is_mirrored, mirror_pending, mirror_note)
  ON bcautotask.ticket_link TO bcautotask_operator, bcautotask_admin;
GRANT UPDATE (
  state, reason, token, version, operator, workstation, instance, profile, changed_at,
  highest_note, control_note, author
  ) ON bcautotask.resolution TO bcautotask_operator, bcautotask_admin;
GRANT UPDATE (state, value, detail, recorded_at, sending_at, valid_looks, last_valid_look)
  ON bcautotask.resolution_step TO bcautotask_operator, bcautotask_admin;
GRANT UPDATE (beat_at, operator, ended_at)
  ON bcautotask.instance TO bcautotask_operator, bcautotask_admin;
GRANT UPDATE (calls), DELETE
  ON bcautotask.call_count TO bcautotask_operator, bcautotask_admin;
GRANT UPDATE (unlinked_at, unlinked_by, unlink_reason)
  ON bcautotask.ticket_link TO bcautotask_admin;
GRANT INSERT ON bcautotask.settings, bcautotask.naming TO bcautotask_admin;
GRANT UPDATE (oldest_writer) ON bcautotask.workspace TO bcautotask_admin;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA bcautotask TO bcautotask_operator, bcautotask_admin;

-- Their tables: the columns that the application reads and writes, by the names that it knows.
-- The first table and the first column of a fitting type count, as in the application.
CREATE TEMP TABLE wanted (
  thing text, tables text[], word text, columns text[], kind text, may text
) ON COMMIT DROP;
INSERT INTO wanted VALUES
  ('customers', '{customers, customer}', 'id', '{id}', 'integer', 'read'),
  ('customers', '{customers, customer}', 'name', '{name, customer_name}', 'text', 'read'),
  ('customers', '{customers, customer}', 'active', '{active, is_active, enabled}', 'boolean', 'read'),
  ('customers', '{customers, customer}', 'company_id', '{autotask_company_id, psa_company_id}', 'integer', 'write'),
  ('customers', '{customers, customer}', 'company_name', '{autotask_company_name, psa_company_name}', 'text', 'write'),
  ('customers', '{customers, customer}', 'mapping_status', '{autotask_mapping_status, psa_mapping_status}', 'text', 'write'),
  ('customers', '{customers, customer}', 'last_sync_at', '{autotask_last_sync_at, autotask_last_synced_at, psa_last_sync_at}', 'timestamp', 'write'),
  ('jobs', '{jobs, job}', 'id', '{id}', 'integer', 'read'),
  ('jobs', '{jobs, job}', 'customer_id', '{customer_id}', 'integer', 'read'),
  ('jobs', '{jobs, job}', 'name', '{job_name, name}', 'text', 'read'),
  ('jobs', '{jobs, job}', 'software', '{backup_software, software}', 'text', 'read'),
  ('jobs', '{jobs, job}', 'type', '{backup_type, job_type, type}', 'text', 'read'),
  ('jobs', '{jobs, job}', 'active', '{active, is_active, enabled}', 'boolean', 'read'),
  ('jobs', '{jobs, job}', 'archived', '{archived, is_archived}', 'boolean', 'read'),
  ('runs', '{job_runs, runs}', 'id', '{id}', 'integer', 'read'),
  ('runs', '{job_runs, runs}', 'job_id', '{job_id}', 'integer', 'read'),
  ('runs', '{job_runs, runs}', 'run_at', '{run_at, run_time, started_at, created_at}', 'timestamp', 'read'),
  ('runs', '{job_runs, runs}', 'status', '{status, run_status, overall_status}', 'text', 'read'),
  ('runs', '{job_runs, runs}', 'mail_id', '{mail_message_id, mail_id, message_id}', 'integer', 'read'),
  ('runs', '{job_runs, runs}', 'remark', '{remark, overall_message}', 'text', 'read'),
  ('runs', '{job_runs, runs}', 'missed', '{missed, is_missed}', 'boolean', 'read'),
  ('runs', '{job_runs, runs}', 'override_applied', '{override_applied, has_override, is_override}', 'boolean', 'read'),
  ('runs', '{job_runs, runs}', 'source_type', '{source_type, source}', 'text', 'read'),
  ('runs', '{job_runs, runs}', 'external_id', '{external_id}', 'text', 'read'),
  ('runs', '{job_runs, runs}', 'reviewed_at', '{reviewed_at, review_at}', 'timestamp', 'write'),
  ('runs', '{job_runs, runs}', 'reviewed_by', '{reviewed_by_user_id, reviewed_by_id, reviewed_by}', 'integer', 'write'),
  ('runs', '{job_runs, runs}', 'ticket_id', '{autotask_ticket_id, psa_ticket_id}', 'integer', 'write'),
  ('runs', '{job_runs, runs}', 'ticket_number', '{autotask_ticket_number, psa_ticket_number}', 'text', 'write'),
  ('runs', '{job_runs, runs}', 'ticket_created_at', '{autotask_ticket_created_at, psa_ticket_created_at}', 'timestamp', 'write'),
  ('runs', '{job_runs, runs}', 'ticket_created_by', '{autotask_ticket_created_by_user_id, psa_ticket_created_by_user_id}', 'integer', 'read'),
  ('runs', '{job_runs, runs}', 'ticket_deleted_at', '{autotask_ticket_deleted_at, psa_ticket_deleted_at}', 'timestamp', 'read'),
  ('mails', '{mail_messages, mails}', 'id', '{id}', 'integer', 'read'),
  ('mails', '{mail_messages, mails}', 'from_address', '{from_address, sender}', 'text', 'read'),
  ('mails', '{mail_messages, mails}', 'subject', '{subject}', 'text', 'read'),
  ('mails', '{mail_messages, mails}', 'text_body', '{text_body, body_text, body}', 'text', 'read'),
  ('mails', '{mail_messages, mails}', 'html_body', '{html_body, body_html}', 'text', 'read'),
  ('mails', '{mail_messages, mails}', 'received_at', '{received_at, received}', 'timestamp', 'read'),
  ('mail_objects', '{mail_objects}', 'id', '{id}', 'integer', 'read'),
  ('mail_objects', '{mail_objects}', 'mail_id', '{mail_message_id, mail_id, message_id}', 'integer', 'read'),
  ('mail_objects', '{mail_objects}', 'name', '{object_name, name}', 'text', 'read'),
  ('mail_objects', '{mail_objects}', 'type', '{object_type, type}', 'text', 'read'),
  ('mail_objects', '{mail_objects}', 'status', '{status, object_status}', 'text', 'read'),
  ('mail_objects', '{mail_objects}', 'message', '{error_message, message, error_text}', 'text', 'read'),
  ('run_objects', '{run_object_links, job_objects}', 'id', '{id}', 'integer', 'read'),
  ('run_objects', '{run_object_links, job_objects}', 'run_id', '{run_id, job_run_id}', 'integer', 'read'),
  ('run_objects', '{run_object_links, job_objects}', 'object_id', '{customer_object_id, object_id}', 'integer', 'read'),
  ('run_objects', '{run_object_links, job_objects}', 'name', '{object_name, name}', 'text', 'read'),
  ('run_objects', '{run_object_links, job_objects}', 'type', '{object_type, type}', 'text', 'read'),
  ('run_objects', '{run_object_links, job_objects}', 'status', '{status, object_status}', 'text', 'read'),
  ('run_objects', '{run_object_links, job_objects}', 'message', '{error_message, message, error_text}', 'text', 'read'),
  ('objects', '{customer_objects, objects}', 'id', '{id}', 'integer', 'read'),
  ('objects', '{customer_objects, objects}', 'name', '{object_name, name}', 'text', 'read'),
  ('objects', '{customer_objects, objects}', 'type', '{object_type, type}', 'text', 'read'),
  ('users', '{users, user}', 'id', '{id}', 'integer', 'read'),
  ('users', '{users, user}', 'username', '{username, user_name}', 'text', 'read'),
  ('users', '{users, user}', 'email', '{email}', 'text', 'none'),
  ('users', '{users, user}', 'password_hash', '{password_hash, password}', 'text', 'none'),
  ('users', '{users, user}', 'roles', '{role, roles}', 'text', 'none'),
  ('users', '{users, user}', 'active', '{active, is_active, enabled}', 'boolean', 'none'),
  ('tickets', '{tickets}', 'id', '{id}', 'integer', 'read'),
  ('tickets', '{tickets}', 'code', '{ticket_code, code, ticket_number}', 'text', 'read'),
  ('tickets', '{tickets}', 'description', '{description}', 'text', 'read'),
  ('tickets', '{tickets}', 'active_from', '{active_from_date, active_from}', 'date', 'read'),
  ('tickets', '{tickets}', 'start_at', '{start_date, created_at, start_at}', 'timestamp', 'read'),
  ('tickets', '{tickets}', 'resolved_at', '{resolved_at, resolved_date}', 'timestamp', 'read'),
  ('ticket_runs', '{ticket_job_runs}', 'id', '{id}', 'integer', 'read'),
  ('ticket_runs', '{ticket_job_runs}', 'ticket_id', '{ticket_id}', 'integer', 'read'),
  ('ticket_runs', '{ticket_job_runs}', 'run_id', '{job_run_id, run_id}', 'integer', 'read'),
  ('ticket_runs', '{ticket_job_runs}', 'linked_at', '{linked_at, created_at}', 'timestamp', 'read'),
  ('ticket_runs', '{ticket_job_runs}', 'link_source', '{link_source, source}', 'text', 'read'),
  ('settings', '{system_settings, settings}', 'id', '{id}', 'integer', 'admin'),
  ('settings', '{system_settings, settings}', 'timezone', '{ui_timezone, timezone}', 'text', 'admin'),
  ('settings', '{system_settings, settings}', 'autotask_enabled', '{autotask_enabled}', 'boolean', 'admin'),
  ('settings', '{system_settings, settings}', 'autotask_environment', '{autotask_environment}', 'text', 'admin'),
  ('settings', '{system_settings, settings}', 'autotask_api_username', '{autotask_api_username}', 'text', 'admin'),
  ('settings', '{system_settings, settings}', 'autotask_base_url', '{autotask_base_url, backupchecks_base_url, base_url}', 'text', 'admin'),
  ('settings', '{system_settings, settings}', 'autotask_queue_id', '{autotask_default_queue_id}', 'integer', 'admin'),
  ('settings', '{system_settings, settings}', 'autotask_source_id', '{autotask_default_ticket_source_id}', 'integer', 'admin'),
  ('settings', '{system_settings, settings}', 'autotask_status_id', '{autotask_default_ticket_status}', 'integer', 'admin'),
  ('settings', '{system_settings, settings}', 'autotask_priority_warning', '{autotask_priority_warning}', 'integer', 'admin'),
  ('settings', '{system_settings, settings}', 'autotask_priority_error', '{autotask_priority_error}', 'integer', 'admin');

-- Names that an admin gave in the application lead over those above.
CREATE TEMP TABLE given ON COMMIT DROP AS
SELECT each.key AS word, each.value AS name
FROM (SELECT document FROM bcautotask.naming ORDER BY version DESC LIMIT 1) AS newest,
  json_each_text(newest.document::json -> 'names') AS each;
UPDATE wanted SET tables = ARRAY[given.name] FROM given WHERE given.word = wanted.thing;
UPDATE wanted SET columns = ARRAY[given.name] FROM given
  WHERE given.word = wanted.thing || '.' || wanted.word;

CREATE TEMP TABLE found ON COMMIT DROP AS
WITH live AS (
  SELECT c.oid, c.relname, a.attname,
    CASE
      WHEN t.typname IN ('int2', 'int4', 'int8') THEN 'integer'
      WHEN t.typname IN ('timestamp', 'timestamptz', 'date') THEN 'timestamp'
      WHEN t.typcategory = 'B' THEN 'boolean'
      WHEN t.typcategory = 'S' THEN 'text'
      WHEN t.typcategory = 'N' THEN 'number'
      ELSE 'other'
    END AS kind
  FROM pg_attribute a
  JOIN pg_class c ON c.oid = a.attrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_type t ON t.oid = a.atttypid
  WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
    AND a.attnum > 0 AND NOT a.attisdropped
), named AS (
  SELECT w.*, (
    SELECT name FROM unnest(w.tables) WITH ORDINALITY AS each(name, place)
    WHERE EXISTS (SELECT FROM live WHERE relname = name) ORDER BY place LIMIT 1
  ) AS relname
  FROM wanted w
)
SELECT n.thing, n.word, n.relname, n.may, picked.attname, picked.oid, picked.is_plain
FROM named n
CROSS JOIN LATERAL (
  SELECT live.attname, live.oid,
    (live.kind = n.kind OR (live.kind = 'timestamp' AND n.kind = 'date')) AS is_plain
  FROM unnest(n.columns) WITH ORDINALITY AS each(name, place)
  JOIN live ON live.relname = n.relname AND live.attname = each.name
  WHERE live.kind = n.kind OR n.kind = 'text'
    OR (n.kind, live.kind) IN (
      ('integer', 'text'), ('integer', 'number'), ('boolean', 'integer'), ('date', 'timestamp'))
  ORDER BY place LIMIT 1
) AS picked;

DO $do$
DECLARE
  each record;
BEGIN
  FOR each IN SELECT * FROM found WHERE may <> 'none' LOOP
    EXECUTE format(
      'GRANT SELECT (%I) ON public.%I TO bcautotask_admin', each.attname, each.relname);
    IF each.may <> 'admin' THEN
      EXECUTE format(
        'GRANT SELECT (%I) ON public.%I TO bcautotask_reporter, bcautotask_operator',
        each.attname, each.relname);
    END IF;
    IF each.may = 'write' AND each.is_plain THEN
      EXECUTE format(
        'GRANT UPDATE (%I) ON public.%I TO bcautotask_operator, bcautotask_admin',
        each.attname, each.relname);
    END IF;
  END LOOP;
END
$do$;

-- Signing in. Nobody is shown a password hash: the application gets the method and the salt, works
-- out its answer from the password, and the server compares that with what it holds.
DROP FUNCTION IF EXISTS bcautotask.sign_in_question(text);
DROP FUNCTION IF EXISTS bcautotask.sign_in(text, text);
DO $do$
DECLARE
  users text := (SELECT max(relname) FROM found WHERE thing = 'users');
  id text := (SELECT attname FROM found WHERE thing = 'users' AND word = 'id');
  username text := (SELECT attname FROM found WHERE thing = 'users' AND word = 'username');
  hash text := (SELECT attname FROM found WHERE thing = 'users' AND word = 'password_hash');
  roles text := (SELECT attname FROM found WHERE thing = 'users' AND word = 'roles');
  active text := (SELECT attname FROM found WHERE thing = 'users' AND word = 'active');
  form text := '^(scrypt|pbkdf2):[^$]+\$[^$]+\$[0-9a-f]+$';
BEGIN
  IF id IS NULL OR username IS NULL OR hash IS NULL OR roles IS NULL THEN
    RAISE NOTICE 'No table of users with passwords: the database user alone decides.';
    RETURN;
  END IF;
  EXECUTE format($f$
    CREATE FUNCTION bcautotask.sign_in_question(account text) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $q$
      SELECT CASE WHEN %1$I ~ %2$L
        THEN split_part(%1$I, '$', 1) || '$' || split_part(%1$I, '$', 2) ELSE '' END
      FROM public.%3$I WHERE %4$I = $1
    $q$ $f$, hash, form, users, username);
  EXECUTE format($f$
    CREATE FUNCTION bcautotask.sign_in(account text, answer text)
    RETURNS TABLE (user_id bigint, username text, roles text, is_active boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $q$
      SELECT u.%1$I::bigint, u.%2$I::text, u.%3$I::text, %4$s
      FROM public.%5$I AS u
      WHERE u.%2$I = $1 AND u.%6$I ~ %7$L
        AND sha256(convert_to(split_part(u.%6$I, '$', 3), 'UTF8'))
          = sha256(convert_to($2, 'UTF8'))
    $q$ $f$, id, username, roles,
    CASE WHEN active IS NULL THEN 'true' ELSE
      format('coalesce(u.%I::text IN (%L, %L, %L), false)', active, 't', 'true', '1') END,
    users, hash, form);
END
$do$;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA bcautotask FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA bcautotask
  FROM bcautotask_reporter, bcautotask_operator, bcautotask_admin;
DO $do$
DECLARE
  name text;
BEGIN
  FOR name IN
    SELECT p.oid::regprocedure::text FROM pg_proc p
    WHERE p.pronamespace = 'bcautotask'::regnamespace AND p.proname LIKE 'sign\_in%'
  LOOP
    EXECUTE format(
      'GRANT EXECUTE ON FUNCTION %s TO bcautotask_reporter, bcautotask_operator, '
      'bcautotask_admin', name);
  END LOOP;
END
$do$;
COMMIT;
