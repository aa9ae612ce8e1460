-- Which terms are an onderzoek, the code of their rule says.
CREATE OR REPLACE FUNCTION dashboard_merk_termijnregel() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO dashboard_vuilebucket (bron, dag)
    SELECT DISTINCT 'onderzoeken',
        date_trunc('month', CASE t.status WHEN 'gehaald' THEN t.gehaald_op ELSE t.einddatum END)::date
    FROM nieuw
    JOIN oud USING (id)
    JOIN termijnen_termijn t ON t.regel_id = nieuw.id
    WHERE nieuw.code <> oud.code
      AND ((t.status = 'gehaald' AND t.gehaald_op IS NOT NULL)
           OR (t.status = 'verlopen' AND t.einddatum IS NOT NULL));
    RETURN NULL;
END
$$;

DROP TRIGGER IF EXISTS dashboard_merk_update ON termijnen_termijnregel;
CREATE TRIGGER dashboard_merk_update AFTER UPDATE ON termijnen_termijnregel
    REFERENCING OLD TABLE AS oud NEW TABLE AS nieuw
    FOR EACH STATEMENT EXECUTE FUNCTION dashboard_merk_termijnregel();
