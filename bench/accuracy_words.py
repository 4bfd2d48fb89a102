"""What docs/accuracy.md says of its methods: words about how things are measured, never about what came out."""

from __future__ import annotations

OWN_CASES = """\
No gold file was named, so these are the project's own cases, `tests/grouping_gold.csv`: made-up headlines, too few to
tell how news is grouped. They show that the measures work."""

METHOD = """\
P, R and F1 are B-cubed (Bagga and Baldwin 1998: every article counts the same) unless the column says otherwise. Every
file is grouped under one configuration, that of the defaults. "Alone" is the precision with one article of each gold
story kept: then nothing belongs together and every link is wrong, as on a day whose news one outlet each tells."""

NO_HEADLINES = "Headlines are not printed: they belong to their publishers."

BROAD = "Gold stories that are broader than events, so that of these numbers the precision counts:"

LANGUAGES = """\
Several languages: all of them together, and the articles of each language with {least} or more (or the most of its
file) grouped alone:"""

ORDERS = """\
Order of arrival: at once; in {batches} batches in order of time, each put beside the standing stories as after a
restart; and {shuffles} times in {batches} batches of articles from anywhere in the file, given to one running grouper,
so that all that is late comes late:"""

CANDIDATES = """\
A true pair is two articles of one gold story within the window, copies left out. It is likely where the score itself,
given both, says {likely:g} or more: these the score could link by their own likeness; others are linked through third
articles or not at all. Recall@{first}: of each article's {first} likeliest fellows, the share that are candidates of it
at the limits above. Ahead: of its likely fellows ({first} at most), the share among its {first} likeliest candidates,
where strangers may stand before them. Lost: all likely pairs that are not candidates of each other, in stories of any
size, and those of them that are in two stories."""

BARS = """\
The bias bar shows the shares of left, center, right and unrated. For each gold story of {least} articles or more it is
compared with the bar of the story that holds most of it: L1 distance, 0 where they are the same, 2 where they have
nothing in common; counted in articles, and in origins after copies are collapsed."""

STRANGERS = """\
A story has a stranger where it holds an article of another gold story than another of its articles; a gold story is
whole where all of it is in one story, and one of a single article where that stayed alone."""

ABLATIONS = """\
B-cubed F1 of the same files without a part, the weights fitted anew on all of them where a term goes. The mean and the
precision alone are over the sets that are scored, without those of several languages. Without numbers or names they
stay words among words; without rapidfuzz the ratio of sorted titles is neither a term nor part of the likeness of
neighbours."""

HELD_OUT = """\
Held out: each file scored by weights fitted without it and without any file that shares an article with it. Threshold
and rules stay as they are, and were chosen with gold files in sight."""

FUZZY = """\
As the whole of grouping: token_set_ratio of all pairs of titles, connected components, at the threshold that is best
for each set's own gold (sets of up to {most:,} articles):"""

COPY_TIER = "In the copy tier, as the likeness of two headlines, on the labelled pairs of `tests/copies`:"

FAILURES = """\
Linked: of the true pairs of a kind, the share in one story. Right: of the pairs of that kind in one story, the share
that is true. Copies are left out. The likeness of words is that of pairs in one language."""

RATINGS = """\
Of the {count} headlines of `{file}`, AllSides printed the outlet's name and a label beside each. The rating that an
article gets here, by its address, scope and day, is compared with that label. Our facts from {since} to {until} were
taken from the same roundups, so the second line does without them; the third takes the outlet's label of today, as
services do that have one label for each outlet."""
