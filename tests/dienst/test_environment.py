import stat

import pytest

from hengelo_sociaal.dienst.environment import ServerBook, read, settle
from hengelo_sociaal.dienst.ports import free_port, reserve
from hengelo_sociaal.kern import geheim

ADDRESSES = {"DATABASE_URL": "postgres://a@127.0.0.1/b", "REDIS_URL": "redis://127.0.0.1/0"}


def test_keys_are_made_once(tmp_path):
    first = settle(tmp_path, {}, ADDRESSES)

    again = settle(tmp_path, {}, ADDRESSES)

    assert again == first
    assert stat.S_IMODE((tmp_path / "omgeving.env").stat().st_mode) == 0o600


def test_the_keys_fit_what_encrypts_a_bsn(tmp_path, settings):
    made = settle(tmp_path, {}, ADDRESSES)
    settings.BSN_SLEUTELS, settings.BSN_ZOEKSLEUTEL = made["BSN_SLEUTELS"], made["BSN_ZOEKSLEUTEL"]

    assert len(geheim.fingerprint("999990019")) == 32
    assert len(made["SECRET_KEY"]) >= 50


def test_what_the_caller_gives_wins_over_what_was_kept(tmp_path):
    settle(tmp_path, {}, ADDRESSES)

    chosen = settle(tmp_path, {"SECRET_KEY": "van-de-beheerder", "DEMO": "0"}, ADDRESSES)

    assert chosen["SECRET_KEY"] == "van-de-beheerder"
    assert chosen["DEMO"] == "0"


def test_addresses_of_an_earlier_run_are_forgotten(tmp_path):
    settle(tmp_path, {}, ADDRESSES | {"DATABASE_URL_EIGENAAR": "postgres://oud@127.0.0.1/b"})

    settle(tmp_path, {}, ADDRESSES)

    assert "DATABASE_URL_EIGENAAR" not in read(tmp_path / "omgeving.env")


def test_the_superusers_password_is_not_in_the_applications_environment(tmp_path):
    book = ServerBook(tmp_path)
    superuser = book.postgres(tmp_path, None).password

    assert superuser not in str(settle(tmp_path, {}, ADDRESSES))


def test_ports_and_passwords_are_remembered(tmp_path):
    first = ServerBook(tmp_path).postgres(tmp_path, None)

    assert ServerBook(tmp_path).postgres(tmp_path, None) == first


def test_a_remembered_port_that_is_taken_is_replaced():
    taken = reserve(free_port())
    taken.listen()
    port = taken.getsockname()[1]

    assert free_port(remembered=port) != port
    with pytest.raises(OSError, match="in use"):
        reserve(port)
    taken.close()
