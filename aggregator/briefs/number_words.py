"""Number words of six languages, what multiplies a number, and what makes it money or a share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

_ONES: Mapping[str, str] = {
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen",
    "de": "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn"
    " achtzehn neunzehn",
    "fr": "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit"
    " dix-neuf",
    "es": "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete"
    " dieciocho diecinueve",
    "it": "uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici"
    " diciassette diciotto diciannove",
    "pt": "um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete dezoito"
    " dezenove",
}
_TENS: Mapping[str, str] = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "de": "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "fr": "vingt trente quarante cinquante soixante",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "it": "venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
    "pt": "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
}
_BETWEEN: Mapping[str, str] = {"en": "{ten}-{one}", "de": "{one}und{ten}", "fr": "{ten}-{one}", "es": "{ten} y {one}",
                               "it": "{ten}{one}", "pt": "{ten} e {one}"}  # fmt: skip
_MORE: Mapping[str, Mapping[str, int]] = {
    "en": {"dozen": 12},
    "de": {"dutzend": 12, "hundert": 100, "tausend": 1000},
    "fr": {"cent": 100, "mille": 1000, "soixante-dix": 70, "quatre-vingts": 80, "quatre-vingt-dix": 90},
    "es": {"veintiuno": 21, "veintidós": 22, "veintitrés": 23, "veinticinco": 25, "cien": 100, "mil": 1000},
    "it": {"cento": 100, "mille": 1000},
    "pt": {"dois": 2, "duas": 2, "cem": 100, "mil": 1000, "dezasseis": 16, "dezassete": 17, "dezanove": 19},
}
_ORDINALS = (
    "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
)


def _counted(language: str) -> Iterator[tuple[str, int]]:
    ones = _ONES[language].split()
    # "One" is an article or a pronoun as often as a number: of it nothing is asked, but it stands for a 1.
    yield from ((word, value) for value, word in enumerate(ones, start=1))
    for at, ten in enumerate(_TENS[language].split(), start=2):
        yield ten, at * 10
        for one in range(1, 10):
            word = "ein" if language == "de" and one == 1 else ones[one - 1]
            yield _BETWEEN[language].format(ten=ten, one=word), at * 10 + one
            if language == "en":
                yield f"{ten} {word}", at * 10 + one
    yield from _MORE[language].items()


COUNTED: Mapping[str, Mapping[str, int]] = {language: dict(_counted(language)) for language in _ONES}
"""Language -> number word -> value."""

ORDINALS: Mapping[str, int] = {word: value for value, word in enumerate(_ORDINALS.split(), start=2)}
"""English only."""

ONE = frozenset({"one", "eins", "un", "uno", "um"})

_MULTIPLIERS: Mapping[str, Mapping[int, str]] = {
    "en": {2: "hundred", 3: "thousand k", 6: "million millions mn m", 9: "billion billions bn b", 12: "trillion tn"},
    "de": {3: "tausend tsd", 6: "million millionen mio", 9: "milliarde milliarden mrd", 12: "billion billionen"},
    "fr": {3: "mille", 6: "million millions m", 9: "milliard milliards md mds", 12: "billion billions"},
    "es": {3: "mil", 6: "millón millones m", 9: "mil_millones", 12: "billón billones"},
    "it": {3: "mila mille", 6: "milione milioni mln", 9: "miliardo miliardi mld"},
    "pt": {3: "mil", 6: "milhão milhões mi", 9: "bilhão bilhões bi"},
    "nl": {3: "duizend", 6: "miljoen mln", 9: "miljard mld"},
    "ru": {3: "тыс тысяч тысячи", 6: "млн миллион миллиона миллионов", 9: "млрд миллиард миллиарда миллиардов"},
    "uk": {3: "тис тисяч тисячі", 6: "млн мільйон мільйона мільйонів", 9: "млрд мільярд мільярда мільярдів"},
    "zh": {4: "万 萬", 8: "亿 億"},
    "ja": {4: "万", 8: "億"},
    "ko": {4: "만", 8: "억"},
    "ar": {3: "ألف آلاف", 6: "مليون ملايين", 9: "مليار مليارات"},
}
MULTIPLIERS: Mapping[str, Mapping[str, Decimal]] = {
    language: {
        word.replace("_", " "): Decimal(10) ** power for power, words in powers.items() for word in words.split()
    }
    for language, powers in _MULTIPLIERS.items()
}
"""Language -> word or letter after a number -> what it multiplies by; a billion is a thousand times more in German."""

PERCENT = "percent"
_UNITS: Mapping[str, str] = {
    PERCENT: "% percent per_cent pct prozent pour_cent por_ciento per_cento por_cento procent процентов"
    " процента процент відсотків відсотка بالمئة في_المئة",
    "EUR": "€ euro euros eur евро євро يورو 欧元 ユーロ",
    "USD": "$ dollar dollars dólares dollari dólar usd us$ долларов доллара доларів دولار 美元 ドル",
    "GBP": "£ pound pounds pfund livres libras sterline gbp",
    "JPY": "¥ yen jpy 日元",
    "CNY": "yuan renminbi cny rmb 人民币",
    "RUB": "₽ rouble roubles ruble rubles rubel рублей рубля rub",
    "UAH": "₴ hryvnia hryvnias griwna гривень гривні uah",
    "CHF": "franken francs_suisses swiss_francs chf",
    "INR": "₹ rupee rupees inr",
}
UNITS: Mapping[str, str] = {word.replace("_", " "): unit for unit, words in _UNITS.items() for word in words.split()}
"""Sign or word beside a number -> percent, or a currency; what it is beside none is told by its neighbours alone."""

_AMOUNTS = """
half halves hundred thousand million billion thirds quarter quarters double doubled doubling twice
triple tripled treble dozens scores hundreds thousands
millions billions tens majority minority
hälfte drittel viertel verdoppelt verdoppelte verdreifacht doppelt dutzende hunderte hunderten tausende tausenden
millionen milliarden mehrheit minderheit
moitié tiers quart doublé triplé dizaines centaines milliers majorité
mitad tercio duplicado decenas cientos miles mayoría
metà terzo raddoppiato decine centinaia migliaia maggioranza
metade terço dezenas centenas milhares maioria
"""
AMOUNTS = frozenset(_AMOUNTS.split())
"""Words that say how much without a number: each stands in the cited texts as it is, or is not supported."""
