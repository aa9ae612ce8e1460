"""Free ports on this machine only."""

import contextlib
import socket

HOST = "127.0.0.1"


def is_free(port: int) -> bool:
    """Whether a server could listen on this port now."""
    with contextlib.closing(_new_socket()) as probe:
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
        return True


def free_port(remembered: int | None = None) -> int:
    """The port used before when it is still free, otherwise another free one."""
    if remembered is not None and is_free(remembered):
        return remembered
    with contextlib.closing(_new_socket()) as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def reserve(port: int) -> socket.socket:
    """A socket bound to the port, not yet listening, for a child to inherit.

    Raises OSError when the port is taken.
    """
    reserved = _new_socket()
    try:
        reserved.bind((HOST, port))
    except OSError:
        reserved.close()
        raise
    reserved.set_inheritable(True)
    return reserved


def _new_socket() -> socket.socket:
    new = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    new.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    return new
