-- Whether an outcome is information and advice is a setting: every contact that ended so counts
-- differently when it changes.
CREATE OR REPLACE FUNCTION dashboard_merk_uitkomst() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO dashboard_vuilebucket (bron, dag)
    SELECT DISTINCT 'contacten', date_trunc('month', c.dag)::date
    FROM nieuw
    JOIN oud USING (code)
    JOIN toegang_hulpvraag h ON h.uitkomst_id = nieuw.code
    JOIN toegang_contact c ON c.id = h.contact_id
    WHERE nieuw.telt_als_informatie_en_advies <> oud.telt_als_informatie_en_advies;
    RETURN NULL;
END
$$;

DROP TRIGGER IF EXISTS dashboard_merk_update ON toegang_uitkomst;
CREATE TRIGGER dashboard_merk_update AFTER UPDATE ON toegang_uitkomst
    REFERENCING OLD TABLE AS oud NEW TABLE AS nieuw
    FOR EACH STATEMENT EXECUTE FUNCTION dashboard_merk_uitkomst();
