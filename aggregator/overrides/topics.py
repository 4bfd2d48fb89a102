"""Says a person's word on topics: what an article, or each article of a story, is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from aggregator.datafiles import did_you_mean
from aggregator.errors import AggregatorError, UsageError
from aggregator.lookup import find_article, find_story, kind_of
from aggregator.overrides.act import one_transaction
from aggregator.store.overrides import Act
from aggregator.times import iso, minute_words
from aggregator.topics import NOT_TOLD, TOPICS
from aggregator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class TopicOutcome:
    """What a command did: its act (None for undo), the articles that it is on, and how many of their topics changed.

    `contradicted` holds the earlier acts that it contradicts, with whether nothing of them is left.
    """

    act: int | None
    articles: tuple[int, ...]
    changed: int
    contradicted: tuple[tuple[int, bool], ...] = ()
    told: tuple[str, ...] = ()


def rule_topic(workspace: Workspace, target: str, topic: str, note: str = "") -> TopicOutcome:
    """Rules what an article is about, or all articles that a story has now; 'not told' is none of the topics."""
    named, store = _known(topic), workspace.store
    with one_transaction(workspace):
        if kind_of(target) == "story":
            story = find_story(store, target)
            subject, told = f"s{story.id}", (story.redirect,) if story.redirect else ()
            articles = tuple(sorted(store.stories.members_of([story.id])))
        else:
            articles, told = (find_article(store, target),), ()
            subject = f"a{articles[0]}"
        if not articles:
            raise AggregatorError(f"story {target} has no article any more")
        value, before = f"{subject} {named}", _acts(workspace)
        for act in before.values():
            if act.in_force and not act.contradicted_by and (act.words, act.articles) == (f"topic {value}", articles):
                raise UsageError(f"act {act.number} says that already")
        number = store.overrides.next_act()
        store.topic_rulings.say(number, value, articles, note, iso(workspace.clock()))
        changed = store.topics.tell_all(articles)
        return TopicOutcome(number, articles, changed, _beaten(before, _acts(workspace)), told)


def undo_topic(workspace: Workspace, number: int) -> TopicOutcome | None:
    """Takes an act on topics back, for good; None where the number is no such act."""
    store = workspace.store
    with one_transaction(workspace):
        before = _acts(workspace)
        act = before.get(number)
        if act is None:
            return None
        if act.undone:
            when = minute_words(act.undone)
            raise AggregatorError(f"act {number} ({act.words}) was taken back on {when}; say it again if it shall hold")
        store.topic_rulings.take_back(number, iso(workspace.clock()))
        changed = store.topics.tell_all(act.articles)
        return TopicOutcome(None, act.articles, changed, told=_again(before, _acts(workspace)))


def _acts(workspace: Workspace) -> Mapping[int, Act]:
    return {act.number: act for act in workspace.store.topic_rulings.acts()}


def _beaten(before: Mapping[int, Act], after: Mapping[int, Act]) -> tuple[tuple[int, bool], ...]:
    """Names the acts that have less force after than before, with whether none of it is left."""
    return tuple(
        (number, not after[number].in_force)
        for number, act in before.items()
        if act.in_force and after[number].contradicted_by != act.contradicted_by
    )


def _again(before: Mapping[int, Act], after: Mapping[int, Act]) -> tuple[str, ...]:
    return tuple(
        f"{'part of ' if act.contradicted_by else ''}act {number} is in force again"
        for number, act in after.items()
        if act.in_force and act.contradicted_by != before[number].contradicted_by
    )


def _known(text: str) -> str:
    words = " ".join(text.split()).lower()
    names: Iterable[str] = (*TOPICS, NOT_TOLD)
    if words not in names:
        raise UsageError(f"there is no topic {text!r}{did_you_mean(words, names)}; the topics are {', '.join(names)}")
    return words
