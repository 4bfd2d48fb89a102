"""The closed word lists that grouping needs: labels of posts, words of outlets' names, words that say nothing."""

from __future__ import annotations

_LABELS = """
live watch video videos photos pictures gallery breaking exclusive updated update updates latest opinion analysis
editorial explainer review podcast listen read recap briefing factbox correction corrected urgent alert
vivo directo vídeo eilmeldung liveticker ticker direct
"""

_MEDIA = """
news times post herald tribune newspaper newspapers broadcasting radio tv press gazette journal chronicle daily
magazine online today guardian observer telegraph express mirror standard independent com reuters bloomberg cnn
bbc npr afp network media zeitung nachrichten noticias diario
"""

_STOPWORDS = """
a an and are as at be been being but by can could did do does for from had has have he her here hers him his how i
if in into is it its may might more most must my no nor not of off on or our out over own says say said she should
so some such than that the their them then there these they this those to too under up us very was we were what
when where which while who whom why will with would you your after before about amid new via per vs
der die das den dem des ein eine einer eines und oder aber nicht mit von vor nach bei aus auf für im am zu zum zur
ist sind war wird werden hat haben
el la los las un una unos unas y o de del al en con por para que se su sus es son fue ha han
le les du au aux et ou dans sur pour par avec est sont il elle ne pas plus
lo gli della dei delle di da e è che non si os um uma dos das na nas em com não mais
"""

_CALENDAR = """
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
october november december montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz mai juni juli
oktober dezember
"""

LABELS = frozenset(_LABELS.split())
"""Words that say what kind of post it is and nothing of the event."""

MEDIA_WORDS = frozenset(_MEDIA.split())
"""Words that make a trailing ' - Something' the name of an outlet; without one it must repeat to be taken away."""

STOPWORDS = frozenset(_STOPWORDS.split())
"""Words of English, German, Spanish, French, Italian and Portuguese that stand in headlines of every event."""

CALENDAR = frozenset(_CALENDAR.split())
"""Days and months: capitalised after "on" and "in", yet no places."""
