"""What became of those who waited for something that was taken up since (domein.md).

Counted are households that waited when it was taken up: a worker had noted that nothing
light fitted a question of this kind in this wijk. Of those: who was offered the activity's
voorziening since, who took it, and who of them has since no afspraak on maatwerk for the same
leefgebied. Whether they would have had maatwerk otherwise nobody knows.
"""

from dataclasses import dataclass

from django.db import connection

VERSIE = 1
DEFINITIE = (
    "Huishoudens die wachtten toen dit werd opgepakt: een consulent vond voor hun vraag niets "
    "lichts. Van hen: wie het sindsdien kreeg aangeboden, wie het aannam, en wie daarna geen "
    "afspraak over maatwerk kreeg op hetzelfde leefgebied. Of zij anders wel maatwerk hadden "
    "gekregen, weten we niet: het getal is dus het meeste dat kan zijn vermeden. Op tientallen "
    "afgerond; onder de tien staat er geen getal."
)


@dataclass(frozen=True)
class Geteld:
    """Exact numbers of one collectief; never shown."""

    wachtten: int = 0
    aangeboden: int = 0
    aangenomen: int = 0
    zonder_maatwerk: int = 0


def count_effects() -> dict[object, Geteld]:
    """Of every collectief that anybody waited for, by its key; one query."""
    with connection.cursor() as cursor:
        cursor.execute(_SQL)
        return {key: Geteld(*numbers) for key, *numbers in cursor.fetchall()}


_SQL = """
    WITH wachtend AS (
        SELECT k.id AS collectief, k.opgepakt_op, k.leefgebied_id, t.voorziening_id,
               o.hulpvraag_id, c.huishouden_id,
               coalesce(c.huishouden_id, c.inwoner_id, c.id) AS wie
        FROM voorzieningen_collectief k
        JOIN voorzieningen_activiteit t ON t.id = k.activiteit_id
        JOIN toegang_hulpvraag h ON h.soort_id = k.soort
        JOIN toegang_aanbod o ON o.hulpvraag_id = h.id AND o.uitkomst = 'niets'
             AND o.op <= k.opgepakt_op
        JOIN toegang_contact c ON c.id = h.contact_id AND c.status = 'geregistreerd'
             AND (k.wijk_id IS NULL OR c.wijk = k.wijk_id)
    ), gevolgd AS (
        SELECT w.*, a.op AS aangeboden_op, a.uitkomst = 'aangenomen' AS nam_aan
        FROM wachtend w
        LEFT JOIN toegang_aanbod a ON a.hulpvraag_id = w.hulpvraag_id
             AND a.voorziening_id = w.voorziening_id AND a.op >= w.opgepakt_op
    )
    SELECT collectief,
           count(DISTINCT wie),
           count(DISTINCT wie) FILTER (WHERE aangeboden_op IS NOT NULL),
           count(DISTINCT wie) FILTER (WHERE nam_aan),
           count(DISTINCT wie) FILTER (WHERE nam_aan AND NOT EXISTS (
               SELECT FROM plannen_plan p
               JOIN plannen_doel d ON d.plan_id = p.id
                    AND d.leefgebied_id = gevolgd.leefgebied_id
               JOIN plannen_afspraak s ON s.doel_id = d.id AND s.trede = 'maatwerk'
                    AND s.status <> 'vervallen' AND s.gemaakt_op >= gevolgd.aangeboden_op
               WHERE p.huishouden_id = gevolgd.huishouden_id))
    FROM gevolgd
    GROUP BY collectief
"""
