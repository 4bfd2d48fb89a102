"""Why a story is what it is: each member with its reason, its text's origin, and what people ruled."""

from __future__ import annotations

from dataclasses import dataclass

from aggregator.grouping import sentence
from aggregator.lookup import find_article, find_story, kind_of
from aggregator.store import Store
from aggregator.store.accounts import Account
from aggregator.store.overrides import Act


@dataclass(frozen=True, slots=True)
class Explanation:
    """A story with its members, or one article with the copies of its text; `acts` are the rulings in force on them.

    `redirect` says that the story that was asked for was merged into this one; `story` is None for an article that is
    not grouped yet.
    """

    story: int | None
    title: str
    redirect: str
    members: tuple[Account, ...]
    copies: tuple[Account, ...]
    acts: tuple[Act, ...]


def explain(store: Store, target: str) -> Explanation:
    """Explains a story (12, s12) or an article (a34 or its address); raises NotFoundError or UsageError."""
    accounts = store.accounts
    if kind_of(target) == "story":
        found = find_story(store, target)
        members = tuple(accounts.of_story(found.id))
        return Explanation(found.id, accounts.title(found.id), found.redirect, members, (), _acts_on(store, members))
    [account] = members = tuple(accounts.of_articles([find_article(store, target)]))
    copies = tuple(accounts.of_copies(account.article))
    return Explanation(account.story, account.title, "", members, copies, _acts_on(store, members))


def _acts_on(store: Store, members: tuple[Account, ...]) -> tuple[Act, ...]:
    articles = {member.article for member in members}
    acts = sorted((*store.overrides.acts(), *store.topic_rulings.acts()), key=lambda act: act.number)
    return tuple(act for act in acts if act.in_force and articles.intersection(act.articles))


def why(account: Account) -> str:
    """Says in a line why an article is in its story."""
    if account.story is None:
        return "not grouped yet: the next `aggregator group` places it"
    told = sentence(account.reasons)
    if account.matched is None:
        by_a_person = any(reason.name == "person" for reason in account.reasons)
        joined = told if by_a_person or not told else f"joined with an article that was removed since: {told}"
        return joined or "the story began with it"
    return f"joined with '{account.matched_title}': {told or 'no reason is stored'}"


def origin(account: Account) -> str:
    """Says in a line whose text an article has; '' for a text that nobody else carries."""
    if account.text_of is None or account.origin_kind == "original":
        return ""
    if account.text_of == account.article:
        return f"stands for its text ({account.origin_kind}), which others carry"
    return f"a copy ({account.method}, {account.copy_score:.2f}) of a{account.text_of} '{account.text_title}'"
