"""What sending a besluit will do to other records, told before it is sent."""

from hengelo_sociaal.web.opmaak import datum
from plannen.enums import Leveringsvorm
from plannen.models import Besluit
from toegang.domain.melding_stappen import can_decide


def foresee(besluit: Besluit) -> list[str]:
    """What happens when it is sent, in sentences."""
    told = [f"De termijn van zes weken voor {besluit.rechtsmiddel} begint (Awb artikel 6:7)."]
    if besluit.melding is not None and can_decide(besluit.melding):
        told.append(f"Melding {besluit.melding.nummer} is dan afgerond.")
    if besluit.eerder is not None and besluit.van is not None:
        told.append(f"Besluit {besluit.eerder.nummer} geldt vanaf {datum(besluit.van)} niet meer.")
        told += [
            _ends(grond.toewijzing.nummer, besluit)
            for grond in besluit.eerder.gronden.select_related("toewijzing")
            if grond.toewijzing.laatste_dag is None or grond.toewijzing.laatste_dag >= besluit.van
        ]
    if besluit.kent_toe and besluit.leveringsvorm == Leveringsvorm.NATURA:
        told.append("De administratie maakt de toewijzing. Alles is dan al ingevuld.")
    told.append("Daarna verandert er niets meer aan dit besluit.")
    return told


def _ends(nummer: str, besluit: Besluit) -> str:
    return f"Toewijzing {nummer} stopt: de dag voor {datum(besluit.van)} is de laatste dag."
