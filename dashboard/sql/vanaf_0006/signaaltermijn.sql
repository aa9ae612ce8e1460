-- Whether help was offered in time changes with the term of a case, by day and by night.
CREATE OR REPLACE FUNCTION dashboard_merk_signaaltermijn() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO dashboard_vuilebucket (bron, dag)
    SELECT DISTINCT 'signalen', z.ontvangen_op
    FROM nieuw
    JOIN toegang_signaalzaak z ON z.termijn_id = nieuw.id;
    RETURN NULL;
END
$$;

DROP TRIGGER IF EXISTS dashboard_merk_signaal ON termijnen_termijn;
CREATE TRIGGER dashboard_merk_signaal AFTER UPDATE ON termijnen_termijn
    REFERENCING NEW TABLE AS nieuw
    FOR EACH STATEMENT EXECUTE FUNCTION dashboard_merk_signaaltermijn();
