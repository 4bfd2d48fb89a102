"""Compressed answers of a gigabyte, made in an instant: one block of a stream, repeated as often as it takes."""

from __future__ import annotations

import gzip
import zlib

from scrapy.utils._compression import brotli, zstd

MEGABYTE = b" " * 1024 * 1024
MEGABYTES = 1024


def _deflated(bits: int) -> bytes:
    """One stream. After a full flush nothing refers back, so the block that follows can be sent again and again."""
    packer = zlib.compressobj(9, zlib.DEFLATED, bits)
    first = packer.compress(MEGABYTE) + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(MEGABYTE) + packer.flush(zlib.Z_FULL_FLUSH)
    return first + block * (MEGABYTES - 1) + packer.flush()


def _brotli() -> bytes:
    packer = brotli.Compressor(quality=5)
    first = packer.process(MEGABYTE) + packer.flush()
    block = packer.process(MEGABYTE) + packer.flush()
    return first + block * (MEGABYTES - 1) + packer.finish()


BOMBS: dict[str, tuple[str, bytes]] = {
    "gzip": ("gzip", _deflated(31)),
    "gzip-members": ("gzip", gzip.compress(MEGABYTE) * MEGABYTES),
    "deflate": ("deflate", _deflated(15)),
    "bare-deflate": ("deflate", _deflated(-15)),
    "br": ("br", _brotli()),
    "zstd": ("zstd", zstd.compress(MEGABYTE) * MEGABYTES),
    "double-gzip": ("gzip, gzip", gzip.compress(_deflated(31))),
}
