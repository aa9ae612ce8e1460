-- Marks everything that is counted from these meldingen. Called by the triggers below.
CREATE OR REPLACE FUNCTION dashboard_merk_meldingen(kenmerken uuid[]) RETURNS void
LANGUAGE sql AS $$
    INSERT INTO dashboard_vuilebucket (bron, dag)
    SELECT DISTINCT bron.code, m.ontvangen_op
    FROM toegang_melding m
    CROSS JOIN (VALUES ('meldingen'), ('huisbezoeken'), ('plannen')) AS bron (code)
    WHERE m.id = ANY (kenmerken)
    UNION
    SELECT DISTINCT 'onderzoeken', CASE t.status WHEN 'gehaald' THEN t.gehaald_op ELSE t.einddatum END
    FROM toegang_meldingtermijn mt
    JOIN termijnen_termijn t ON t.id = mt.termijn_id
    WHERE mt.melding_id = ANY (kenmerken) AND t.status IN ('gehaald', 'verlopen')
$$;
