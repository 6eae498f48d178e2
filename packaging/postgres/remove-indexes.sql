-- Takes away what indexes.sql made, while everybody goes on working:
--
--   psql --no-psqlrc -d backupchecks -f remove-indexes.sql

DROP INDEX CONCURRENTLY IF EXISTS public.bcautotask_runs_newest;

DROP INDEX CONCURRENTLY IF EXISTS public.bcautotask_runs_not_reviewed;

DROP INDEX CONCURRENTLY IF EXISTS public.bcautotask_runs_of_job;

DROP INDEX CONCURRENTLY IF EXISTS public.bcautotask_runs_with_ticket;

DROP INDEX CONCURRENTLY IF EXISTS public.bcautotask_objects_of_mail;

DROP INDEX CONCURRENTLY IF EXISTS public.bcautotask_objects_of_run;

DROP INDEX CONCURRENTLY IF EXISTS public.bcautotask_tickets_of_run;
