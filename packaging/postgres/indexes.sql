-- Indexes with which Run Checks stays quick over very many runs: a few, each for what it says.
--
-- For the owner of the tables of Backupchecks, or a superuser:
--
--   psql --no-psqlrc -d backupchecks -f indexes.sql
--
-- Nothing else is needed, and nothing depends on them: without these indexes everything works, and
-- each of these pages reads a whole table instead. They change no row, no column and no rule. They
-- are built while everybody goes on working, and take about 75 MB for a million runs. The script
-- can be run any number of times; an index whose building was broken off is built anew.
-- remove-indexes.sql takes all of them away.
--
-- Do not run it with --single-transaction: building beside others' work cannot be part of one.
-- A line that fails names a table or column that this Backupchecks does not have; leave it.

-- What is left of a building that was broken off is in the way of the next one.
DO $do$
DECLARE
  broken regclass;
BEGIN
  FOR broken IN
    SELECT indexrelid FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
    WHERE relname LIKE 'bcautotask\_%' AND relnamespace = 'public'::regnamespace AND NOT indisvalid
  LOOP
    EXECUTE format('DROP INDEX %s', broken);
  END LOOP;
END
$do$;

-- The first page and the order of "All", newest first.
CREATE INDEX CONCURRENTLY IF NOT EXISTS bcautotask_runs_newest
  ON public.job_runs (run_at DESC NULLS LAST, id DESC);

-- The first page, the order and the number of "Not reviewed" and of "Needs ticket".
CREATE INDEX CONCURRENTLY IF NOT EXISTS bcautotask_runs_not_reviewed
  ON public.job_runs (run_at DESC NULLS LAST, id DESC) WHERE reviewed_at IS NULL;

-- The strip of a job's last 30 results, the runs of one customer or job, and a search by name.
CREATE INDEX CONCURRENTLY IF NOT EXISTS bcautotask_runs_of_job
  ON public.job_runs (job_id, run_at DESC NULLS LAST, id DESC);

-- The first page of "Open tickets", as far as the web application made them.
CREATE INDEX CONCURRENTLY IF NOT EXISTS bcautotask_runs_with_ticket
  ON public.job_runs (autotask_ticket_id) WHERE autotask_ticket_id IS NOT NULL;

-- The column "Objects" of each page, and the objects of one run, where a mail names them.
CREATE INDEX CONCURRENTLY IF NOT EXISTS bcautotask_objects_of_mail
  ON public.mail_objects (mail_message_id);

-- The same, where they are kept apart from mails.
CREATE INDEX CONCURRENTLY IF NOT EXISTS bcautotask_objects_of_run
  ON public.run_object_links (run_id);

-- The column "Ticket" of each page, as far as the web application wrote numbers down.
CREATE INDEX CONCURRENTLY IF NOT EXISTS bcautotask_tickets_of_run
  ON public.ticket_job_runs (job_run_id);

-- A planner that never counted the rows would not know what an index is good for.
ANALYZE public.job_runs, public.mail_objects, public.run_object_links, public.ticket_job_runs;
