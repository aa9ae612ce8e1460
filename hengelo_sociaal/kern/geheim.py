"""Secrets at rest: the BSN is stored encrypted and found by a keyed fingerprint.

AES-GCM with the record's id as associated data, so that a cipher text cannot be moved
to another record, and a first byte with the number of the key, so that keys can be
changed. The keys live outside the database (BSN_SLEUTELS, BSN_ZOEKSLEUTEL).
"""

import hashlib
import hmac
import os
import uuid
from functools import lru_cache

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

_NONCE = 12


@lru_cache(maxsize=4)
def _keys(configured: str) -> dict[int, AESGCM]:
    """The keys by number, from "1:<hex>,2:<hex>"."""
    keys = {}
    for part in filter(None, configured.split(",")):
        number, _, key = part.partition(":")
        keys[int(number)] = AESGCM(bytes.fromhex(key))
    if not keys:
        raise ImproperlyConfigured("BSN_SLEUTELS is niet ingesteld.")
    return keys


def newest_key() -> int:
    """The number of the key that encrypts now."""
    return max(_keys(settings.BSN_SLEUTELS))


def encrypt(text: str, *, owner: uuid.UUID) -> bytes:
    """Encrypt `text` for the record `owner` with the newest key."""
    keys = _keys(settings.BSN_SLEUTELS)
    number = newest_key()
    nonce = os.urandom(_NONCE)
    return bytes([number]) + nonce + keys[number].encrypt(nonce, text.encode(), owner.bytes)


def decrypt(cipher: bytes, *, owner: uuid.UUID) -> str:
    """The text again; raises InvalidTag when cipher text and record do not belong together."""
    raw = bytes(cipher)
    key = _keys(settings.BSN_SLEUTELS)[raw[0]]
    return key.decrypt(raw[1 : 1 + _NONCE], raw[1 + _NONCE :], owner.bytes).decode()


def fingerprint(text: str) -> bytes:
    """A keyed fingerprint to look a secret up by, useless without the key."""
    if not settings.BSN_ZOEKSLEUTEL:
        raise ImproperlyConfigured("BSN_ZOEKSLEUTEL is niet ingesteld.")
    key = bytes.fromhex(settings.BSN_ZOEKSLEUTEL)
    return hmac.new(key, text.encode(), hashlib.sha256).digest()
