"""The few signs of a text: plain lines that anybody can write, and nothing that runs.

`# Kop` and `## Kop`, `- punt` and `1. punt`, `> citaat`, `! let op`, `~ kleine letters`,
`---` for a line, an empty line between paragraphs, `**vet**`, `{veld}` and on a line of its own
`[[onderdeel]]`. A paragraph with an empty field is left out, and so is a heading with
nothing below it: a letter never shows a hole.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hengelo_sociaal.papier.document import Alinea, Blok, Deel, Kop, Lijst, Streep, Toon, Vet
from hengelo_sociaal.papier.exceptions import OnbekendVeld, VeldOntbreekt
from hengelo_sociaal.papier.soorten import Documentsoort, Invulling

VELD = re.compile(r"\{([^{}\n]*)\}")
ONDERDEEL = re.compile(r"\[\[([^\[\]\n]*)\]\]")
_VET = re.compile(r"\*\*(.+?)\*\*")
_PUNT = re.compile(r"(?:-|(\d+)\.) +(.*)")
_TONEN = {">": Toon.CITAAT, "!": Toon.LET_OP, "~": Toon.VOET}


@dataclass(frozen=True)
class _Leeg:
    """A paragraph that was left out."""


def check_text(soort: Documentsoort, titel: str, tekst: str) -> None:
    """Refuse a text with a field this kind has not, or without what it must have.

    Refused with OnbekendVeld and VeldOntbreekt, each with a sentence that names it.
    """
    _check_known(soort, "titel", titel)
    _check_known(soort, "tekst", tekst)
    used = set(VELD.findall(titel + tekst))
    parts = set(ONDERDEEL.findall(tekst))
    missing = [f"{{{veld.code}}}" for veld in soort.velden if veld.verplicht]
    missing = [name for name in missing if name[1:-1] not in used]
    missing += [
        f"[[{part.code}]]" for part in soort.onderdelen if part.verplicht and part.code not in parts
    ]
    if missing:
        names = _enumerate(missing)
        raise VeldOntbreekt(velden={"tekst": f"Dit moet altijd in de tekst staan: {names}."})


def _check_known(soort: Documentsoort, field: str, text: str) -> None:
    fields = {veld.code for veld in soort.velden}
    parts = {part.code for part in soort.onderdelen}
    for name in VELD.findall(text):
        if name not in fields:
            known = _enumerate([f"{{{one}}}" for one in sorted(fields)])
            sentence = f"Het veld {{{name}}} bestaat hier niet. U kunt kiezen uit: {known}."
            raise OnbekendVeld(velden={field: sentence})
    for name in ONDERDEEL.findall(text):
        if name not in parts or field == "titel":
            known = _enumerate([f"[[{one}]]" for one in sorted(parts)]) or "geen enkel onderdeel"
            sentence = f"Het onderdeel [[{name}]] kan hier niet. U kunt kiezen uit: {known}."
            raise OnbekendVeld(velden={field: sentence})


def _enumerate(names: list[str]) -> str:
    return ", ".join(names)


def fill_line(text: str, invulling: Invulling) -> str:
    """A title with its fields filled in."""
    return VELD.sub(lambda found: invulling.velden.get(found[1], ""), text).strip()


def fill(text: str, invulling: Invulling) -> tuple[Blok, ...]:
    """The text as blocks, with fields and parts filled in."""
    found: list[Blok | _Leeg] = []
    for paragraph in re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip()):
        found.extend(_paragraph(paragraph.strip("\n"), invulling))
    whole = [blok for blok in found if not isinstance(blok, _Leeg)]
    return tuple(_without_empty_headings(whole))


def _paragraph(paragraph: str, invulling: Invulling) -> Iterator[Blok | _Leeg]:
    """The blocks of one paragraph: headings, parts and points each have their own line."""
    plain: list[str] = []
    points: list[tuple[bool, str]] = []
    for line in paragraph.split("\n"):
        point = _PUNT.fullmatch(line.strip())
        if point is None and points:
            yield _list(points, invulling)
            points = []
        if (point or _stands_alone(line)) and plain:
            yield _alinea(plain, invulling)
            plain = []
        if point:
            points.append((point[1] is not None, point[2]))
        elif _stands_alone(line):
            yield from _alone(line.strip(), invulling)
        elif line.strip():
            plain.append(line.strip())
    if points:
        yield _list(points, invulling)
    if plain:
        yield _alinea(plain, invulling)


def _stands_alone(line: str) -> bool:
    text = line.strip()
    return text == "---" or text.startswith(("# ", "## ")) or bool(ONDERDEEL.fullmatch(text))


def _alone(line: str, invulling: Invulling) -> Iterator[Blok | _Leeg]:
    part = ONDERDEEL.fullmatch(line)
    if part:
        yield from invulling.onderdelen.get(part[1], ())
    elif line == "---":
        yield Streep()
    else:
        signs, _, text = line.partition(" ")
        filled = _filled(text, invulling)
        yield Kop(filled, niveau=len(signs) + 1) if filled else _Leeg()


def _alinea(lines: list[str], invulling: Invulling) -> Blok | _Leeg:
    toon = _TONEN.get(lines[0][0], Toon.GEWOON) if lines[0][1:2] == " " else Toon.GEWOON
    if toon is not Toon.GEWOON:
        lines = [re.sub(r"^[>!~] ", "", line) for line in lines]
    delen = _delen("\n".join(lines), invulling)
    return Alinea(tuple(delen), toon) if delen else _Leeg()


def _list(points: list[tuple[bool, str]], invulling: Invulling) -> Blok | _Leeg:
    filled = [text for text in (_filled(point, invulling) for _, point in points) if text]
    return Lijst(tuple(filled), genummerd=points[0][0]) if filled else _Leeg()


def _delen(text: str, invulling: Invulling) -> list[Deel]:
    """The parts of a paragraph; none at all when a field of it is empty."""
    if _has_hole(text, invulling):
        return []
    found: list[Deel] = []
    for index, piece in enumerate(_VET.split(text)):
        filled = VELD.sub(lambda match: invulling.velden[match[1]], piece)
        if filled:
            found.append(Vet(filled) if index % 2 else filled)
    return found


def _filled(text: str, invulling: Invulling) -> str:
    return "" if _has_hole(text, invulling) else fill_line(text.replace("**", ""), invulling)


def _has_hole(text: str, invulling: Invulling) -> bool:
    return any(not invulling.velden.get(name, "").strip() for name in VELD.findall(text))


def _without_empty_headings(blokken: list[Blok]) -> Iterator[Blok]:
    for index, blok in enumerate(blokken):
        following = blokken[index + 1] if index + 1 < len(blokken) else None
        if isinstance(blok, Kop) and _ends_section(following, blok):
            continue
        yield blok


def _ends_section(following: Blok | None, kop: Kop) -> bool:
    if following is None or isinstance(following, Streep):
        return True
    return isinstance(following, Kop) and following.niveau <= kop.niveau
