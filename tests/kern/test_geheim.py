import uuid

import pytest
from cryptography.exceptions import InvalidTag
from django.core.exceptions import ImproperlyConfigured

from hengelo_sociaal.kern.geheim import decrypt, encrypt, fingerprint

EEN, TWEE = "1:" + "11" * 32, "2:" + "22" * 32


def test_what_is_encrypted_comes_back(settings):
    settings.BSN_SLEUTELS = EEN
    owner = uuid.uuid4()

    cipher = encrypt("123456782", owner=owner)

    assert decrypt(cipher, owner=owner) == "123456782"
    assert b"123456782" not in cipher


def test_cipher_text_does_not_fit_another_record(settings):
    settings.BSN_SLEUTELS = EEN
    cipher = encrypt("123456782", owner=uuid.uuid4())

    with pytest.raises(InvalidTag):
        decrypt(cipher, owner=uuid.uuid4())


def test_old_keys_still_read_and_the_newest_writes(settings):
    owner = uuid.uuid4()
    settings.BSN_SLEUTELS = EEN
    old = encrypt("123456782", owner=owner)

    settings.BSN_SLEUTELS = f"{EEN},{TWEE}"
    new = encrypt("123456782", owner=owner)

    assert (old[0], new[0]) == (1, 2)
    assert decrypt(old, owner=owner) == decrypt(new, owner=owner)


def test_fingerprint_is_stable_and_depends_on_the_key(settings):
    settings.BSN_ZOEKSLEUTEL = "aa" * 32
    first = fingerprint("123456782")
    settings.BSN_ZOEKSLEUTEL = "bb" * 32

    assert fingerprint("123456782") != first
    settings.BSN_ZOEKSLEUTEL = "aa" * 32
    assert fingerprint("123456782") == first


def test_without_keys_nothing_is_stored(settings):
    settings.BSN_SLEUTELS = ""

    with pytest.raises(ImproperlyConfigured):
        encrypt("123456782", owner=uuid.uuid4())
