"""What ships with the project and is read once: data files, spiders, public suffixes, a model of languages."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aggregator.text import language_code

if TYPE_CHECKING:
    import tldextract

# The checkout is the installation (an editable install): data files stand at the root beside the packages, where the
# person who runs the system finds and edits them.
ROOT = Path(__file__).resolve().parent.parent

# A language is told from this probability on, and for texts of this many characters. Measured on 5,177 headlines in
# nine languages (docs/benchmarks.md): 99.9 % of what is told is right, and 85 % are told; of the 15 headlines under 20
# characters 8 would be right.
LANGUAGE_PROBABILITY = 0.6
LANGUAGE_CHARACTERS = 20
# More change nothing, and time grows with them: 300 characters of 128 article pages tell what 2,000 do.
_LANGUAGE_SAMPLE = 300


def language_of(text: str) -> str | None:
    """Returns the ISO 639-1 code of the language that a text is plainly in, None where that is not plain.

    >>> language_of("Die Regierung hat den Haushalt beschlossen"), language_of("Oslo 2026")
    ('de', None)
    """
    if len(text) < LANGUAGE_CHARACTERS:
        return None
    code, probability = _identifier().classify(text[:_LANGUAGE_SAMPLE])
    return str(code) if probability >= LANGUAGE_PROBABILITY else None


@functools.cache
def _identifier() -> Any:
    """Loads the model that ships with py3langid; its languages that have no code of ours are left out."""
    from py3langid import langid  # here: 70 MB that a process which only parses, or whose feeds tell, does without

    identifier = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
    identifier.set_languages([label for label in identifier.labels if language_code(label) == label])
    # Made anew of what is left: the first one keeps the table of all languages, 28 MB, to go back to.
    kept = (identifier.nb_ptc, identifier.nb_pc, identifier.nb_classes, identifier.tk_nextmove, identifier.tk_output)
    return langid.LanguageIdentifier(*kept, norm_probs=True, tk_row=identifier.tk_row)


@functools.cache
def outlet_spiders() -> frozenset[str]:
    """The names of the outlets' own spiders: the files of spiders/ that define one."""
    files = (ROOT / "spiders").glob("*.py")
    return frozenset(file.stem for file in files if "(OutletSpider):" in file.read_text(encoding="utf-8"))


@functools.cache
def _suffixes() -> tldextract.TLDExtract:
    """Loads the list that ships with tldextract; without suffix_list_urls=() it would ask the network.

    Its private part too: blogspot.com and github.io are hosts of many, as .com is.
    """
    import tldextract  # here: it loads requests, 15 MB that the processes which parse do without

    return tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)


@functools.lru_cache(maxsize=65536)
def registrable_domain(host: str) -> str:
    """Returns the registrable domain of a host, or the host itself where it has none (.example, an IP, a bare name).

    >>> registrable_domain('edition.cnn.com'), registrable_domain('news.tidewater.example')
    ('cnn.com', 'news.tidewater.example')
    >>> registrable_domain('www.ada.blogspot.com')
    'ada.blogspot.com'
    """
    return _suffixes()(host).top_domain_under_public_suffix or host
