"""Surnames for residents of a larger town: thousands of them, made of three syllables."""

BEGIN = tuple("Bra Kop Van Lin Mey Sche Wol Ter Hal Nij Oos Pel Rui Ste Vel Wes Zan Eik".split())
MIDDEN = tuple("den ker len mer ning per rin sen ter ven wer zel ber del fing gel".split())
EIND = tuple("berg burg dijk horst huis kamp ink man mans meijer roth stra sma tuin voort".split())


def surname(number: str) -> str:
    """The SQL of a surname that follows from `number`, SQL of an integer of zero or more."""
    parts, step = [], 1
    for syllables in (BEGIN, MIDDEN, EIND):
        listed = ", ".join(f"'{one}'" for one in syllables)
        parts.append(f"(ARRAY[{listed}])[1 + ({number}) / {step} % {len(syllables)}]")
        step *= len(syllables)
    return " || ".join(parts)
