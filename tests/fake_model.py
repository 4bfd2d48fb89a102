"""A model of `llm` that answers what a test tells it to: a plugin like any other, on this machine alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import llm


class Fake(llm.Model):
    """Answers `answer`, or what that returns or raises; `asked` keeps what it was sent."""

    model_id = "fake-tide-3b"

    def __init__(self) -> None:
        self.answer: str | BaseException | Callable[[], str] = ""
        self.asked: list[tuple[str, str]] = []

    def execute(self, prompt: Any, stream: bool, response: Any, conversation: Any) -> Iterator[str]:
        self.asked.append((prompt.system, prompt.prompt))
        if isinstance(self.answer, BaseException):
            raise self.answer
        yield self.answer() if callable(self.answer) else self.answer


class Locked(llm.KeyModel):
    """A model of a service elsewhere, whose key nobody has set."""

    model_id = "fake-locked"
    needs_key = "fakeservice"
    key_env_var = "FAKE_SERVICE_KEY"

    def execute(self, prompt: Any, stream: bool, response: Any, conversation: Any, key: str | None) -> Iterator[str]:
        raise AssertionError("it was asked without a key")


class Plugin:
    """What a package with an entry point `llm` would register."""

    __name__ = "fake_plugin"

    def __init__(self) -> None:
        self.fake = Fake()

    @llm.hookimpl
    def register_models(self, register: Any) -> None:
        register(self.fake, aliases=("tide",))
        register(Locked())
