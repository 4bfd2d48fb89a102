"""`generate`: a text by a model of one's own choice, checked, marked, and never evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict
from functools import partial

import click

from aggregator.briefs.checking import Dropped
from aggregator.briefs.records import Statement
from aggregator.cli.common import json_option, looking_up, number, place_options, say, say_json, warn
from aggregator.errors import UsageError
from aggregator.generating import Generated, NothingStandsError, Request, generate, request_of
from aggregator.language_model import LanguageModel, find_model
from aggregator.times import iso, utc_now


@click.command("generate")
@click.argument("target", metavar="STORY|ARTICLE")
@click.option("--model", "name", metavar="NAME", help="A model that `llm models` lists; there is no default.")
@click.option("--language", metavar="CODE", help="The language to write in.  [default: that of most articles]")
@click.option("--dry-run", is_flag=True, help="Print what would be sent, and to whom; send nothing.")
@click.option("--timeout", metavar="SECONDS", type=click.IntRange(1, 86_400), default=600, show_default=True,
              help="How long to wait for the answer.")  # fmt: skip
@json_option
@place_options
def generate_command(
    target: str, name: str | None, language: str | None, dry_run: bool, timeout: int, as_json: bool
) -> None:
    """Have a language model of your choice summarise a story or an article; each sentence is checked.

    What names a person, place, number or quote that the articles it cites do not have is dropped. The text is stored
    beside the earlier ones, shown with a sentence that says who wrote it, and used for nothing else. It needs the extra
    `ai`, runs when you call it and never by itself, and sends the articles' texts to the model: docs/generated.md.

    Example: aggregator generate 12 --model llama-3.2
    """
    if language is not None and not re.fullmatch(r"[a-z]{2,3}", language):
        raise UsageError(f"{language!r} is no language; a language is a code such as en or de")
    if name is None and not dry_run:
        raise UsageError("name a model with --model; there is no default, and `llm models` lists those that there are")
    with looking_up() as store:
        model = find_model(name) if name is not None else None
        request = request_of(store, target, language)
        if request.redirect:
            warn(request.redirect)
        if dry_run:
            _tell_request(request, model, as_json)
            return
        if model is not None:
            warn(_sending(request, model))
            try:
                found = generate(store, request, model.name, partial(model.ask, seconds=timeout), iso(utc_now()))
            except NothingStandsError as error:
                _warn_dropped(error.dropped)
                raise
    if as_json:
        say_json(asdict(found))
    else:
        _tell(found)


def _sending(request: Request, model: LanguageModel | None) -> str:
    """Says what leaves, and to whom, before it does."""
    count = sum(len(one.text) for one in request.given)
    told = ", ".join(f"a{one.id} {request.outlets[one.id]}" for one in request.given)
    left = f"; {number(request.left_out, 'further text')} left out" if request.left_out else ""
    return (
        f"to {_whom(model)}: the texts of {number(len(request.given), 'article')}, {count:,} characters{left} ({told})"
    )


def _whom(model: LanguageModel | None) -> str:
    if model is None:
        return "the model that --model names"
    where = (
        f"it asks for the key {model.needs_key!r}: a service elsewhere"
        if model.needs_key
        else "where it runs is known to its plugin"
    )
    return f"{model.name} of {model.plugin} ({where})"


def _tell_request(request: Request, model: LanguageModel | None, as_json: bool) -> None:
    if as_json:
        say_json({"to": model.name if model else None, "language": request.language, **asdict(request.prompt),
                  "given": [one.id for one in request.given], "left_out": request.left_out})  # fmt: skip
        return
    say(f"would be sent {_sending(request, model)}\n")
    say(f"{request.prompt.instructions}\n\n{request.prompt.articles}")


def _tell(found: Generated) -> None:
    say(found.notice)
    _tell_sentences("Summary", found.summary)
    _tell_sentences("Key points", found.key_points)
    _warn_dropped(found.dropped)
    say(f"\nstored as text {found.id}; `aggregator publish` shows it to readers")


def _tell_sentences(heading: str, sentences: Sequence[Statement]) -> None:
    if sentences:
        say(f"\n{heading}")
    for one in sentences:
        say(f"- {one.text} [{', '.join(f'a{article}' for article in one.articles)}]")


def _warn_dropped(dropped: Sequence[Dropped]) -> None:
    for one in dropped:
        warn(f"dropped: {one.text} ({'; '.join(one.why)})")
