"""Language models of the user's own choice, by the library `llm` and its plugins; no key and no log of ours."""

from __future__ import annotations

from dataclasses import dataclass
from queue import Empty, Queue
from threading import Thread
from typing import Any

from aggregator.briefs.prompt import Prompt
from aggregator.datafiles import did_you_mean
from aggregator.errors import AggregatorError
from aggregator.text.plain import cut, one_line

EXTRA = "to have a text generated install the extra `ai`: pip install '.[ai]'"
_LONGEST_ERROR = 300


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """A model that a plugin of `llm` knows; `needs_key` names the key that it asks for, as services elsewhere do."""

    name: str
    plugin: str
    needs_key: str | None
    _model: Any

    def ask(self, prompt: Prompt, seconds: int) -> str:
        """Returns what the model answers within so many seconds; raises AggregatorError where it gives none, in a line.

        It is asked in a thread of its own, as few plugins know a time limit; one that hangs ends with the program.
        Nothing is logged: it is llm's command line that keeps a log, not its library.
        """
        answers: Queue[str | BaseException] = Queue()
        Thread(target=self._answer, args=(prompt, answers), daemon=True).start()
        try:
            answer = answers.get(timeout=seconds)
        except Empty as error:
            told = f"the model gave no answer within {seconds} second{'s' * (seconds != 1)}; --timeout waits longer"
            raise AggregatorError(told, self.name) from error
        if isinstance(answer, BaseException):
            raise AggregatorError(f"the model gave no answer: {_told(answer)}", self.name) from answer
        return answer

    def _answer(self, prompt: Prompt, answers: Queue[str | BaseException]) -> None:
        try:
            answers.put(str(self._model.prompt(prompt.articles, system=prompt.instructions, stream=False).text()))
        except BaseException as error:  # noqa: BLE001 - a plugin raises what its library does, or ends the program
            answers.put(error)


def find_model(name: str) -> LanguageModel:
    """Finds a model by its name or alias; raises AggregatorError that names those that there are."""
    known = _models()
    if name not in known:
        there = ", ".join(sorted({model.model_id for model in known.values()})) or "none"
        raise AggregatorError(f"there is no model {name!r}{did_you_mean(name, known)}; there are: {there}")
    model = known[name]
    return LanguageModel(model.model_id, type(model).__module__.partition(".")[0], model.needs_key, model)


def _models() -> dict[str, Any]:
    try:
        import llm  # here: it takes 0.4 s and no other command needs it
    except ImportError as error:
        raise AggregatorError(EXTRA) from error
    try:
        return dict(llm.get_model_aliases())
    except Exception as error:
        raise AggregatorError(f"the models of llm can't be listed: {_told(error)}") from error


def _told(error: BaseException) -> str:
    return cut(one_line(str(error)) or type(error).__name__, _LONGEST_ERROR)
