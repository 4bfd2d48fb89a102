"""Screenshots for the docs: the demo's pages their clock stopped, in few colours so that they stay small."""

from __future__ import annotations

import base64
import struct
import zlib
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tests.browser.rooms import PATIENCE


@dataclass(frozen=True, slots=True)
class Picture:
    """A page and how it is looked at; the path `story` is the first of home, whose number may change."""

    path: str
    width: int = 1200
    height: int = 900
    options: dict[str, Any] = field(default_factory=dict)


PICTURES = {
    "home": Picture("/"),
    "story": Picture("story", height=1100),
    "story-dark": Picture("story", options={"color_scheme": "dark"}),
    "story-phone": Picture("story", 390, 844, {"device_scale_factor": 2}),
    "search": Picture("/search?q=strike"),
    "compare": Picture("/compare?a=left&b=right"),
    "blindspots": Picture("/blindspots"),
    "outlet": Picture("/outlet/openquay.example"),
    "coverage": Picture("/research/coverage"),
}
PIXELS = """async source => {
  const bitmap = await createImageBitmap(await (await fetch(source)).blob());
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height), drawn = canvas.getContext('2d');
  drawn.drawImage(bitmap, 0, 0);
  const bytes = drawn.getImageData(0, 0, bitmap.width, bitmap.height).data, parts = [];
  for (let at = 0; at < bytes.length; at += 32768) parts.push(String.fromCharCode(...bytes.subarray(at, at + 32768)));
  return [bitmap.width, bitmap.height, btoa(parts.join(''))];
}"""


def picture(browser: Any, painter: Any, address: str, name: str) -> bytes:
    """Returns a page as a PNG of at most 256 colours; `painter` is a tab in which pixels are read."""
    wanted = PICTURES[name]
    context = browser.new_context(viewport={"width": wanted.width, "height": wanted.height}, **wanted.options)
    context.set_default_timeout(PATIENCE)
    tab = context.new_page()
    tab.goto(address + (wanted.path if wanted.path.startswith("/") else "/"))
    if wanted.path == "story":
        with tab.expect_navigation():
            tab.locator(".stories a").first.click()
    shot = tab.screenshot()
    context.close()
    width, height, raw = painter.evaluate(PIXELS, "data:image/png;base64," + base64.b64encode(shot).decode())
    pixels = np.frombuffer(base64.b64decode(raw), dtype=np.uint8).reshape(height * width, 4)[:, :3]
    return png(*in_few_colours(pixels), width, height)


def in_few_colours(pixels: NDArray[np.uint8]) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Returns a palette of the 256 most frequent colours, and for each pixel the nearest of them."""
    colours, places, counts = np.unique(pixels, axis=0, return_inverse=True, return_counts=True)
    palette = colours[np.lexsort((np.arange(len(colours)), -counts))[:256]]
    apart = colours[:, None, :].astype(np.int32) - palette[None, :, :]
    nearest = (apart * apart).sum(axis=2).argmin(axis=1).astype(np.uint8)
    return palette, nearest[places.ravel()]


def png(palette: NDArray[np.uint8], pixels: NDArray[np.uint8], width: int, height: int) -> bytes:
    rows = np.zeros((height, width + 1), dtype=np.uint8)  # each row begins with its filter: none
    rows[:, 1:] = pixels.reshape(height, width)
    parts = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
        (b"PLTE", palette.tobytes()),
        (b"IDAT", zlib.compress(rows.tobytes(), 9)),
        (b"IEND", b""),
    ]
    chunks = (struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
              for kind, data in parts)  # fmt: skip
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)
