"""What the person who typed `make run` gets to read."""

from pathlib import Path

HELP = "Start de hele toepassing op deze machine en houdt haar draaiend tot Ctrl-C."
HELP_PORT = "poort van de webserver (anders PORT, anders 8000)"
HELP_PARENT = "stop ook als het proces dat dit startte wegvalt"

STARTING_POSTGRES = "PostgreSQL wordt gestart"
STARTING_REDIS = "Redis wordt gestart"
MIGRATING = "De database wordt bijgewerkt"
COLLECTING = "De schermen worden klaargezet"
LOADING_DEMO = "De fictieve gemeente wordt gevuld. Dat gebeurt alleen de eerste keer."
STOPPING = "\nAlles wordt gestopt"
STOPPED = "Gestopt. De gegevens blijven bewaard."

DEMO_ACCOUNTS = (
    ("loket", "Zorgloket"),
    ("consulent", "Consulent: onderzoek, huisbezoek, plan"),
    ("teamleider", "Teamleider"),
    ("jurist", "Jurist en kwaliteit"),
    ("vindplaats", "Vindplaats (POH jeugd)"),
    ("school", "Vindplaats (school)"),
    ("wijkracht", "Partner: Wijkteam Wijkracht"),
    ("beleid", "Beleid: alleen cijfers"),
    ("financien", "Financiën"),
    ("contracten", "Contracten met aanbieders"),
    ("administratie", "Administratie: toewijzingen, berichten"),
    ("toezicht", "Toezicht en barrièremodel"),
    ("privacy", "Privacy: leest het toegangslog"),
    ("beheer", "Functioneel beheer"),
)


def ready(port: int, logs: Path, *, demo: bool) -> str:
    """The address, the accounts and how to stop."""
    lines = ["", f"Hengelo Sociaal draait op http://127.0.0.1:{port}/", ""]
    if demo:
        lines.append("Inloggen kan met deze namen; het wachtwoord is steeds hengelo-demo:")
        lines += [f"  {name:<14} {role}" for name, role in DEMO_ACCOUNTS]
        lines.append("")
    lines += [f"Logboeken van de processen: {logs}", "Stoppen: Ctrl-C", ""]
    return "\n".join(lines)


def already_running(data_dir: Path, *, pid: str) -> str:
    who = f" (proces {pid})" if pid else ""
    return (
        f"Er draait al een dienst met de gegevens in {data_dir}{who}. "
        "Stop die eerst, of kies een andere map: DATA_DIR=andere-map make run"
    )


def port_taken(port: int) -> str:
    return (
        f"Poort {port} is al in gebruik door een ander programma. "
        f"Kies een andere poort: PORT={port + 1 if port < 65535 else 8000} make run"
    )


def not_allowed(error: PermissionError) -> str:
    return (
        f"Geen toegang tot {error.filename}. Is dit eerder als een andere gebruiker gestart? "
        "Start weer als die gebruiker, of kies een andere map: DATA_DIR=andere-map make run"
    )


def bad_port(given: str) -> str:
    return f"PORT is {given!r}, maar een poort is een getal van 1 tot en met 65535."


def did_not_start(name: str, log: Path) -> str:
    """What failed, with the last lines of its log."""
    said = log.read_text(errors="replace").splitlines()[-15:] if log.is_file() else []
    return "\n".join([*said, "", f"{name} kwam niet op tijd op gang. Meer staat in {log}"])


def job_failed(announcement: str) -> str:
    return f"Dit is niet gelukt: {announcement}. De reden staat hierboven."
